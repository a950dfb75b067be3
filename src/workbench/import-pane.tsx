import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { markPaymentsKnown, voidBatch } from "#shared/app/ledger-acts.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { importInvoices } from "#shared/app/import-invoices.ts";
import { DRY_RUN } from "#shared/app/import-view.ts";
import type { ImportRefusal, ImportView } from "#shared/app/import-view.ts";
import type { RunFault } from "#shared/app/run.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { InvoiceIntake } from "#shared/intake/rows.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { DateField } from "#src/sidebar/components/field.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Host } from "#src/sidebar/host.ts";
import { refusalText } from "#src/sidebar/refusal-text.ts";
import { INVOICES_KEY, factsOf } from "./bench.ts";
import type { Bench } from "./bench.ts";
import { readInvoicesFile } from "./invoices-file.ts";

const PROBLEMS_SHOWN_MAX = 50;
const ITEMS_SHOWN_MAX = 200;

/** The invoices file of the command line: what it would do, then one button. */
export const ImportPane = ({
  bench,
  host,
}: {
  readonly bench: Bench;
  readonly host: Host;
}): VNode => {
  const words = bench.words.value.import;
  const language = bench.language.value;
  const intake = useSignal<InvoiceIntake | null>(null);
  const preview = useSignal<ImportView | null>(null);
  const refused = useSignal<Sentence | null>(null);
  const asOf = useSignal<string>(factsOf(bench).today);
  const isBusy = useSignal(false);
  const version = host.version.value;
  const hasLedger = bench.facts.value.creditor !== null;
  const day = parseCalendarDate(asOf.value);

  const run = async (file: InvoiceIntake, write: boolean, skipFaulty: boolean): Promise<void> => {
    const input = { ...DRY_RUN, write, skipFaulty, asOf: day, intake: file };
    const answer = await host.run(importInvoices, input);
    refused.value = answer.ok ? null : wordsOf(bench, answer.error);
    if (!answer.ok) return;
    preview.value = answer.value;
    const { done, writes } = answer.value;
    if (done !== null || !writes) {
      bench.remembered.write(INVOICES_KEY, bench.about.invoicesFile ?? "");
    }
    if (done === null) return;
    // The person has just said up to which day this file knows what was paid.
    if (day !== null) await host.run(markPaymentsKnown, { asOf: day, source: "file" });
    sayTaken(bench, done);
    bench.selection.value = { type: "none" };
    await bench.look(true);
  };
  useEffect(() => {
    void readInvoicesFile(bench).then((read) => {
      if (read.ok) intake.value = read.value;
      else refused.value = read.error;
    });
  }, [language]);
  useEffect(() => {
    if (intake.value !== null && hasLedger) void run(intake.value, false, false);
  }, [intake.value, version, language, asOf.value, hasLedger]);

  const write = (skipFaulty: boolean): void => {
    const file = intake.peek();
    if (file === null || isBusy.peek()) return;
    isBusy.value = true;
    void run(file, true, skipFaulty).finally(() => {
      isBusy.value = false;
    });
  };
  const view = preview.value;
  const faulty = view?.faultyLines.length ?? 0;
  return (
    <section class="wb-import rl-stack">
      <h1 tabIndex={-1}>
        <SentenceText text={words.title(foreign(bench.about.invoicesFile ?? "", 200))} />
      </h1>
      {refused.value === null ? null : <Notice tone="warning" text={refused.value} urgent />}
      {hasLedger ? null : <Notice tone="info" text={words.waits} />}
      {view === null ? null : (
        <>
          <p>
            <SentenceText text={view.summary} />
          </p>
          <dl class="wb-counts">
            {view.counts.map(({ key, label, count }) => (
              <div key={key}>
                <dt>{label.own}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
          {view.notices.map((notice) => (
            <Notice key={notice.key} tone={notice.tone} text={notice.text} />
          ))}
          <Problems bench={bench} view={view} />
          {view.writes ? (
            <>
              <div class="wb-import__day">
                <DateField
                  id="import-as-of"
                  label={words.asOf.own}
                  hint={words.asOfHint.own}
                  value={asOf.value}
                  onInput={(value) => {
                    asOf.value = value;
                  }}
                />
              </div>
              <div class="rl-line">
                <Button
                  look="primary"
                  name="import-confirm"
                  busy={isBusy.value}
                  onClick={() => {
                    write(faulty > 0);
                  }}
                >
                  {faulty > 0 ? words.confirmSkipping(faulty).own : words.confirm.own}
                </Button>
                <Button
                  name="import-later"
                  onClick={() => {
                    putOff(bench);
                  }}
                >
                  {words.later.own}
                </Button>
              </div>
            </>
          ) : (
            <p class="rl-quiet">
              <SentenceText text={words.nothingNew} />
            </p>
          )}
          <Items bench={bench} view={view} />
        </>
      )}
    </section>
  );
};

/** What was taken in, and the way back: one batch. */
const sayTaken = (bench: Bench, { text, undo }: DoneView): void => {
  bench.say({
    key: "import",
    tone: "good",
    stays: true,
    text,
    ...(undo === null
      ? {}
      : {
          action: {
            label: bench.words.peek().draft.undo,
            run: () => {
              bench.unsay("import");
              bench.remembered.forget(INVOICES_KEY);
              void bench.run(voidBatch, { batch: undo.batch, accounts: undo.accounts });
            },
          },
        }),
  });
};

const putOff = (bench: Bench): void => {
  const words = bench.words.peek().import;
  bench.selection.value = { type: "none" };
  bench.say({
    key: "invoices",
    tone: "info",
    stays: true,
    text: words.title(foreign(bench.about.invoicesFile ?? "", 200)),
    action: {
      label: words.open,
      run: () => {
        bench.unsay("invoices");
        bench.selection.value = { type: "import" };
      },
    },
  });
};

const wordsOf = (bench: Bench, refusal: ImportRefusal | RunFault): Sentence => {
  if (refusal.type === "faulty-lines") return bench.words.peek().import.faulty;
  if (refusal.type === "as-of-missing") return bench.words.peek().import.asOfMissing;
  return refusalText(refusal, bench.language.peek());
};

const Problems = ({
  bench,
  view,
}: {
  readonly bench: Bench;
  readonly view: ImportView;
}): VNode | null => {
  const words = bench.words.value.import;
  if (view.problems.length === 0) return null;
  return (
    <section>
      <h2>{words.problems.own}</h2>
      <ul class="wb-bullets">
        {view.problems.slice(0, PROBLEMS_SHOWN_MAX).map((problem) => (
          <li key={problem.key}>
            <SentenceText text={problem.text} />
          </li>
        ))}
        {view.problems.length > PROBLEMS_SHOWN_MAX ? (
          <li>
            <SentenceText text={words.more(view.problems.length - PROBLEMS_SHOWN_MAX)} />
          </li>
        ) : null}
      </ul>
    </section>
  );
};

const Items = ({
  bench,
  view,
}: {
  readonly bench: Bench;
  readonly view: ImportView;
}): VNode | null => {
  const words = bench.words.value.import;
  if (view.items.length === 0) return null;
  return (
    <section>
      <h2>{words.items.own}</h2>
      <ul class="wb-bullets">
        {view.items.slice(0, ITEMS_SHOWN_MAX).map((item) => (
          <li key={item.key}>
            <SentenceText text={item.text} />
          </li>
        ))}
        {view.items.length > ITEMS_SHOWN_MAX ? (
          <li>
            <SentenceText text={words.more(view.items.length - ITEMS_SHOWN_MAX)} />
          </li>
        ) : null}
      </ul>
    </section>
  );
};
