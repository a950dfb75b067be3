import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { PlanPreviewInput } from "#shared/app/plan-preview.ts";
import { changePolicy, chooseKindPlan } from "#shared/app/policy-acts.ts";
import { readAmount } from "#shared/app/plans-view.ts";
import type { PlansView } from "#shared/app/plans-view.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { Policy } from "#shared/claims/creditor.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { DESK_PLANS } from "#shared/locales/desk-plans.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { AmountField, SelectField } from "#src/sidebar/components/field.tsx";
import { joinedUndo } from "#shared/app/joined-undo.ts";
import type { ActOutcome } from "#src/sidebar/shell.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { policyOutcome } from "#src/desk/policy-outcome.ts";
import { PlanPreview } from "./plan-preview.tsx";

const SAVE = "plans/kinds";

type Texts = Readonly<Record<string, string>>;

/** Which plan each kind of debtor follows, and below which total small amounts have their own. */
export const KindPlans = (props: { readonly desk: Desk; readonly view: PlansView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const language = shell.host.language.value;
  const words = DESK_PLANS[language].kinds;
  /** What differs from what stands, by kind and by currency. */
  const chosen = useSignal<Texts>({});
  const typed = useSignal<Texts>({});
  const kinds = kindsChanged(view, chosen.value);
  const small = smallChanged(view, typed.value, language);
  const isChanged = Object.keys(kinds).length > 0 || small !== "same";
  const input = useMemo<PlanPreviewInput | null>(
    () =>
      small === "unfit"
        ? null
        : { plan: null, kinds, smallAmounts: small === "same" ? null : small },
    [JSON.stringify([kinds, small])],
  );
  const save = (): void => {
    if (small === "unfit") {
      document.querySelector<HTMLElement>('[id^="small-"][aria-invalid]')?.focus();
      return;
    }
    void shell.act(SAVE, async (): Promise<ActOutcome> => {
      const { host } = shell;
      if (!isChanged) return { type: "refused", text: words.unchanged };
      const undos: DoneView["undo"][] = [];
      for (const { kind } of view.kinds) {
        const plan = kinds[kind];
        if (plan === undefined) continue;
        const one = await host.run(chooseKindPlan, { kind, plan });
        if (!one.ok) return policyOutcome(shell, one);
        undos.push(one.value.undo);
      }
      if (small !== "same") {
        const one = await host.run(changePolicy, { changes: { smallAmounts: [...small] } });
        if (!one.ok) return policyOutcome(shell, one);
        undos.push(one.value.undo);
      }
      chosen.value = {};
      typed.value = {};
      shell.unsaved.value = false;
      return { type: "done", done: { text: words.saved, undo: joinedUndo(undos) } };
    });
  };
  return (
    <section class="rl-section">
      <h2>{words.title.own}</h2>
      <p class="rl-quiet rl-desk__measure">{words.hint.own}</p>
      <form
        class="rl-method__split"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div class="rl-stack">
          {view.kinds.map(({ kind, label, plan, choices }) => (
            <SelectField
              key={kind}
              id={`kind-${kind}`}
              label={label.own}
              value={chosen.value[kind] ?? plan}
              choices={choices}
              onInput={(value) => {
                chosen.value = { ...chosen.peek(), [kind]: value };
                shell.unsaved.value = true;
              }}
            />
          ))}
          <fieldset class="rl-stack rl-stack--tight">
            <legend class="rl-label">{words.small.own}</legend>
            <p class="rl-small rl-quiet">{words.smallHint.own}</p>
            {view.smallAmounts.map(({ currency, value }) => {
              const text = typed.value[currency] ?? value;
              const wrong = readAmount(text, currency, language) === null;
              return (
                <AmountField
                  key={currency}
                  id={`small-${currency}`}
                  label={words.smallIn(currency).own}
                  currency={currency}
                  value={text}
                  error={wrong ? words.amountWrong : null}
                  onInput={(next) => {
                    typed.value = { ...typed.peek(), [currency]: next };
                    shell.unsaved.value = true;
                  }}
                />
              );
            })}
          </fieldset>
          <Refused shell={shell} keys={[SAVE]} />
          <div class="rl-line">
            <Button submit name={SAVE} busy={shell.busy.value === SAVE}>
              {words.save.own}
            </Button>
          </div>
        </div>
        {isChanged ? <PlanPreview desk={desk} input={input} followed /> : null}
      </form>
    </section>
  );
};

const kindsChanged = (
  { kinds }: PlansView,
  chosen: Texts,
): Readonly<Partial<Record<DebtorKind, string | null>>> =>
  Object.fromEntries(
    kinds.flatMap(({ kind, plan }) => {
      const now = chosen[kind];
      return now === undefined || now === plan ? [] : [[kind, now === "" ? null : now] as const];
    }),
  );

const smallChanged = (
  { smallAmounts }: PlansView,
  typed: Texts,
  language: Language,
): Policy["smallAmounts"] | "same" | "unfit" => {
  if (smallAmounts.every(({ currency, value }) => (typed[currency] ?? value) === value))
    return "same";
  const all: { currency: (typeof smallAmounts)[number]["currency"]; amount: number }[] = [];
  for (const { currency, value } of smallAmounts) {
    const amount = readAmount(typed[currency] ?? value, currency, language);
    if (amount === null) return "unfit";
    if (amount !== "empty") all.push({ currency, amount });
  }
  return all;
};
