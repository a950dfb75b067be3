import type { VNode } from "preact";
import type { AmountsView, FactLineView, FieldView } from "#shared/app/view-parts.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { Actions } from "./actions.tsx";
import { SentenceText } from "./sentence-text.tsx";

/** How old what we know is. Stale, it turns amber and brings its own buttons. */
export const FactLines = (props: {
  readonly shell: Shell;
  readonly facts: readonly FactLineView[];
  /** Stands before them on the same line. */
  readonly lead?: Own;
}): VNode => {
  const stale = props.facts.filter((fact) => fact.stale);
  const fresh = props.facts.filter((fact) => !fact.stale);
  const known = [
    ...(props.lead === undefined ? [] : [props.lead.own]),
    ...fresh.map(({ text }) => text.own),
  ];
  return (
    <>
      {known.length === 0 ? null : <p class="rl-small rl-quiet">{known.join(" · ")}</p>}
      {stale.map((fact) => (
        <div class="rl-stale" key={fact.text.own}>
          <p class="rl-small">{fact.text.own}</p>
          <Actions shell={props.shell} actions={fact.actions} small />
        </div>
      ))}
    </>
  );
};

/** Labels and values, in two columns. */
export const Fields = ({ fields }: { readonly fields: readonly FieldView[] }): VNode => (
  <dl class="rl-fields">
    {fields.map(({ label, value }) =>
      value === null ? null : (
        <div key={label.own}>
          <dt>{label.own}</dt>
          <dd>
            <SentenceText text={value} />
          </dd>
        </div>
      ),
    )}
  </dl>
);

export const Balances = ({ balances }: { readonly balances: readonly AmountsView[] }): VNode => (
  <dl class="rl-fields rl-fields--amounts">
    {balances.map(({ label, amounts }) => (
      <div key={label.own}>
        <dt>{label.own}</dt>
        <dd>
          {amounts.map(({ own }) => (
            <span class="rl-amount" key={own}>
              {own}
            </span>
          ))}
        </dd>
      </div>
    ))}
  </dl>
);
