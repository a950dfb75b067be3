import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { MarkedView, RouteCardView, RoutesView } from "#shared/app/routes-view.ts";
import { LAW_SCREEN } from "#shared/locales/law-screen-words.ts";
import { LinkButton } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { CitedText, Fold, Mark } from "./law-parts.tsx";

/** Every route in the law's own order: criteria and what the file says of them. None is proposed. */
export const RoutesBody = (props: { readonly shell: Shell; readonly view: RoutesView }): VNode => {
  const { shell, view } = props;
  const words = LAW_SCREEN[shell.host.language.value].routes;
  const all = useSignal(false);
  return (
    <>
      <p class="rl-law__measure">{view.intro.own}</p>
      {view.notes.map((note) => (
        <Notice key={note.own} tone="info" text={[note]} />
      ))}
      <LinkButton
        name="law/routes/all"
        onClick={() => {
          all.value = !all.value;
        }}
      >
        {all.value ? words.close.own : words.open.own}
      </LinkButton>
      {/* Opening all draws anew: what a person closed by hand opens with the rest. */}
      <div class="rl-groups rl-law-routes" key={String(all.value)}>
        {view.routes.map((route) => (
          <Route key={route.key} route={route} labels={view.labels} open={all.value} />
        ))}
      </div>
    </>
  );
};

/** Beside its word, which says the same: never a colour alone. */
const SIGNS = { met: "✓", "not-met": "✗", unknown: "?" } as const;

const Route = (props: {
  readonly route: RouteCardView;
  readonly labels: RoutesView["labels"];
  readonly open: boolean;
}): VNode => {
  const { route, labels } = props;
  return (
    <Fold
      name={`route/${route.key}`}
      open={props.open}
      label={
        <span class="rl-law-route__head">
          <b>{route.title.own}</b>
          <span class="rl-small rl-quiet">
            {route.availability === "available" ? null : (
              <>
                <span class="rl-law-mark">{route.availabilityWord.own}</span>{" "}
              </>
            )}
            <SentenceText text={route.summary} />
          </span>
        </span>
      }
    >
      <dl class="rl-law-facts">
        <div>
          <dt>{labels.availability.own}</dt>
          <dd>
            {route.availabilityWord.own} · <CitedText cited={route.cited} />
          </dd>
        </div>
        <div>
          <dt>{labels.forum.own}</dt>
          <dd>{route.forum.own}</dd>
        </div>
        <div>
          <dt>{labels.conditions.own}</dt>
          <dd>
            <ul class="rl-law-conditions">
              {route.conditions.map((one) => (
                <li key={one.key} class={`rl-law-outcome--${one.outcome}`}>
                  <span class="rl-law-sign" aria-hidden="true">
                    {SIGNS[one.outcome]}
                  </span>
                  <span>
                    {one.text.own} <b>{one.outcomeWord.own}</b>
                    <span class="rl-small rl-quiet">
                      {" "}
                      <CitedText cited={one.cited} />
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{labels.lacks.own}</dt>
          <dd>
            {route.lacks.length === 0 ? (
              labels.lacksNothing.own
            ) : (
              <ul class="rl-bullets">
                {route.lacks.map((item) => (
                  <li key={item.own}>{item.own}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{labels.costs.own}</dt>
          <dd>
            <ul class="rl-bullets">
              {route.costs.map((cost, index) => (
                <li key={String(index)}>
                  <Marked of={cost} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{labels.delay.own}</dt>
          <dd>
            <Marked of={route.delay} />
          </dd>
        </div>
      </dl>
    </Fold>
  );
};

const Marked = ({ of }: { readonly of: MarkedView }): VNode => (
  <span>
    <SentenceText text={of.text} />
    <Mark mark={of.mark} />
  </span>
);
