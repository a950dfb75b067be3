import { foreign } from "#shared/kernel/text.ts";
import { APP_FILE } from "#shared/locales/app-file.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { say } from "#shared/locales/locale.ts";
import { endedBy, itemOf, typed } from "./file-sheet.ts";
import type { ItemView, Sheet } from "./file-sheet.ts";
import { stepWord } from "./screen-facts.ts";

/** Lists of what the law stops, of letters and of their proofs. */

const insolvencyItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.insolvencies.map((one) => {
    const { ended } = one;
    const head = words.insolvency(
      words.of.insolvency[one.state],
      one.judgmentOn,
      one.publishedOn,
      facts.today,
    );
    const who: readonly (Sentence | null)[] = [
      one.court === null ? null : words.court(foreign(one.court)),
      one.officer === null ? null : words.officer(foreign(one.officer)),
    ];
    const text = who.reduce<Sentence>(
      (all, part) => (part === null ? all : say`${all}. ${part}`),
      head,
    );
    return itemOf(sheet, {
      key: one.insolvency,
      text: endedBy(
        text,
        ended === null ? null : words.endedOn(ended.on, foreign(ended.reason), facts.today),
      ),
      words: typed(one.source),
      entry: one.entry,
      done: ended !== null,
      forms: ["insolvency", "end-insolvency"],
    });
  });
};

const handOverItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.handOvers.map((one) => {
    const { ended } = one;
    const reach = [one.email, one.phone].filter((part) => part !== null).join(" · ");
    const head = words.dated(words.of.handedTo[one.role], one.on, facts.today);
    return itemOf(sheet, {
      key: one.handOver,
      text: endedBy(
        say`${foreign(one.to)} · ${head}`,
        ended === null ? null : words.endedOn(ended.on, foreign(ended.reason), facts.today),
      ),
      words: typed(reach),
      entry: one.entry,
      done: ended !== null,
      forms: ["end-hand-over"],
      edits: false,
    });
  });
};

const LETTER_STEPS = ["letter", "formal-notice", "last-notice"];

/** Every act that goes by letter, how it went out, and what came back of it. */
const letterItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file, on } = sheet;
  const words = APP_FILE[facts.language];
  return on.state.acts
    .filter(({ step, waived }) => waived === null && LETTER_STEPS.includes(step))
    .map((act) => {
      const sent = file.letters.find((one) => one.act === act.act);
      const step = stepWord(act.step, facts);
      const head =
        sent === undefined
          ? words.letterUnsent(step)
          : words.letter(step, words.of.letterChannel[sent.channel], typed(sent.number));
      const proofs = file.letterProofs.filter((one) => one.act === act.act);
      const text = proofs.reduce<Sentence>(
        (all, proof) =>
          say`${all} · ${words.proofOn(words.of.letterProof[proof.kind], proof.on, facts.today)}`,
        head,
      );
      return itemOf(sheet, {
        key: act.act,
        text,
        entry: sent?.entry ?? act.entry,
        done: false,
        forms: ["letter-sent", "letter-proof"],
        edits: false,
      });
    });
};

const interruptionItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.interruptions.map((one) =>
    itemOf(sheet, {
      key: one.interruption,
      text: words.dated(words.of.interruption[one.cause], one.on, facts.today),
      words: typed(one.note),
      entry: one.entry,
      done: false,
      forms: [],
    }),
  );
};

const suspensionItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.suspensions.map((one) =>
    itemOf(sheet, {
      key: one.suspension,
      text: words.stayed(words.of.suspension[one.cause], one.from, one.until, facts.today),
      words: typed(one.note),
      entry: one.entry,
      done: one.until !== null && one.until < facts.today,
      forms: ["suspension"],
    }),
  );
};

const factItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.legalFacts.map((one) =>
    itemOf(sheet, {
      key: one.fact,
      text: words.dated(words.of.legalFact[one.kind], one.on, facts.today),
      words: typed(one.note),
      entry: one.entry,
      done: false,
      forms: [],
    }),
  );
};

const accelerationItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.accelerations.map((one) =>
    itemOf(sheet, {
      key: one.notice,
      text: words.accelerated(one.until, facts.today),
      entry: one.entry,
      done: one.until < facts.today,
      forms: [],
    }),
  );
};

export const lawItems = {
  insolvencies: insolvencyItems,
  "hand-overs": handOverItems,
  letters: letterItems,
  interruptions: interruptionItems,
  suspensions: suspensionItems,
  "legal-facts": factItems,
  accelerations: accelerationItems,
};
