import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ImportView } from "#shared/app/import-view.ts";
import { latest, parseCalendarDate } from "#shared/kernel/calendar.ts";
import { foreign } from "#shared/kernel/text.ts";
import { INTAKE_KINDS } from "#shared/intake/problems.ts";
import type { IntakeKind } from "#shared/intake/problems.ts";
import { readTable } from "#shared/intake/read-table.ts";
import type { Intake } from "#shared/intake/rows.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { CheckboxField, DateField, SelectField } from "#src/sidebar/components/field.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
import { undo } from "#src/sidebar/components/toast.tsx";
import type { Desk } from "#src/desk/desk-shell.ts";
import { FileDrop } from "#src/desk/file-drop.tsx";
import { ImportPreview } from "#src/desk/import-preview.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";
import { importRefusalText, runImport } from "#src/desk/run-import.ts";
import { FILE_BYTES_MAX, fileRefusalText, tableOfBytes } from "#src/desk/table-of-bytes.ts";
import type { CsvTable } from "#shared/intake/csv-rows.ts";

type Choice = IntakeKind | "auto";

type Chosen = { readonly name: string; readonly table: CsvTable };

type Options = {
  readonly kind: Choice;
  readonly asOf: string;
  readonly complete: boolean;
  readonly correct: boolean;
  readonly skipFaulty: boolean;
};

const NO_OPTIONS: Options = {
  kind: "auto",
  asOf: "",
  complete: false,
  correct: false,
  skipFaulty: false,
};

const WRITE = "import/write";
const UNDO = "import/undo";

/** A file is chosen, what it would do is shown, and nothing is written before it is agreed to. */
export const ImportPage = ({ desk }: { readonly desk: Desk }): VNode => {
  const { shell } = desk;
  const { host } = shell;
  const words = desk.words.value.import;
  const language = host.language.value;
  const version = host.version.value;
  const chosen = useSignal<Chosen | null>(null);
  const fault = useSignal<Sentence | null>(null);
  const options = useSignal<Options>(NO_OPTIONS);
  const intake = useSignal<Intake | null>(null);
  const preview = useSignal<ImportView | null>(null);
  const written = useSignal<ImportView | null>(null);
  const result = useRef<HTMLDivElement>(null);
  const { kind, asOf, complete, correct, skipFaulty } = options.value;

  const change = (changes: Partial<Options>): void => {
    options.value = { ...options.peek(), ...changes };
  };
  const read = (table: CsvTable, as: Choice): void => {
    const facts = { today: host.today(), currency: "EUR" as const };
    const found = readTable(table, as === "auto" ? null : as, facts);
    intake.value = found;
    preview.value = null;
    fault.value = found === null ? words.refusals["kind-unknown"] : null;
    if (found === null) return;
    const last = found.kind === "payments" ? latest(found.rows.map(({ on }) => on)) : null;
    change({ kind: as, asOf: last ?? "", complete: false, correct: false, skipFaulty: false });
  };
  const choose = async (file: File): Promise<void> => {
    written.value = null;
    chosen.value = null;
    intake.value = null;
    preview.value = null;
    options.value = NO_OPTIONS;
    if (file.size > FILE_BYTES_MAX) {
      fault.value = words.files["csv-too-large"];
      return;
    }
    const table = tableOfBytes(new Uint8Array(await file.arrayBuffer()));
    if (!table.ok) {
      fault.value = fileRefusalText(table.error, desk.words.peek());
      return;
    }
    chosen.value = { name: file.name, table: table.value };
    read(table.value, "auto");
  };

  const found = intake.value;
  const day = parseCalendarDate(asOf);
  const asked = {
    skipFaulty,
    correct,
    asOf: day,
    complete: complete && found?.kind === "invoices",
  };
  const askedKey = JSON.stringify({ ...asked, skipFaulty: false });
  useEffect(() => {
    if (found === null || written.peek() !== null) return undefined;
    let stale = false;
    const draw = async (): Promise<void> => {
      const answer = await runImport(host, found, { ...asked, skipFaulty: true, write: false });
      if (stale) return;
      if (answer.ok) {
        preview.value = answer.value;
        fault.value = null;
      } else fault.value = importRefusalText(answer.error, language);
    };
    draw().catch((cause: unknown) => {
      if (!stale) fault.value = [shell.words.peek().faults.unforeseen];
      throw cause;
    });
    return () => {
      stale = true;
    };
  }, [found, askedKey, version, language, written.value]);
  useEffect(() => {
    if (written.value !== null) result.current?.focus();
  }, [written.value]);

  const write = (): void => {
    if (found === null) return;
    void shell.act(WRITE, async () => {
      const answer = await runImport(host, found, { ...asked, write: true });
      if (!answer.ok) return { type: "refused", text: importRefusalText(answer.error, language) };
      const { done } = answer.value;
      if (done === null) return { type: "refused", text: words.refusals["nothing-new"] };
      written.value = answer.value;
      return { type: "done", done };
    });
  };
  const again = (): void => {
    chosen.value = null;
    intake.value = null;
    preview.value = null;
    written.value = null;
    fault.value = null;
  };

  return (
    <div class="rl-stack rl-stack--loose">
      <PageTitle desk={desk}>{words.title.own}</PageTitle>
      {host.ledger.value === null ? (
        <Notice tone="warning" text={words.refusals["not-begun"]}>
          <Button
            small
            name="import/first-run"
            onClick={() => {
              desk.visit({ at: "first-run" });
            }}
          >
            {desk.words.value.shell.begin.own}
          </Button>
        </Notice>
      ) : written.value === null ? (
        <>
          <p class="rl-quiet rl-desk__measure">{words.intro.own}</p>
          <FileDrop
            label={chosen.value === null ? words.choose.own : words.chooseAnother.own}
            hint={chosen.value === null ? words.drop.own : null}
            name={chosen.value === null ? null : foreign(chosen.value.name)}
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onFile={(file) => void choose(file)}
          />
          {fault.value === null ? null : <Notice tone="danger" text={fault.value} urgent />}
          {chosen.value === null ? (
            <Formats desk={desk} />
          ) : (
            <fieldset class="rl-desk__options" aria-label={words.options.own}>
              <SelectField
                id="import-kind"
                label={words.as.own}
                value={kind}
                choices={[
                  { value: "auto", label: words.kinds.auto.own },
                  ...INTAKE_KINDS.map((one) => ({ value: one, label: words.kinds[one].own })),
                ]}
                onInput={(value) => {
                  const { value: file } = chosen;
                  const as = INTAKE_KINDS.find((one) => one === value) ?? "auto";
                  if (file !== null) read(file.table, as);
                  change({ kind: as });
                }}
              />
              {found === null || found.kind === "history" ? null : (
                <DateField
                  id="import-as-of"
                  label={words.asOf.own}
                  hint={words.asOfHint[found.kind].own}
                  optional={shell.words.value.shell.optional.own}
                  required={complete}
                  value={asOf}
                  onInput={(value) => {
                    change({ asOf: value });
                  }}
                />
              )}
              {found?.kind === "invoices" ? (
                <CheckboxField
                  id="import-complete"
                  label={words.complete.own}
                  hint={words.completeHint.own}
                  checked={complete}
                  onInput={(value) => {
                    change({ complete: value });
                  }}
                />
              ) : null}
            </fieldset>
          )}
          {preview.value === null ? null : (
            <section class="rl-section">
              <h2>{words.preview.own}</h2>
              <ImportPreview desk={desk} view={preview.value} />
              {preview.value.changes.length === 0 ? null : (
                <CheckboxField
                  id="import-correct"
                  label={words.correct.own}
                  checked={correct}
                  onInput={(value) => {
                    change({ correct: value });
                  }}
                />
              )}
              {preview.value.faultyLines.length === 0 || !preview.value.writes ? null : (
                <CheckboxField
                  id="import-skip-faulty"
                  label={words.skipFaulty(preview.value.faultyLines.length).own}
                  checked={skipFaulty}
                  onInput={(value) => {
                    change({ skipFaulty: value });
                  }}
                />
              )}
              {preview.value.writes ? (
                <div class="rl-line">
                  <Button
                    look="primary"
                    name={WRITE}
                    busy={shell.busy.value === WRITE}
                    onClick={write}
                  >
                    {words.write.own}
                  </Button>
                </div>
              ) : null}
              <Refused shell={shell} keys={[WRITE]} />
            </section>
          )}
        </>
      ) : (
        <div class="rl-stack rl-stack--loose" ref={result} tabIndex={-1}>
          {chosen.value === null ? null : (
            <p class="rl-quiet">
              <ForeignText text={foreign(chosen.value.name)} />
            </p>
          )}
          <section class="rl-section">
            <h2>{words.result.own}</h2>
            <ImportPreview desk={desk} view={written.value} />
          </section>
          <div class="rl-line">
            <Button look="primary" name="import/again" onClick={again}>
              {words.again.own}
            </Button>
            <Button
              name="import/today"
              onClick={() => {
                desk.visit({ at: "today" });
              }}
            >
              {words.toToday.own}
            </Button>
            {written.value.done?.undo == null ? null : (
              <Button
                name={UNDO}
                busy={shell.busy.value === UNDO}
                onClick={() => {
                  const what = written.value?.done?.undo ?? null;
                  if (what === null) return;
                  void undo(shell, UNDO, what).then(() => {
                    if (shell.refused.peek()?.key !== UNDO) written.value = null;
                  });
                }}
              >
                {written.value.done.undo.label.own}
              </Button>
            )}
          </div>
          <Refused shell={shell} keys={[UNDO]} />
        </div>
      )}
    </div>
  );
};

const Formats = ({ desk }: { readonly desk: Desk }): VNode => {
  const words = desk.words.value.import;
  return (
    <section class="rl-section rl-desk__measure">
      <h2>{words.formats.own}</h2>
      <dl class="rl-fields">
        {words.formatRows.map(({ kind, columns }) => (
          <div key={kind.own}>
            <dt>{kind.own}</dt>
            <dd>{columns.own}</dd>
          </div>
        ))}
      </dl>
      <p class="rl-small rl-quiet">{words.formatsHint.own}</p>
    </section>
  );
};
