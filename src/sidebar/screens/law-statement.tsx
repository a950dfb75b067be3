import { useSignal } from "@preact/signals";
import type { ComponentChildren, VNode } from "preact";
import type {
  SegmentView,
  StatementPartView,
  StatementView,
  TotalView,
} from "#shared/app/statement-view.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays, dateOf, parseCalendarDate } from "#shared/kernel/calendar.ts";
import { own } from "#shared/kernel/text.ts";
import { longDate } from "#shared/locales/calendar-words.ts";
import { LAW_SCREEN } from "#shared/locales/law-screen-words.ts";
import { Actions } from "#src/sidebar/components/actions.tsx";
import { DateField } from "#src/sidebar/components/field.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { LawPlace, Shell } from "#src/sidebar/shell.ts";
import { CitedText, Fold, Mark } from "./law-parts.tsx";

/** What is drawn of the periods: a list where it is narrow, a table where there is room. */
export type SegmentsOf = (
  segments: readonly SegmentView[],
  part: StatementPartView,
  caption: string,
) => VNode;

/** What the law gives on a day, with all that it was computed from. */
export const StatementBody = (props: {
  readonly shell: Shell;
  readonly view: StatementView;
  readonly place: LawPlace;
  readonly renderSegments: SegmentsOf;
  /** Where there is room, nothing is folded. */
  readonly roomy?: boolean;
  /** Beside the day: what only one face can do. */
  readonly children?: ComponentChildren;
}): VNode => {
  const { shell, view } = props;
  return (
    <>
      <div class="rl-law-day">
        <StatementDay shell={shell} place={props.place} shown={view.on} />
        {props.children}
      </div>
      <div class="rl-stack rl-law__sheet">
        <p class="rl-law__sheet-only">
          <b>
            {view.title.own} : <ForeignText text={view.name} />
          </b>
        </p>
        <p>
          <SentenceText text={view.asOf} />
        </p>
        {view.faults.map((fault) => (
          <Notice key={fault.own} tone="warning" text={[fault]} />
        ))}
        {view.statements.map((part) => (
          <Part key={part.key} {...props} part={part} />
        ))}
        <p class="rl-small rl-quiet rl-law__measure">{view.legalOnly.own}</p>
      </div>
    </>
  );
};

const Part = (props: {
  readonly shell: Shell;
  readonly view: StatementView;
  readonly part: StatementPartView;
  readonly renderSegments: SegmentsOf;
  readonly roomy?: boolean;
}): VNode => {
  const { shell, view, part, renderSegments } = props;
  const { labels } = view;
  const words = LAW_SCREEN[shell.host.language.value].statement;
  return (
    <section class="rl-stack" aria-label={words.of(part.key).own}>
      {view.statements.length === 1 ? null : <h2>{part.key}</h2>}
      <Totals part={part} />
      {part.missing.length === 0 ? null : (
        <section class="rl-stack rl-stack--tight" aria-label={labels.missing.own}>
          <h2>{labels.missing.own}</h2>
          {part.missing.map((line, index) => (
            <Notice key={String(index)} tone="warning" text={line} />
          ))}
        </section>
      )}
      {part.segments.length === 0 ? null : (
        <section class="rl-section" aria-label={words.segments.own}>
          <h2>{words.segments.own}</h2>
          {renderSegments(part.segments, part, words.wide.own)}
        </section>
      )}
      {part.contested.length === 0 ? null : (
        <section class="rl-section" aria-label={labels.contested.own}>
          <h2>{labels.contested.own}</h2>
          {renderSegments(part.contested, part, labels.contested.own)}
        </section>
      )}
      {part.notes.length === 0 ? null : (
        <section class="rl-section" aria-label={words.notes.own}>
          <h2>{words.notes.own}</h2>
          <Bullets lines={part.notes} />
        </section>
      )}
      {part.orders.length === 0 ? null : <Orders shell={shell} view={view} part={part} />}
      <div class="rl-groups">
        <Fold
          name={`law/method/${part.key}`}
          label={<h2>{labels.method.own}</h2>}
          open={props.roomy === true}
        >
          <Bullets lines={part.method} />
        </Fold>
        <Fold
          name={`law/rules/${part.key}`}
          label={<h2>{labels.rules.own}</h2>}
          open={props.roomy === true}
        >
          <dl class="rl-law-facts">
            {part.rules.map(({ key, rule, cited }) => (
              <div key={key}>
                <dt>{rule.own}</dt>
                <dd>
                  <CitedText cited={cited} />
                </dd>
              </div>
            ))}
          </dl>
        </Fold>
      </div>
    </section>
  );
};

const Bullets = (props: { readonly lines: StatementPartView["method"] }): VNode => (
  <ul class="rl-bullets rl-small">
    {props.lines.map((line, index) => (
      <li key={String(index)}>
        <SentenceText text={line} />
      </li>
    ))}
  </ul>
);

const Totals = ({ part }: { readonly part: StatementPartView }): VNode => {
  const after = [part.compensationApart, part.perDay].filter((one) => one !== null);
  const line = ({ key, label, amount }: TotalView): VNode => (
    <div key={key} class={key === "total" ? "rl-law-total" : undefined}>
      <dt>{label.own}</dt>
      <dd>
        <span class="rl-amount">{amount.own}</span>
      </dd>
    </div>
  );
  return (
    <dl class="rl-fields rl-fields--amounts rl-law-totals">
      {[...part.totals, ...after].map(line)}
    </dl>
  );
};

/** What payments did first changes what is due: both totals, and which one was chosen. */
const Orders = (props: {
  readonly shell: Shell;
  readonly view: StatementView;
  readonly part: StatementPartView;
}): VNode => {
  const { shell, view, part } = props;
  const words = LAW_SCREEN[shell.host.language.value].statement;
  return (
    <section class="rl-section" aria-label={words.orders.own}>
      <h2>{words.orders.own}</h2>
      <dl class="rl-fields rl-fields--amounts">
        {part.orders.map((order) => (
          <div key={order.key}>
            <dt>
              {order.label.own}
              {order.chosen ? (
                <>
                  {" "}
                  <span class="rl-law-mark rl-law-mark--soft">{order.chosenWord.own}</span>
                </>
              ) : null}
            </dt>
            <dd>
              <span class="rl-amount">{order.total.own}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div class="rl-law__screen-only">
        <Actions shell={shell} actions={view.actions} small />
      </div>
    </section>
  );
};

/** Before the euro no rate is known; so far ahead none ever is: other days are slips of the hand. */
const FIRST_DAY = dateOf("1999-01-01");
const DAYS_AHEAD_MAX = 3_660;

/** The day of the statement. It stays in the place, so that forms lead back to it. */
const StatementDay = (props: {
  readonly shell: Shell;
  readonly place: LawPlace;
  readonly shown: CalendarDate;
}): VNode => {
  const { shell, place } = props;
  const language = shell.host.language.value;
  const words = LAW_SCREEN[language].statement;
  const typed = useSignal<string>(props.shown);
  const last = addDays(shell.host.today(), DAYS_AHEAD_MAX);
  const isKnown = (on: CalendarDate | null): on is CalendarDate =>
    on !== null && on >= FIRST_DAY && on <= last;
  return (
    <DateField
      id="rl-law-on"
      label={words.on.own}
      hint={words.onHint.own}
      value={typed.value}
      error={
        isKnown(parseCalendarDate(typed.value))
          ? null
          : words.onFault(own(longDate(FIRST_DAY, language)), own(longDate(last, language)))
      }
      onInput={(value) => {
        typed.value = value;
        const on = parseCalendarDate(value);
        if (isKnown(on)) shell.replace({ ...place, on });
      }}
    />
  );
};

/** The periods of each invoice under its number. */
export const SegmentList = (props: { readonly segments: readonly SegmentView[] }): VNode => (
  <ul class="rl-plain-rows">
    {props.segments.map((segment, index) => (
      <li key={segment.key} class="rl-law-segment">
        {props.segments[index - 1]?.invoice.foreign === segment.invoice.foreign ? null : (
          <p>
            <b>
              <ForeignText text={segment.invoice} />
            </b>
          </p>
        )}
        <SegmentLines segment={segment} />
      </li>
    ))}
  </ul>
);

const SegmentLines = ({ segment }: { readonly segment: SegmentView }): VNode => (
  <>
    <div class="rl-spread">
      <span>
        {segment.from.own} – {segment.to.own}
      </span>
      <span class="rl-amount">{segment.interest.own}</span>
    </div>
    <p class="rl-small rl-quiet">
      <span class="rl-amount">{segment.principal.own}</span> ×{" "}
      <span class="rl-amount">{segment.rate.own}</span> ×{" "}
      <span class="rl-amount">
        {segment.days} / {segment.base.own}
      </span>
    </p>
    <p class="rl-small rl-quiet">
      {segment.source.own}
      <Mark mark={segment.mark} />
    </p>
  </>
);
