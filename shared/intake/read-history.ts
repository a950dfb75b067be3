import { DISPUTE_REASONS } from "#shared/kernel/parties.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import { foldText } from "#shared/kernel/text.ts";
import { headerOf } from "./columns.ts";
import type { CsvTable } from "./csv-rows.ts";
import { readLines } from "./line-reader.ts";
import type { LineReader } from "./line-reader.ts";
import { isFault } from "./problems.ts";
import type { HistoryFact, HistoryIntake, HistoryRow, ReadFacts } from "./rows.ts";

/** Names of the steps in a file, by their keys; blanks, accents and case do not count. */
export const STEP_NAMES: Readonly<Record<string, readonly string[]>> = {
  courtesy: ["courtesy", "courtoisie", "avant echeance", "rappel d echeance", "rappel echeance"],
  due: ["due", "echeance", "a l echeance"],
  "reminder-1": [
    "reminder 1",
    "reminder",
    "first reminder",
    "relance 1",
    "relance",
    "premiere relance",
    "rappel",
  ],
  "reminder-2": [
    "reminder 2",
    "second reminder",
    "relance 2",
    "deuxieme relance",
    "seconde relance",
  ],
  call: ["call", "appel", "phone call", "appel telephonique", "telephone"],
  letter: ["letter", "lettre", "courrier", "lettre de relance"],
  "formal-notice": ["formal notice", "mise en demeure", "med"],
  "last-notice": ["last notice", "dernier avis", "derniere mise en demeure"],
  legal: ["legal", "contentieux", "voie judiciaire", "procedure"],
};

const FACTS: Readonly<Record<"step" | "promise" | "dispute", readonly string[]>> = {
  step: ["step", "etape"],
  promise: ["promise", "promesse", "promesse de paiement"],
  dispute: ["dispute", "litige", "contestation"],
};

const REASONS: Readonly<Record<DisputeReason, readonly string[]>> = {
  not_delivered: ["not delivered", "non livre", "non livree"],
  quality: ["quality", "qualite", "malfacon", "defaut"],
  price: ["price", "prix"],
  quantity: ["quantity", "quantite"],
  not_ordered: ["not ordered", "non commande", "non commandee"],
  duplicate: ["duplicate", "doublon"],
  credit_due: ["credit due", "avoir attendu", "avoir"],
  missing_reference: ["missing reference", "reference manquante", "commande manquante"],
  other: ["other", "autre"],
};

const stepNamed = (text: string): string | null => {
  const name = foldText(text);
  for (const [step, names] of Object.entries(STEP_NAMES)) if (names.includes(name)) return step;
  return null;
};

/** A reason where the note begins with one; what it is about stays in the note. */
const reasonOf = (note: string | null): DisputeReason => {
  const folded = foldText(note ?? "");
  for (const reason of DISPUTE_REASONS)
    if (REASONS[reason].some((name) => folded === name || folded.startsWith(`${name} `)))
      return reason;
  return "other";
};

/**
 * What was done before Relance, out of a table: steps taken, promises, disputes and calls, one a line, by the number of
 * the invoice. `kind` is `step` (the note names it), a step's own name, `promise`, `dispute` or `call`.
 */
export const readHistory = (table: CsvTable, facts: ReadFacts): HistoryIntake => {
  const header = headerOf("history", table);
  const lines = table.rows.length;
  if (header.problems.some(isFault))
    return { kind: "history", rows: [], problems: header.problems, lines };
  const reader = readLines(
    table,
    header.columns,
    { amounts: ["amount"], dates: ["date", "by"] },
    facts,
  );
  const rows: HistoryRow[] = [];
  for (const line of reader.lines) {
    const number = line.required("number");
    line.required("date");
    const on = line.date("date");
    if (on !== null && on > facts.today) line.say("date-in-future", "error", "date");
    const amount = line.amount("amount", facts.currency);
    if (amount !== null && amount <= 0) line.say("amount-not-positive", "error", "amount");
    const note = line.text("note");
    const fact = factOf(line, note);
    if (line.faulty() || number === null || on === null || fact === null) continue;
    rows.push({
      line: line.line,
      number,
      on,
      fact,
      amount: line.text("amount"),
      decimalMark: reader.decimalMark,
      note,
    });
  }
  return { kind: "history", rows, problems: [...header.problems, ...reader.problems], lines };
};

const factOf = (line: LineReader, note: string | null): HistoryFact | null => {
  const cell = line.required("kind");
  if (cell === null) return null;
  const name = foldText(cell);
  if (FACTS.promise.includes(name)) return { type: "promise", by: line.date("by") };
  if (FACTS.dispute.includes(name)) return { type: "dispute", reason: reasonOf(note) };
  if (FACTS.step.includes(name)) {
    const step = note === null ? null : stepNamed(note);
    if (step === null) {
      line.say("step-unknown", "error", columnOfStep(note));
      return null;
    }
    return step === "call" ? { type: "call" } : { type: "step", step };
  }
  const step = stepNamed(cell);
  if (step === null) {
    line.say("kind-unknown", "error", "kind");
    return null;
  }
  return step === "call" ? { type: "call" } : { type: "step", step };
};

const columnOfStep = (note: string | null): string => (note === null ? "kind" : "note");
