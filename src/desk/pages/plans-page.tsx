import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { removePlan } from "#shared/app/policy-acts.ts";
import { plansView } from "#shared/app/plans-view.ts";
import type { PlanView, PlansView, TypedPlan } from "#shared/app/plans-view.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { DESK_PLANS } from "#shared/locales/desk-plans.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText, plainText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";
import { policyOutcome } from "#src/desk/policy-outcome.ts";
import { KindPlans } from "./kind-plans.tsx";
import { PlanEditor } from "./plan-editor.tsx";

/** What is being written: a new plan, or one of the creditor's own again. */
export type EditedPlan = {
  readonly plan: string | null;
  readonly typed: TypedPlan;
  readonly kinds: readonly DebtorKind[];
};

/** Plans of Relance and of one's own, who follows them, and an editor that says what it would change. */
export const PlansPage = (props: { readonly desk: Desk; readonly shell: Shell }): VNode => {
  const { desk, shell } = props;
  const drawn = useView(shell, plansView, null, "plans");
  return (
    <Loaded
      shell={shell}
      drawn={drawn}
      renderView={(view) => <PlansBody desk={desk} view={view} />}
    />
  );
};

const PlansBody = (props: { readonly desk: Desk; readonly view: PlansView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const words = DESK_PLANS[shell.host.language.value];
  const edited = useSignal<EditedPlan | null>(null);
  const editing = edited.value;
  if (editing !== null) {
    return (
      <PlanEditor
        desk={desk}
        view={view}
        edited={editing}
        onLeave={() => {
          shell.unsaved.value = false;
          edited.value = null;
        }}
      />
    );
  }
  const duplicate = (plan: PlanView): void => {
    const name = plan.shipped ? plan.typed.name : words.copyOf(plan.typed.name);
    edited.value = { plan: null, typed: { ...plan.typed, name }, kinds: [] };
  };
  return (
    <div class="rl-stack rl-stack--loose">
      <PageTitle desk={desk}>{view.title.own}</PageTitle>
      <p class="rl-quiet rl-desk__measure">{words.intro.own}</p>
      <section class="rl-section">
        <h2>{words.own.own}</h2>
        {view.own.length === 0 ? (
          <p class="rl-quiet">{words.ownNone.own}</p>
        ) : (
          <ul class="rl-method__cards">
            {view.own.map((plan) => (
              <PlanCard
                key={plan.plan}
                desk={desk}
                plan={plan}
                onDuplicate={duplicate}
                onEdit={() => {
                  const { plan: id, typed, kinds } = plan;
                  edited.value = { plan: id, typed, kinds };
                }}
              />
            ))}
          </ul>
        )}
      </section>
      <KindPlans key={shell.host.language.value} desk={desk} view={view} />
      <section class="rl-section">
        <h2>{words.shipped.own}</h2>
        <ul class="rl-method__cards">
          {view.shipped.map((plan) => (
            <PlanCard key={plan.plan} desk={desk} plan={plan} onDuplicate={duplicate} />
          ))}
        </ul>
      </section>
    </div>
  );
};

const PlanCard = (props: {
  readonly desk: Desk;
  readonly plan: PlanView;
  readonly onDuplicate: (plan: PlanView) => void;
  readonly onEdit?: () => void;
}): VNode => {
  const { desk, plan } = props;
  const { shell } = desk;
  const { host } = shell;
  const words = DESK_PLANS[host.language.value];
  const name = plainText(plan.name);
  const removing = `plans/remove/${plan.plan}`;
  return (
    <li class="rl-card rl-method__card" data-plan={plan.plan}>
      <div>
        <h3>
          <SentenceText text={plan.name} />
        </h3>
        <p class="rl-small rl-quiet">{(plan.replaced ?? plan.followers).own}</p>
      </div>
      {plan.fault === null ? null : <Notice tone="warning" text={plan.fault} />}
      <table class="rl-method__steps">
        <caption class="rl-hidden">
          <SentenceText text={words.table(plan.name)} />
        </caption>
        <thead class="rl-hidden">
          <tr>
            <th scope="col">{words.columns.step.own}</th>
            <th scope="col">{words.columns.when.own}</th>
            <th scope="col">{words.columns.tone.own}</th>
          </tr>
        </thead>
        <tbody>
          {plan.steps.map((step) => (
            <tr key={step.step}>
              <th scope="row">{step.label.own}</th>
              <td>{step.when.own}</td>
              <td>{step.tone.own}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="rl-line rl-method__foot">
        {props.onEdit === undefined ? null : (
          <Button small name={`plans/edit/${plan.plan}`} onClick={props.onEdit}>
            {words.edit.own}
            <span class="rl-hidden"> : {name}</span>
          </Button>
        )}
        <Button
          small
          name={`plans/duplicate/${plan.plan}`}
          onClick={() => {
            props.onDuplicate(plan);
          }}
        >
          {words.duplicate.own}
          <span class="rl-hidden"> : {name}</span>
        </Button>
        {plan.shipped ? null : (
          <Button
            small
            look="subtle"
            name={removing}
            busy={shell.busy.value === removing}
            onClick={() => {
              void shell.act(removing, async () =>
                policyOutcome(shell, await host.run(removePlan, { plan: plan.plan })),
              );
            }}
          >
            {words.remove.own}
            <span class="rl-hidden"> : {name}</span>
          </Button>
        )}
      </div>
      <Refused shell={shell} keys={[removing]} />
    </li>
  );
};
