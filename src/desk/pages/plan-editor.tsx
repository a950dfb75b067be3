import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { UNWRITTEN_PLAN } from "#shared/app/plan-preview.ts";
import type { PlanPreviewInput } from "#shared/app/plan-preview.ts";
import { chooseKindPlan, writePlan } from "#shared/app/policy-acts.ts";
import { readTypedPlan } from "#shared/app/plans-view.ts";
import type { PlanFaults, PlansView, TypedPlan, TypedStep } from "#shared/app/plans-view.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { capital, foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { DESK_PLANS } from "#shared/locales/desk-plans.ts";
import type { DeskPlansWords } from "#shared/locales/desk-plans.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { isTone } from "#shared/recovery/steps.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { ChecksField, FieldError, TextField } from "#src/sidebar/components/field.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { useKeys } from "#src/sidebar/components/use-keys.ts";
import { joinedUndo } from "#shared/app/joined-undo.ts";
import type { ActOutcome } from "#src/sidebar/shell.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { policyOutcome } from "#src/desk/policy-outcome.ts";
import { PlanPreview } from "./plan-preview.tsx";
import type { EditedPlan } from "./plans-page.tsx";

const SAVE = "plans/save";

/** A plan being written: its steps, who is to follow it, and what that would change today. */
export const PlanEditor = (props: {
  readonly desk: Desk;
  readonly view: PlansView;
  readonly edited: EditedPlan;
  readonly onLeave: () => void;
}): VNode => {
  const { desk, view, edited, onLeave } = props;
  const { shell } = desk;
  const language = shell.host.language.value;
  const words = DESK_PLANS[language];
  const typed = useSignal<TypedPlan>(edited.typed);
  const kinds = useSignal<readonly DebtorKind[]>(edited.kinds);
  const asked = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const { steps, faults } = readTypedPlan(typed.value, language);
  useEffect(() => {
    form.current?.querySelector("input")?.focus();
  }, []);
  useKeys(form, (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  });
  const change = (next: TypedPlan): void => {
    typed.value = next;
    shell.unsaved.value = true;
  };
  const previewed = useMemo<PlanPreviewInput | null>(
    () =>
      steps === null
        ? null
        : {
            plan: { plan: edited.plan, name: edited.typed.name, steps },
            kinds: changedKinds(edited, kinds.value, edited.plan ?? UNWRITTEN_PLAN),
            smallAmounts: null,
          },
    // What was typed is all that changes: its reading is made anew each time.
    [JSON.stringify(steps), kinds.value, edited],
  );
  const save = (): void => {
    asked.value = true;
    if (steps === null || faults.name !== null) {
      focusFault(form.current, faults);
      return;
    }
    const name = typed.peek().name;
    void shell
      .act(SAVE, async (): Promise<ActOutcome> => {
        const { host } = shell;
        const written = await host.run(writePlan, { plan: edited.plan, name, steps });
        if (!written.ok) return policyOutcome(shell, written);
        const undos: DoneView["undo"][] = [written.value.undo];
        const chosen = changedKinds(edited, kinds.peek(), written.value.plan);
        for (const kind of DEBTOR_KINDS) {
          const plan = chosen[kind];
          if (plan === undefined) continue;
          const one = await host.run(chooseKindPlan, { kind, plan });
          if (!one.ok) return policyOutcome(shell, one);
          undos.push(one.value.undo);
        }
        shell.unsaved.value = false;
        const text = words.editor.saved(foreign(name.trim()));
        return { type: "done", done: { text, undo: joinedUndo(undos) } };
      })
      .then((outcome) => {
        if (outcome.type === "done") onLeave();
      });
  };
  const labels = recoveryWords[language].steps;
  return (
    <form
      ref={form}
      class="rl-method__split"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="rl-stack">
        <h1>
          {edited.plan === null ? (
            words.editor.create.own
          ) : (
            <SentenceText text={words.editor.edit(foreign(edited.typed.name))} />
          )}
        </h1>
        <TextField
          id="plan-name"
          label={words.editor.name.own}
          value={typed.value.name}
          error={faults.name}
          required
          onInput={(name) => {
            change({ ...typed.peek(), name });
          }}
        />
        <fieldset class="rl-method__plan">
          <legend class="rl-label">{words.editor.steps.own}</legend>
          <p class="rl-small rl-quiet">{words.editor.stepsHint.own}</p>
          <ol>
            {typed.value.steps.map((step) => (
              <StepRow
                key={step.step}
                step={step}
                label={own(capital(labels[step.step]))}
                words={words}
                tones={view.tones}
                faults={faults}
                onChange={(next) => {
                  const { name, steps: all } = typed.peek();
                  change({ name, steps: all.map((one) => (one.step === next.step ? next : one)) });
                }}
              />
            ))}
          </ol>
        </fieldset>
        <ChecksField
          id="plan-kinds"
          label={words.editor.followers.own}
          hint={words.editor.followersHint.own}
          choices={view.kinds.map(({ kind, label }) => ({ value: kind, label: [label] }))}
          picked={kinds.value}
          onInput={(picked) => {
            kinds.value = DEBTOR_KINDS.filter((kind) => picked.includes(kind));
            shell.unsaved.value = true;
          }}
        />
        {asked.value && (steps === null || faults.name !== null) ? (
          <p class="rl-error" role="alert">
            <span>
              <SentenceText text={words.editor.faults.unfit} />
            </span>
          </p>
        ) : null}
        <Refused shell={shell} keys={[SAVE]} />
        <div class="rl-line">
          <Button look="primary" submit name={SAVE} busy={shell.busy.value === SAVE}>
            {words.editor.save.own}
          </Button>
          <Button name="plans/leave" onClick={onLeave}>
            {words.editor.cancel.own}
          </Button>
        </div>
      </div>
      <PlanPreview desk={desk} input={previewed} followed={isFollowed(view, edited, kinds.value)} />
    </form>
  );
};

/** Kinds that would follow another plan than now: this one, or no longer this one. */
const changedKinds = (
  { kinds: before }: EditedPlan,
  after: readonly DebtorKind[],
  plan: string,
): PlanPreviewInput["kinds"] =>
  Object.fromEntries(
    DEBTOR_KINDS.filter((kind) => before.includes(kind) !== after.includes(kind)).map((kind) => [
      kind,
      after.includes(kind) ? plan : null,
    ]),
  );

const isFollowed = (
  view: PlansView,
  { plan, kinds: before }: EditedPlan,
  kinds: readonly DebtorKind[],
): boolean =>
  kinds.length + before.length > 0 || view.own.some((one) => one.plan === plan && one.isFollowed);

const focusFault = (form: HTMLElement | null, { name, step, part }: PlanFaults): void => {
  const id =
    name !== null
      ? "plan-name"
      : step === null
        ? null
        : part === "days"
          ? `plan-days-${step}`
          : part === "tone"
            ? `plan-tone-${step}`
            : `plan-step-${step}`;
  if (id !== null) form?.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
};

const StepRow = (props: {
  readonly step: TypedStep;
  readonly label: Own;
  readonly words: DeskPlansWords;
  readonly tones: PlansView["tones"];
  readonly faults: PlanFaults;
  readonly onChange: (step: TypedStep) => void;
}): VNode => {
  const { step, label, words, faults, onChange } = props;
  const fault = faults.step === step.step ? faults : null;
  const error = `plan-${step.step}`;
  const describes = (part: PlanFaults["part"]) => ({
    "aria-invalid": fault?.part === part ? ("true" as const) : undefined,
    "aria-describedby": fault?.part === part ? `${error}-error` : undefined,
  });
  return (
    <li class={`rl-method__step${step.present ? "" : " rl-method__step--off"}`}>
      <label class="rl-check">
        <input
          type="checkbox"
          id={`plan-step-${step.step}`}
          checked={step.present}
          {...describes("step")}
          onChange={(event) => {
            onChange({ ...step, present: event.currentTarget.checked });
          }}
        />
        <span>{label.own}</span>
      </label>
      {!step.present ? null : step.step === "legal" ? (
        <p class="rl-small rl-quiet rl-method__law">{words.editor.byLaw.own}</p>
      ) : (
        <div class="rl-suffixed">
          <input
            class="rl-input rl-input--amount"
            id={`plan-days-${step.step}`}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={6}
            aria-label={words.editor.days(label).own}
            value={step.offset}
            {...describes("days")}
            onInput={(event) => {
              onChange({ ...step, offset: event.currentTarget.value });
            }}
          />
          <span class="rl-quiet" aria-hidden="true">
            {words.editor.daysUnit.own}
          </span>
        </div>
      )}
      {!step.present ? null : (
        <select
          class="rl-input"
          id={`plan-tone-${step.step}`}
          aria-label={words.editor.tone(label).own}
          value={step.tone}
          {...describes("tone")}
          onChange={(event) => {
            const tone = event.currentTarget.value;
            if (isTone(tone)) onChange({ ...step, tone });
          }}
        >
          {props.tones.map((tone) => (
            <option key={tone.value} value={tone.value} selected={tone.value === step.tone}>
              {tone.label}
            </option>
          ))}
        </select>
      )}
      {fault === null ? null : (
        <div class="rl-method__fault">
          <FieldError id={error} error={fault.text} />
        </div>
      )}
    </li>
  );
};
