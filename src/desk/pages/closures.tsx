import { capital } from "#shared/kernel/text.ts";
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { addClosure, removeClosure } from "#shared/app/policy-acts.ts";
import type { PolicyView } from "#shared/app/policy-view.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import { DESK_POLICY } from "#shared/locales/desk-policy.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { DateField, TextField } from "#src/sidebar/components/field.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Desk } from "#src/desk/desk-shell.ts";
import { policyOutcome } from "#src/desk/policy-outcome.ts";

const ADD = "closures/add";

type Errors = { readonly [field in "from" | "to" | "reason"]?: Sentence };

/** The days on which nobody chases. */
export const Closures = (props: { readonly desk: Desk; readonly view: PolicyView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const { host } = shell;
  const words = DESK_POLICY[host.language.value].closures;
  const from = useSignal("");
  const to = useSignal("");
  const reason = useSignal("");
  const errors = useSignal<Errors>({});
  const form = useRef<HTMLFormElement>(null);
  const add = (): void => {
    const first = parseCalendarDate(from.peek());
    const last = parseCalendarDate(to.peek());
    const why = reason.peek().trim();
    const found: Errors = {
      ...(first === null ? { from: words.faults.date } : {}),
      ...(last === null ? { to: words.faults.date } : {}),
      ...(why === "" ? { reason: words.faults.reason } : {}),
    };
    errors.value = found;
    if (first === null || last === null || why === "") {
      const [field = ""] = Object.keys(found);
      form.current?.querySelector<HTMLElement>(`#closure-${field}`)?.focus();
      return;
    }
    void shell
      .act(ADD, async () =>
        policyOutcome(shell, await host.run(addClosure, { from: first, to: last, reason: why })),
      )
      .then((outcome) => {
        if (outcome.type !== "done") return;
        from.value = "";
        to.value = "";
        reason.value = "";
      });
  };
  const typed = (): void => {
    shell.unsaved.value = true;
  };
  return (
    <section class="rl-section">
      <h2>{words.title.own}</h2>
      <p class="rl-small rl-quiet">{words.hint.own}</p>
      <p class="rl-small rl-quiet">
        <SentenceText text={view.holidays} />
      </p>
      {view.closures.length === 0 ? (
        <p class="rl-quiet">{words.none.own}</p>
      ) : (
        <ul class="rl-desk__plain">
          {view.closures.map(({ closure, dates, reason: why, state }) => {
            const key = `closures/remove/${closure}`;
            return (
              <li key={closure} class="rl-desk__item">
                <div class="rl-desk__item-main">
                  <p>
                    {capital(dates.own)}
                    {state === null ? null : <span class="rl-quiet"> ({state.own})</span>}
                  </p>
                  <p class="rl-small rl-quiet">
                    <ForeignText text={why} />
                  </p>
                  <Refused shell={shell} keys={[key]} />
                </div>
                <Button
                  small
                  look="subtle"
                  name={key}
                  busy={shell.busy.value === key}
                  onClick={() => {
                    void shell.act(key, async () =>
                      policyOutcome(shell, await host.run(removeClosure, { closure })),
                    );
                  }}
                >
                  {words.remove.own}
                  <span class="rl-hidden"> : {dates.own}</span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <form
        ref={form}
        class="rl-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div class="rl-method__pair">
          <DateField
            id="closure-from"
            label={words.from.own}
            value={from.value}
            error={errors.value.from}
            required
            onInput={(value) => {
              from.value = value;
              typed();
            }}
          />
          <DateField
            id="closure-to"
            label={words.to.own}
            value={to.value}
            error={errors.value.to}
            required
            onInput={(value) => {
              to.value = value;
              typed();
            }}
          />
        </div>
        <TextField
          id="closure-reason"
          label={words.reason.own}
          hint={words.reasonHint.own}
          value={reason.value}
          error={errors.value.reason}
          required
          onInput={(value) => {
            reason.value = value;
            typed();
          }}
        />
        <Refused shell={shell} keys={[ADD]} />
        <div class="rl-line">
          <Button submit name={ADD} busy={shell.busy.value === ADD}>
            {words.add.own}
          </Button>
        </div>
      </form>
    </section>
  );
};
