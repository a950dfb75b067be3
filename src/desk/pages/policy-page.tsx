import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { changePolicy } from "#shared/app/policy-acts.ts";
import { policyView, readTypedPolicy } from "#shared/app/policy-view.ts";
import type {
  PolicyFlag,
  PolicyTextField,
  PolicyView,
  TypedPolicy,
} from "#shared/app/policy-view.ts";
import type { Own } from "#shared/kernel/text.ts";
import { DESK_POLICY } from "#shared/locales/desk-policy.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import {
  AmountField,
  CheckboxField,
  ChecksField,
  SelectField,
  TextField,
} from "#src/sidebar/components/field.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";
import { policyOutcome } from "#src/desk/policy-outcome.ts";
import { Closures } from "./closures.tsx";

const SAVE = "policy/save";

/** The rules that hold for the whole ledger, and the days on which the office is shut. */
export const PolicyPage = (props: { readonly desk: Desk; readonly shell: Shell }): VNode => {
  const { desk, shell } = props;
  const drawn = useView(shell, policyView, null, "policy");
  const words = DESK_POLICY[shell.host.language.value];
  return (
    <Loaded
      shell={shell}
      drawn={drawn}
      renderView={(view) => (
        <div class="rl-stack rl-stack--loose rl-desk__measure">
          <PageTitle desk={desk}>{view.title.own}</PageTitle>
          <p class="rl-quiet">{words.intro.own}</p>
          <Rules key={JSON.stringify(view.typed)} desk={desk} view={view} />
          <Closures desk={desk} view={view} />
        </div>
      )}
    />
  );
};

const isSame = (a: TypedPolicy, b: TypedPolicy): boolean => JSON.stringify(a) === JSON.stringify(b);

const NO_FAULTS: ReadonlyMap<string, Sentence> = new Map();

const Rules = (props: { readonly desk: Desk; readonly view: PolicyView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const language = shell.host.language.value;
  const words = DESK_POLICY[language];
  const { fields, hints } = words;
  const typed = useSignal<TypedPolicy>(view.typed);
  const faults = useSignal(NO_FAULTS);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // A closure that was noted beside it leaves what is typed here unsaved.
    if (typed.peek() !== view.typed && !isSame(typed.peek(), view.typed)) {
      shell.unsaved.value = true;
    }
  });
  const change = (part: Partial<TypedPolicy>): void => {
    typed.value = { ...typed.peek(), ...part };
    shell.unsaved.value = true;
  };
  const save = (): void => {
    const read = readTypedPolicy(typed.peek(), view.typed, view.currencies, language);
    faults.value = read.faults;
    const { changes } = read;
    if (changes === null) {
      const [first = ""] = read.faults.keys();
      form.current?.querySelector<HTMLElement>(`#policy-${CSS.escape(first)}`)?.focus();
      return;
    }
    void shell.act(SAVE, async () => {
      if (Object.keys(changes).length === 0) return { type: "refused", text: words.unchanged };
      return policyOutcome(shell, await shell.host.run(changePolicy, { changes }));
    });
  };
  const text = (field: PolicyTextField, label: Own, hint: Own | null = null): VNode => (
    <TextField
      id={`policy-${field}`}
      label={label.own}
      hint={hint?.own}
      value={typed.value.texts[field]}
      error={faults.value.get(field)}
      onInput={(value) => {
        change({ texts: { ...typed.peek().texts, [field]: value } });
      }}
    />
  );
  const flag = (field: PolicyFlag): VNode => (
    <CheckboxField
      id={`policy-${field}`}
      label={fields[field].own}
      hint={hints[field].own}
      checked={typed.value.flags[field]}
      onInput={(checked) => {
        change({ flags: { ...typed.peek().flags, [field]: checked } });
      }}
    />
  );
  const choice = (
    field: keyof TypedPolicy["choices"],
    labels: Readonly<Record<string, Own>>,
  ): VNode => (
    <SelectField
      id={`policy-${field}`}
      label={fields[field].own}
      hint={hints[field].own}
      value={typed.value.choices[field]}
      choices={Object.entries(labels).map(([value, label]) => ({ value, label: label.own }))}
      onInput={(value) => {
        change({ choices: { ...typed.peek().choices, [field]: value } });
      }}
    />
  );
  return (
    <form
      ref={form}
      class="rl-stack rl-stack--loose"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset class="rl-method__group">
        <legend>{words.groups.rhythm.own}</legend>
        <div class="rl-method__pair">
          {text("capMessages", fields.capMessages)}
          {text("capDays", fields.capDays)}
          <p class="rl-small rl-quiet">{hints.capMessages.own}</p>
        </div>
        {text("promiseGraceDays", fields.promiseGraceDays, hints.promiseGraceDays)}
        {flag("useHabits")}
      </fieldset>
      <fieldset class="rl-method__group">
        <legend>{words.groups.money.own}</legend>
        {view.currencies.map((currency, index) => (
          <AmountField
            key={currency}
            id={`policy-tolerance-${currency}`}
            label={fields.tolerance(currency).own}
            hint={index === 0 ? hints.tolerances.own : null}
            currency={currency}
            value={typed.value.tolerances[currency] ?? ""}
            error={faults.value.get(`tolerance-${currency}`)}
            onInput={(value) => {
              change({ tolerances: { ...typed.peek().tolerances, [currency]: value } });
            }}
          />
        ))}
        <p class="rl-small">
          <span class="rl-quiet">{words.smallAmounts.own}</span>{" "}
          <LinkButton
            name="policy/plans"
            onClick={() => {
              desk.visit({ at: "desk", page: "plans" });
            }}
          >
            {words.toPlans.own}
          </LinkButton>
        </p>
      </fieldset>
      <fieldset class="rl-method__group">
        <legend>{words.groups.interest.own}</legend>
        {choice("interestBasis", words.bases)}
        {choice("rateSplit", words.splits)}
        {choice("allocationOrder", words.orders)}
      </fieldset>
      <fieldset class="rl-method__group">
        <legend>{words.groups.formal.own}</legend>
        <div class="rl-method__pair">
          {text("noticeDays", fields.noticeDays)}
          {text("consumerNoticeDays", fields.consumerNoticeDays)}
          <p class="rl-small rl-quiet">{hints.noticeDays.own}</p>
        </div>
        <ChecksField
          id="policy-approvalSteps"
          label={fields.approvalSteps.own}
          hint={hints.approvalSteps.own}
          choices={view.steps}
          picked={typed.value.approvalSteps}
          onInput={(approvalSteps) => {
            change({ approvalSteps });
          }}
        />
        <div class="rl-method__pair">
          {text("mediatorName", fields.mediatorName)}
          {text("mediatorSite", fields.mediatorSite)}
          <p class="rl-small rl-quiet">{hints.mediator.own}</p>
        </div>
      </fieldset>
      <fieldset class="rl-method__group">
        <legend>{words.groups.creditor.own}</legend>
        {choice("trader", words.traders)}
        {flag("outsideMainland")}
        {flag("alsaceMoselle")}
      </fieldset>
      <Refused shell={shell} keys={[SAVE]} />
      <div class="rl-line">
        <Button look="primary" submit name={SAVE} busy={shell.busy.value === SAVE}>
          {words.save.own}
        </Button>
      </div>
    </form>
  );
};
