import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { calendarView } from "#shared/app/calendar-view.ts";
import { ownedAccounts, passOnDebtors } from "#shared/app/owner-acts.ts";
import { ownersView } from "#shared/app/owners-view.ts";
import type { OwnersView } from "#shared/app/owners-view.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { DESK_HANDOVER } from "#shared/locales/desk-handover.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { SelectField, TextField } from "#src/sidebar/components/field.tsx";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
import { Table } from "#src/sidebar/components/table.tsx";
import { refusalText } from "#src/sidebar/refusal-text.ts";
import type { ActOutcome, Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";

const PASS = "handover/pass";
const ONLY = "handover/only";
const DATES = "handover/dates";

/** One of us passes debtors on to another, with a file for the other's ledger to take in. */
export const HandoverPage = (props: { readonly desk: Desk; readonly shell: Shell }): VNode => {
  const { desk, shell } = props;
  const drawn = useView(shell, ownersView, null, "owners");
  const words = DESK_HANDOVER[shell.host.language.value];
  return (
    <Loaded
      shell={shell}
      drawn={drawn}
      renderView={(view) => (
        <div class="rl-stack rl-stack--loose rl-desk__measure">
          <PageTitle desk={desk}>{view.title.own}</PageTitle>
          <p class="rl-quiet">{words.intro.own}</p>
          {view.owners.length === 0 ? <Nobody desk={desk} /> : <PassOn desk={desk} view={view} />}
          <section class="rl-section">
            <h2>{words.after.own}</h2>
            <ol class="rl-method__then">
              {words.steps.map((step) => (
                <li key={step.own}>{step.own}</li>
              ))}
            </ol>
            <div class="rl-line">
              <Button
                small
                name="handover/restore"
                onClick={() => {
                  desk.visit({ at: "settings" });
                }}
              >
                {words.restore.own}
              </Button>
            </div>
          </section>
        </div>
      )}
    />
  );
};

const Nobody = ({ desk }: { readonly desk: Desk }): VNode => {
  const words = DESK_HANDOVER[desk.shell.host.language.value].none;
  return (
    <div class="rl-empty">
      <h2>{words.title.own}</h2>
      <p>{words.text.own}</p>
      <div class="rl-line">
        <Button
          name="handover/debtors"
          onClick={() => {
            desk.visit({ at: "desk", page: "debtors" });
          }}
        >
          {words.debtors.own}
        </Button>
      </div>
    </div>
  );
};

const PassOn = (props: { readonly desk: Desk; readonly view: OwnersView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const { host } = shell;
  const language = host.language.value;
  const words = DESK_HANDOVER[language];
  const chosen = useSignal<string | null>(null);
  const to = useSignal("");
  const error = useSignal<Sentence | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const me = view.owners.find(({ owner }) => sameName(owner.foreign, host.author.value));
  const first = me ?? view.owners[0];
  const known = view.owners.some(({ owner }) => owner.foreign === chosen.value);
  const from = known ? (chosen.value ?? "") : (first?.owner.foreign ?? "");

  const give = async (
    accounts: readonly string[],
    passed: Extract<ActOutcome, { readonly type: "done" }>["done"] | null,
  ): Promise<ActOutcome> => {
    const made = await host.extract(accounts);
    if (!made.ok) {
      return passed === null
        ? { type: "refused", text: [made.text] }
        : {
            type: "done",
            done: { ...passed, text: words.passedNotSaved(passed.text, made.text) },
          };
    }
    if (made.file !== undefined) {
      await host.download(made.file.name, "application/octet-stream", made.file.bytes);
    }
    return passed === null
      ? { type: "done", done: { text: [made.text], undo: null } }
      : { type: "done", done: { ...passed, text: words.passedAndSaved(passed.text, made.text) } };
  };
  const pass = (): void => {
    const name = to.peek().trim();
    error.value = name === "" ? words.toMissing : sameName(name, from) ? words.toSame : null;
    if (error.peek() !== null) {
      form.current?.querySelector<HTMLElement>("#handover-to")?.focus();
      return;
    }
    void shell.act(PASS, async () => {
      const passed = await host.run(passOnDebtors, { from, to: name });
      if (!passed.ok) return { type: "refused", text: refusalText(passed.error, language) };
      shell.unsaved.value = false;
      to.value = "";
      return give(passed.value.accounts, passed.value);
    });
  };
  const only = (): void => {
    void shell.act(ONLY, async () => {
      const owned = await host.run(ownedAccounts, { owner: from });
      return owned.ok
        ? give(owned.value.accounts, null)
        : { type: "refused", text: refusalText(owned.error, language) };
    });
  };
  const dates = (): void => {
    void shell.act(DATES, async () => {
      const made = await host.run(calendarView, { named: false, owner: from });
      if (!made.ok) return { type: "refused", text: refusalText(made.error, language) };
      const { fileName, text, note } = made.value;
      await host.download(fileName, "text/calendar;charset=utf-8", utf8Bytes(text));
      return { type: "done", done: { text: [note], undo: null } };
    });
  };
  return (
    <>
      <Table
        caption={words.owners.own}
        columns={[
          { key: "owner", label: words.columns.owner.own },
          { key: "debtors", label: words.columns.debtors.own, number: true },
        ]}
        rows={[
          ...view.owners.map(({ owner, debtors }) => ({
            key: owner.foreign,
            cells: [<ForeignText key="owner" text={owner} />, debtors],
          })),
          ...(view.nobody === 0
            ? []
            : [
                {
                  key: "",
                  cells: [
                    <span key="nobody" class="rl-quiet">
                      {words.nobody.own}
                    </span>,
                    view.nobody,
                  ],
                },
              ]),
        ]}
      />
      <form
        ref={form}
        class="rl-stack rl-desk__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          pass();
        }}
      >
        <SelectField
          id="handover-from"
          label={words.from.own}
          value={from}
          choices={view.owners.map(({ owner, debtors }) => ({
            value: owner.foreign,
            label: words.fromChoice(owner, debtors),
          }))}
          onInput={(value) => {
            chosen.value = value;
          }}
        />
        <TextField
          id="handover-to"
          label={words.to.own}
          hint={words.toHint.own}
          value={to.value}
          error={error.value}
          required
          suggestions={view.owners
            .map(({ owner }) => owner.foreign)
            .filter((name) => !sameName(name, from))}
          onInput={(value) => {
            to.value = value;
            shell.unsaved.value = true;
          }}
        />
        <Refused shell={shell} keys={[PASS, ONLY, DATES]} />
        <div class="rl-line">
          <Button look="primary" submit name={PASS} busy={shell.busy.value === PASS}>
            {words.pass.own}
          </Button>
          <Button name={ONLY} busy={shell.busy.value === ONLY} onClick={only}>
            {words.only.own}
          </Button>
          <Button name={DATES} busy={shell.busy.value === DATES} onClick={dates}>
            {words.dates.own}
          </Button>
        </div>
        <p class="rl-small rl-quiet">{words.onlyHint.own}</p>
      </form>
    </>
  );
};

const sameName = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();
