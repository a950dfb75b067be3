import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { addRate, withdrawRate } from "#shared/app/policy-acts.ts";
import { ratesView, readRate } from "#shared/app/rates-view.ts";
import type { RateRowView, RateSeriesView, RatesView } from "#shared/app/rates-view.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import { DESK_RATES } from "#shared/locales/desk-rates.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { SelectField, TextField } from "#src/sidebar/components/field.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { Table } from "#src/sidebar/components/table.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";
import { policyOutcome } from "#src/desk/policy-outcome.ts";

/** Rates shown of a series until the older ones are asked for: three years. */
const RATES_SHOWN = 6;
const ADD = "rates/add";
const WITHDRAW = "rates/withdraw";

/** The published rates: how each was read, where, and what is missing; one's own are added and withdrawn here. */
export const RatesPage = (props: { readonly desk: Desk; readonly shell: Shell }): VNode => {
  const { desk, shell } = props;
  const drawn = useView(shell, ratesView, null, "rates");
  return (
    <Loaded
      shell={shell}
      drawn={drawn}
      renderView={(view) => <RatesBody desk={desk} view={view} />}
    />
  );
};

const RatesBody = (props: { readonly desk: Desk; readonly view: RatesView }): VNode => {
  const { desk, view } = props;
  const words = DESK_RATES[desk.shell.host.language.value];
  return (
    <div class="rl-stack rl-stack--loose rl-method__reading">
      <PageTitle desk={desk}>{view.title.own}</PageTitle>
      <p class="rl-quiet">{words.intro.own}</p>
      <AddRate desk={desk} view={view} />
      {view.series
        .filter(({ used }) => used)
        .map((series) => (
          <Series key={series.series} desk={desk} series={series} />
        ))}
      <details class="rl-section rl-method__others">
        <summary>{words.others.own}</summary>
        <div class="rl-stack rl-stack--loose">
          {view.series
            .filter(({ used }) => !used)
            .map((series) => (
              <Series key={series.series} desk={desk} series={series} />
            ))}
        </div>
      </details>
    </div>
  );
};

const Series = (props: { readonly desk: Desk; readonly series: RateSeriesView }): VNode => {
  const { desk, series } = props;
  const words = DESK_RATES[desk.shell.host.language.value];
  const whole = useSignal(false);
  const withdrawn = useSignal<RateRowView | null>(null);
  const rows = whole.value ? series.rows : series.rows.slice(0, RATES_SHOWN);
  const named = new Set(rows.map(({ source }) => source));
  const rest = series.rows.length - RATES_SHOWN;
  return (
    <section class="rl-section rl-method__rates" data-series={series.series}>
      <h2>{series.title.own}</h2>
      {series.missing.map((text, index) => (
        <Notice key={index} tone="warning" text={text} />
      ))}
      {series.used ? (
        <p class="rl-small rl-quiet">
          {series.missing.length > 0 ? null : (
            <>
              <SentenceText text={words.complete} />{" "}
            </>
          )}
          {series.next === null ? null : <SentenceText text={series.next} />}
        </p>
      ) : null}
      <Table
        caption={series.title.own}
        columns={[
          { key: "from", label: words.columns.from.own },
          { key: "rate", label: words.columns.rate.own, number: true },
          { key: "evidence", label: words.columns.evidence.own },
          { key: "source", label: words.columns.source.own, number: true },
        ]}
        rows={rows.map((row) => ({
          key: row.key,
          cells: [
            row.from.own,
            row.rate.own,
            <span key="evidence" class="rl-method__evidence">
              {row.evidence.own}
              {row.toCheck ? <span class="rl-desk__mark">{words.toCheck.own}</span> : null}
              {row.added === null ? null : (
                <Button
                  small
                  look="subtle"
                  name={`${WITHDRAW}/${row.added}`}
                  onClick={() => {
                    withdrawn.value = withdrawn.peek()?.added === row.added ? null : row;
                  }}
                >
                  {words.withdraw.own}
                  <span class="rl-hidden"> : {words.withdrawOf(series.title, row.from).own}</span>
                </Button>
              )}
            </span>,
            `[${String(row.source)}]`,
          ],
        }))}
      />
      {withdrawn.value === null ? null : (
        <Withdraw
          key={withdrawn.value.added}
          desk={desk}
          row={withdrawn.value}
          onLeave={() => {
            withdrawn.value = null;
          }}
        />
      )}
      {rest <= 0 ? null : (
        <div class="rl-line">
          <Button
            small
            look="subtle"
            name={`rates/more/${series.series}`}
            onClick={() => {
              whole.value = !whole.peek();
            }}
          >
            {whole.value ? words.less.own : words.more(rest).own}
          </Button>
        </div>
      )}
      <details class="rl-method__sources">
        <summary>{words.sources.own}</summary>
        <ol>
          {series.sources.map(({ text, remark }, index) =>
            named.has(index + 1) ? (
              <li key={index} value={index + 1}>
                <SentenceText text={text} />
                {remark === null ? null : <> · {remark.own}</>}
              </li>
            ) : null,
          )}
        </ol>
      </details>
    </section>
  );
};

const Withdraw = (props: {
  readonly desk: Desk;
  readonly row: RateRowView;
  readonly onLeave: () => void;
}): VNode => {
  const { desk, row, onLeave } = props;
  const { shell } = desk;
  const words = DESK_RATES[shell.host.language.value];
  const reason = useSignal("");
  return (
    <form
      class="rl-stack rl-stack--tight rl-desk__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void shell
          .act(WITHDRAW, async () =>
            policyOutcome(
              shell,
              await shell.host.run(withdrawRate, { rate: row.added ?? "", reason: reason.peek() }),
            ),
          )
          .then((outcome) => {
            if (outcome.type === "done") onLeave();
          });
      }}
    >
      <TextField
        id="withdraw-reason"
        label={`${words.reason.own} (${row.from.own}, ${row.rate.own})`}
        value={reason.value}
        required
        onInput={(text) => {
          reason.value = text;
          shell.unsaved.value = true;
        }}
      />
      <Refused shell={shell} keys={[WITHDRAW]} />
      <div class="rl-line">
        <Button small submit name={`${WITHDRAW}/do`} busy={shell.busy.value === WITHDRAW}>
          {words.confirm.own}
        </Button>
        <Button
          small
          look="subtle"
          name={`${WITHDRAW}/leave`}
          onClick={() => {
            shell.unsaved.value = false;
            onLeave();
          }}
        >
          {words.cancel.own}
        </Button>
      </div>
    </form>
  );
};

type Errors = { readonly rate: Sentence | null; readonly source: Sentence | null };

const AddRate = (props: { readonly desk: Desk; readonly view: RatesView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const words = DESK_RATES[shell.host.language.value].add;
  const series = useSignal<string>(view.addable[0]?.series ?? "");
  const chosen = useSignal("");
  const rate = useSignal("");
  const source = useSignal("");
  const errors = useSignal<Errors>({ rate: null, source: null });
  const form = useRef<HTMLFormElement>(null);
  const halfYears = view.addable.find((one) => one.series === series.value)?.halfYears ?? [];
  const from = halfYears.some(({ value }) => value === chosen.value)
    ? chosen.value
    : (halfYears[0]?.value ?? "");
  const typed = (): void => {
    shell.unsaved.value = true;
  };
  const save = (): void => {
    const basisPoints = readRate(rate.peek());
    const day = parseCalendarDate(from);
    const text = source.peek().trim();
    errors.value = {
      rate: basisPoints === null ? words.faults.rate : null,
      source: text === "" ? words.faults.source : null,
    };
    if (basisPoints === null || day === null || text === "") {
      const id = basisPoints === null ? "#rate-rate" : "#rate-source";
      form.current?.querySelector<HTMLElement>(id)?.focus();
      return;
    }
    void shell
      .act(ADD, async () =>
        policyOutcome(
          shell,
          await shell.host.run(addRate, {
            series: series.peek(),
            from: day,
            basisPoints,
            source: text,
          }),
        ),
      )
      .then((outcome) => {
        if (outcome.type !== "done") return;
        rate.value = "";
        source.value = "";
      });
  };
  return (
    <section class="rl-section">
      <h2>{words.title.own}</h2>
      <p class="rl-small rl-quiet">{words.hint.own}</p>
      <form
        ref={form}
        class="rl-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div class="rl-method__pair rl-method__pair--wide">
          <SelectField
            id="rate-series"
            label={words.series.own}
            value={series.value}
            choices={view.addable.map(({ series: value, label }) => ({ value, label }))}
            onInput={(value) => {
              series.value = value;
              typed();
            }}
          />
          <SelectField
            id="rate-from"
            label={words.halfYear.own}
            value={from}
            choices={halfYears}
            onInput={(value) => {
              chosen.value = value;
              typed();
            }}
          />
          <TextField
            id="rate-rate"
            label={words.rate.own}
            hint={words.rateHint.own}
            value={rate.value}
            error={errors.value.rate}
            required
            onInput={(value) => {
              rate.value = value;
              typed();
            }}
          />
          <TextField
            id="rate-source"
            label={words.source.own}
            hint={words.sourceHint.own}
            value={source.value}
            error={errors.value.source}
            required
            onInput={(value) => {
              source.value = value;
              typed();
            }}
          />
        </div>
        <Refused shell={shell} keys={[ADD]} />
        <div class="rl-line">
          <Button submit name={ADD} busy={shell.busy.value === ADD}>
            {words.save.own}
          </Button>
        </div>
      </form>
    </section>
  );
};
