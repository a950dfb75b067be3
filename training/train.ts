import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { chanceOf } from "#shared/mail/reply-decision.ts";
import { keyNumber, storedOf } from "#shared/mail/reply-model.ts";
import type { StoredModel } from "#shared/mail/reply-model.ts";
import { keysOf } from "./examples.ts";
import type { Labelled, Told } from "./examples.ts";
import { fit, scoresIn } from "./fit.ts";
import type { Fitted, Sample } from "./fit.ts";

/** Units of a stored weight to one natural logarithm of odds. */
const UNITS = 10;
/** In units; beyond this one feature would decide alone. */
const WEIGHT_MAX = 127;
/** Characters of the two stored models; the file that holds them stays below 150 kB. */
const TAG_CHARS_MAX = 124_000;
const REASON_CHARS_MAX = 25_000;
/** Folds of whole hands in which mails are scored by weights that have not seen their hand. */
const FOLDS = 6;
/**
 * Hands that were kept from whoever wrote rules and words. How right a margin is, is counted on them alone: on the others
 * the rules flatter.
 */
const KEPT_FROM_RULES = ["hand-04", "hand-09", "hand-14", "hand-19", "hand-24", "hand-29"];
/** What `sure` must hold on mails that the weights have not seen. */
const SURE_RIGHT = 0.985;
/** Mails less far ahead than this are right no more often than so: there a reading asks. */
const UNSURE_RIGHT = 0.55;
/** How far a sentence must speak for a second tag before all others. */
const ALSO_LEAD = 16;

/** A mail scored by weights that have not seen its hand. */
export type Blind = { readonly mail: Labelled; readonly scores: readonly number[] };

export type Training = {
  readonly file: string;
  readonly blind: readonly Blind[];
};

/** A phrase comes without the mail around it, and counts for less than a whole mail. */
const PHRASE_WEIGHT = 0.5;

const tagSample = ({ keys, tag, isPhrase }: Labelled): Sample => ({
  keys,
  label: TAGS.indexOf(tag),
  weight: isPhrase ? PHRASE_WEIGHT : 1,
});

/** Kinds of features that tell one reason from another; of some four hundred disputes, pairs are too seldom the same. */
const REASON_KINDS = ["r", "q", "c", "w"];

const reasonSample = ({ keys, reason }: Labelled): readonly Sample[] =>
  reason === null
    ? []
    : [
        {
          keys: keys.filter((key) => REASON_KINDS.includes(key.charAt(0))),
          label: DISPUTE_REASONS.indexOf(reason),
          weight: 1,
        },
      ];

/** Of every so many texts what they hold goes into the fingerprint too: of all, it would take half a minute. */
const HELD_EVERY = 5;

/**
 * What the weights were learned from: every text with its labels, and what some of them hold by the rules, words and
 * values that are read today. Weights of another fingerprint are out of date.
 */
export const fingerprintOf = (told: readonly Told[]): string => {
  const hash = sha256.create();
  for (const [at, { id, tag, reason, mail }] of told.entries()) {
    const keys = at % HELD_EVERY === 0 ? keysOf(mail) : [];
    hash.update(utf8ToBytes(`${[id, tag, reason ?? "", mail.body, ...keys].join("\n")}\n\n`));
  }
  return bytesToHex(hash.digest()).slice(0, 32);
};

const blindScores = (mails: readonly Labelled[]): readonly Blind[] => {
  const hands = [...new Set(mails.map((one) => one.hand))].sort();
  const folds = Math.min(FOLDS, hands.length);
  const foldOf = (mail: Labelled): number => hands.indexOf(mail.hand) % folds;
  return Array.from({ length: folds }, (_, fold) => {
    const fitted = fit(mails.filter((one) => foldOf(one) !== fold).map(tagSample), TAGS.length);
    return mails
      .filter((one) => foldOf(one) === fold)
      .map((mail) => ({ mail, scores: scoresIn(fitted, mail.keys) }));
  }).flat();
};

/** The first tag and how far it is ahead of the second, as a decision measures it. */
const leadOf = ({ scores, mail }: Blind): { readonly tag: Tag; readonly lead: number } => {
  const order = TAGS.map((tag, at) => ({ tag, score: scores[at] ?? 0 })).sort(
    (a, b) => b.score - a.score,
  );
  const [first, second] = order;
  return {
    tag: first?.tag ?? "unrelated",
    lead: (((first?.score ?? 0) - (second?.score ?? 0)) * UNITS) / chanceOf(mail.keys),
  };
};

type Lead = { readonly lead: number; readonly isRight: boolean };

const leadsOf = (blind: readonly Blind[]): readonly Lead[] =>
  blind
    .map((one) => {
      const { tag, lead } = leadOf(one);
      return { lead, isRight: tag === one.mail.tag };
    })
    .sort((a, b) => b.lead - a.lead);

/** The smallest lead from which on tags are right as often as `sure` says. */
const sureFrom = (leads: readonly Lead[]): number => {
  let hits = 0;
  let threshold = Infinity;
  leads.forEach(({ lead, isRight }, index) => {
    if (isRight) hits += 1;
    if (hits / (index + 1) >= SURE_RIGHT) threshold = lead;
  });
  return threshold;
};

/** The largest lead below which tags are too often wrong to be proposed. */
const likelyFrom = (leads: readonly Lead[]): number => {
  let hits = 0;
  let threshold = 0;
  [...leads].reverse().forEach(({ lead, isRight }, index) => {
    if (isRight) hits += 1;
    if (hits / (index + 1) <= UNSURE_RIGHT) threshold = lead;
  });
  return threshold;
};

/** The model as it is stored. Leaving its many small weights out would tilt it: what is too large has too many features. */
const packed = ({ rows, bias }: Fitted, charsMax: number): StoredModel => {
  const inUnits = (weight: number): number =>
    Math.max(-WEIGHT_MAX, Math.min(WEIGHT_MAX, Math.round(weight * UNITS)));
  const whole = new Map<number, readonly number[]>();
  for (const [key, row] of rows) {
    const units = row.map(inUnits);
    if (units.some((one) => one !== 0)) whole.set(keyNumber(key), units);
  }
  const stored = storedOf(
    bias.map((one) => Math.round(one * UNITS)),
    whole,
  );
  if (stored.data.length > charsMax)
    throw new Error(
      `the model takes ${String(stored.data.length)} characters of ${String(charsMax)}: raise how many mails must hold a feature`,
    );
  return stored;
};

const storedText = ({ bias, data, runs }: StoredModel): string =>
  `{ bias: [${bias.join(", ")}], data: "${data}", runs: "${runs}" }`;

/** Learns both models and writes the file that holds them. The same mails give the same bytes. */
export const trained = (mails: readonly Labelled[]): Training => {
  const blind = blindScores(mails);
  const leads = leadsOf(
    blind.filter(({ mail }) => KEPT_FROM_RULES.some((hand) => mail.hand.startsWith(hand))),
  );
  const tags = packed(fit(mails.map(tagSample), TAGS.length), TAG_CHARS_MAX);
  const reasons = packed(
    fit(mails.flatMap(reasonSample), DISPUTE_REASONS.length),
    REASON_CHARS_MAX,
  );
  const file = [
    "// Written by `npm run train` from corpus/replies and the lexicons; not by hand.",
    'import type { StoredModel } from "./reply-model.ts";',
    "",
    "/** What the weights were learned from; a test tells when they are out of date. */",
    `export const REPLY_FINGERPRINT = "${fingerprintOf(mails)}";`,
    `export const REPLY_THRESHOLDS = { sure: ${sureFrom(leads).toFixed(2)}, likely: ${likelyFrom(leads).toFixed(2)}, also: ${String(ALSO_LEAD)} } as const;`,
    `export const TAG_WEIGHTS: StoredModel = ${storedText(tags)};`,
    `export const REASON_WEIGHTS: StoredModel = ${storedText(reasons)};`,
    "",
  ].join("\n");
  return { file, blind };
};
