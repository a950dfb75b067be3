import { matchIndexOf, matchKeys, matchMessage } from "#shared/mail/match.ts";
import type { MatchIndex, MatchTarget } from "#shared/mail/match.ts";
import { keysOfMessage } from "#shared/mail/match-keys.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { chanceOf } from "../test/fixtures/big-ledger.ts";
import { figure, quantile, timed, worked } from "./figure.ts";

const INVOICES = 100_000;
const DEBTORS = 20_000;
const MAILS = 2_000;
const MEBIBYTE = 1_048_576;
const OWN = { addresses: ["compta@atelier.example"], domains: ["atelier.example"] };

const numberOf = (invoice: number): string => `F-2026-${String(invoice).padStart(6, "0")}`;

const targetsOf = (): readonly MatchTarget[] => {
  const targets: MatchTarget[] = [];
  for (let debtor = 0; debtor < DEBTORS; debtor += 1) {
    const name = String(debtor);
    const invoices = [];
    for (let at = debtor; at < INVOICES; at += DEBTORS)
      invoices.push({
        id: `i${String(at)}`,
        number: numberOf(at),
        openMinor: 10_000 + at,
        totalMinor: 10_000 + at,
        currency: "EUR" as const,
      });
    targets.push({
      account: `d${name}`,
      name: `Débiteur ${name}`,
      addresses: [`compta@debtor-${name}.example`],
      domains: [`debtor-${name}.example`],
      messageIds: [`rappel-1-${name}@atelier.example`, `rappel-2-${name}@atelier.example`],
      references: [],
      invoices,
    });
  }
  return targets;
};

/** A reply of some 2,000 characters with the reminder it answers quoted below. */
const mailOf = (invoice: number, kind: number): Message => {
  const debtor = invoice % DEBTORS;
  const quoted = [0, 1, 2]
    .map((at) => (debtor + at * DEBTORS) % INVOICES)
    .map((at) => `> ${numberOf(at)} du 12/10/2026, 1 250,50 €, échue le 11/11/2026`)
    .join("\n");
  const words = "Bonjour, nous avons bien noté votre relance et le virement partira vendredi. ";
  return messageOf({
    messageId: `reply-${String(invoice)}@debtor.example`,
    from: {
      address:
        kind === 0
          ? `qui${String(invoice)}@ailleurs.example`
          : `compta@debtor-${String(debtor)}.example`,
      name: "Compta",
    },
    to: [{ address: "compta@atelier.example", name: "" }],
    inReplyTo: kind === 1 ? [`rappel-2-${String(debtor)}@atelier.example`] : [],
    subject: `Re: facture ${numberOf(invoice)}`,
    sentAt: "2026-11-20T09:00:00+01:00",
    text: `${words.repeat(18)}\n\nTél. 01 23 45 67 89, 75011 Paris\n\nLe 17/11/2026 10:02, compta@atelier.example a écrit :\n${quoted}\n> IBAN FR76 3000 4000 0312 3456 7890 143`,
  });
};

const spentOn = (
  mails: readonly Message[],
  index: MatchIndex,
): { readonly whole: readonly number[]; readonly right: number } => {
  let right = 0;
  const whole = mails.map((mail) => {
    const before = performance.now();
    const found = matchMessage(mail, index, OWN);
    const spent = performance.now() - before;
    if (found.verdict === "one") right += 1;
    return spent;
  });
  return { whole, right };
};

export const bench = async (): Promise<void> => {
  const targets = targetsOf();
  const label = `${String(INVOICES)} open invoices of ${String(DEBTORS)} debtors`;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const [index, building] = worked(() => matchIndexOf(targets));
  globalThis.gc?.();
  const held = (process.memoryUsage().heapUsed - before) / MEBIBYTE;
  figure(`index of ${label}`, building, "ms", { n: INVOICES });
  figure(`memory of the index`, held, "MiB", { n: INVOICES });
  const chance = chanceOf(20_261_120);
  const mails = Array.from({ length: MAILS }, (_, at) =>
    mailOf(Math.floor(chance() * INVOICES), at % 3),
  );
  spentOn(mails.slice(0, 300), index);
  const keys = mails.map((mail) => keysOfMessage(mail, OWN));
  for (const one of keys.slice(0, 300)) matchKeys(one, "in", index);
  const [, lookups] = worked(() => {
    for (const one of keys) matchKeys(one, "in", index);
  });
  figure(`a mail looked up by its keys, mean, ${label}`, lookups / MAILS, "ms", { aim: 0.3 });
  const { whole, right } = spentOn(mails, index);
  figure(`a mail taken apart and looked up, mean`, sum(whole) / MAILS, "ms", { aim: 0.3 });
  figure(`a mail taken apart and looked up, p95`, quantile(whole, 0.95), "ms");
  figure(`mails that found their one debtor`, (right * 100) / MAILS, "%");
  for (const [name, unit] of HOSTILE) {
    const times: number[] = [];
    for (const size of [50_000, 100_000]) {
      const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
      const mail = messageOf({
        from: { address: "compta@debtor-1.example", name: "" },
        to: [{ address: "compta@atelier.example", name: "" }],
        text,
      });
      let least = Infinity;
      for (let round = 0; round < 3; round += 1)
        least = Math.min(least, (await timed(() => matchMessage(mail, index, OWN)))[1]);
      times.push(least);
      figure(`hostile: ${name}`, least, "ms", { n: size });
    }
    figure(`hostile: ${name}, 2n to n`, (times[1] ?? 0) / Math.max(times[0] ?? 0, 0.01), "times");
  }
};

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const HOSTILE: readonly (readonly [string, string])[] = [
  ["digits alone", "0123456789"],
  ["short numbers", "12 345-67/890 "],
  ["numbers of invoices", "F-2026-000001 F-2026-020001, 040001-060001 et "],
  ["headers of mails", "De : x@debtor-2.example\nDate : 1\nObjet : 2\n"],
  ["words before numbers", "facture n° la 1 "],
];
