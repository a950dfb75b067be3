import type { VNode } from "preact";
import type { AcknowledgementView, ClockView, ClocksView } from "#shared/app/clocks-view.ts";
import { LAW_SCREEN } from "#shared/locales/law-screen-words.ts";
import { Actions } from "#src/sidebar/components/actions.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { CitedText, Fold, Numbers } from "./law-parts.tsx";

/** Every deadline of one debtor, those that run first; what is at rest is folded. */
export const ClocksBody = (props: { readonly shell: Shell; readonly view: ClocksView }): VNode => {
  const { shell, view } = props;
  const words = LAW_SCREEN[shell.host.language.value].clocks;
  const alive = view.clocks.filter(({ state }) => state !== "done");
  const done = view.clocks.filter(({ state }) => state === "done");
  return (
    <>
      <p class="rl-small rl-quiet rl-law__measure">{view.intro.own}</p>
      {view.none === null ? null : <p class="rl-quiet">{view.none.own}</p>}
      {alive.length === 0 ? null : (
        <ul class="rl-law-cards" aria-label={words.all.own}>
          {alive.map((clock) => (
            <Clock key={clock.key} shell={shell} clock={clock} />
          ))}
        </ul>
      )}
      {view.acknowledgements.length === 0 ? null : (
        <section class="rl-section" aria-label={view.acknowledgementsTitle.own}>
          <h2>{view.acknowledgementsTitle.own}</h2>
          <ul class="rl-law-cards">
            {view.acknowledgements.map((one) => (
              <Acknowledgement key={one.key} shell={shell} one={one} />
            ))}
          </ul>
        </section>
      )}
      {done.length === 0 ? null : (
        <Fold name="law/done" label={<h2>{words.done(done.length).own}</h2>}>
          <ul class="rl-law-cards">
            {done.map((clock) => (
              <Clock key={clock.key} shell={shell} clock={clock} />
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
};

const Clock = (props: { readonly shell: Shell; readonly clock: ClockView }): VNode => {
  const { shell, clock } = props;
  const words = LAW_SCREEN[shell.host.language.value].clocks;
  return (
    <li class={`rl-law-card rl-law-card--${clock.tone}`} data-key={`clock/${clock.kind}`}>
      <div class="rl-law-card__head">
        <h2>{clock.title.own}</h2>
        <span class="rl-law-state">
          {clock.stateWord.own}
          {clock.state === "done" ? null : ` · ${clock.sideWord.own}`}
        </span>
      </div>
      <p class={`rl-law-tone--${clock.tone}`}>
        <SentenceText text={clock.text} />
      </p>
      <p class="rl-small rl-quiet">
        {clock.cited === null ? null : <CitedText cited={clock.cited} />}
        {clock.basis === null ? null : clock.basis.own}
        {clock.invoices.length === 0 ? null : (
          <>
            {" · "}
            {words.invoices(clock.invoices.length).own} <Numbers numbers={clock.invoices} />
          </>
        )}
      </p>
      <Fold name={`${clock.key}/why`} label={<span class="rl-small">{words.why.own}</span>}>
        <ol class="rl-law-steps rl-small">
          {clock.why.length === 0 ? (
            <li>
              <SentenceText text={clock.start} />
            </li>
          ) : null}
          {clock.why.map((step, index) => (
            <li key={String(index)}>
              <SentenceText text={step} />
            </li>
          ))}
        </ol>
      </Fold>
      {clock.actions.length === 0 ? null : <Actions shell={shell} actions={clock.actions} small />}
    </li>
  );
};

const Acknowledgement = (props: {
  readonly shell: Shell;
  readonly one: AcknowledgementView;
}): VNode => {
  const { shell, one } = props;
  const words = LAW_SCREEN[shell.host.language.value].clocks;
  return (
    <li class="rl-law-card" data-key={`acknowledgement/${one.key}`}>
      <p>
        <b>
          <SentenceText text={one.text} />
        </b>{" "}
        {one.caution.own}
      </p>
      <p>
        <SentenceText text={one.beforeAndAfter} />
      </p>
      <p class="rl-small rl-quiet">
        <CitedText cited={one.cited} />
        {one.invoices.length === 0 ? null : (
          <>
            {" · "}
            {words.invoices(one.invoices.length).own} <Numbers numbers={one.invoices} />
          </>
        )}
      </p>
      <Actions shell={shell} actions={[one.action]} small />
    </li>
  );
};
