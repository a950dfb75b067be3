import { NOTHING_ASKED, viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { decimalString } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import type { ListedSeries } from "#shared/law/rate-listing.ts";
import { listedRates } from "#shared/law/rate-listing.ts";
import type { RateRemark } from "#shared/law/rate-sources.ts";
import type { AddedRate } from "#shared/law/rates.ts";
import { formatPercent } from "#shared/locales/calendar-words.ts";
import { RATE_REMARK_WORDS } from "#shared/locales/rate-remarks.ts";
import { STATEMENT_WORDS } from "#shared/locales/statement-words.ts";
import { addedRatesOf } from "#shared/recovery/added-rates.ts";
import { dateOption, EXIT, misuse, namedWords, refuse } from "./cli.ts";
import type { Cli, Command, Exit } from "./cli.ts";
import { dayIn, withLedger } from "./open-ledger.ts";
import { jsonText, oneLine, sentenceLine, shownLine, tableText, wrapped } from "./output.ts";
import { actText } from "./refusals.ts";

const ownRates: UseCase<null, readonly AddedRate[], never> = {
  name: "own-rates",
  asks: () => NOTHING_ASKED,
  decide: (_input, { creditor }) => ok(viewOnly(addedRatesOf(creditor.rates))),
};

/** Every rate that Relance knows, where it was read, and what is missing; with `--ledger`, those that were added too. */
export const rates: Command = async (given, cli) => {
  const read = namedWords(given, [], cli);
  if (typeof read === "number") return read;
  const { options, words, io } = cli;
  const asked = dateOption(options.on);
  if (asked === null) return misuse(cli, words.usageErrors.notADate("--on", options.on ?? ""));
  const on = asked ?? dayIn("Europe/Paris", io.now());
  // The variable alone is not enough: rates are of use before there is any ledger.
  if (options.ledger === undefined) return show(on, [], cli);
  return withLedger(cli, async ({ driver }) => {
    const added = await driver.run(ownRates, null);
    if (!added.ok) return refuse(cli, added.error, actText(added.error, words, cli.language));
    return show(on, added.value, cli);
  });
};

const show = (on: CalendarDate, added: readonly AddedRate[], cli: Cli): Exit => {
  const listed = listedRates(on, added);
  const { io, json } = cli;
  if (json) io.out(jsonText("rates", 1, { on, series: listed.map((one) => seriesJson(one, cli)) }));
  else for (const series of listed) for (const text of linesOf(series, cli)) io.out(text);
  return EXIT.done;
};

const percentString = (basisPoints: number): string =>
  decimalString({ minor: basisPoints, currency: "EUR" });

const remarkText = (remark: RateRemark | null, { language }: Cli): string | null =>
  remark === null ? null : shownLine(RATE_REMARK_WORDS[language][remark]);

const seriesJson = ({ series, used, rows, missing, next }: ListedSeries, cli: Cli): object => ({
  series,
  used,
  rows: rows.map(({ from, basisPoints, source, evidence, remark }) => ({
    from,
    rate: percentString(basisPoints),
    evidence,
    source,
    remark: remarkText(remark, cli),
  })),
  missing,
  next,
});

const linesOf = (listed: ListedSeries, cli: Cli): readonly string[] => {
  const { language } = cli;
  const words = STATEMENT_WORDS[language];
  const { columns, source } = words.rates;
  const sources = [...new Set(listed.rows.map((row) => row.source))];
  const remarks = listed.rows.filter(({ remark }) => remark !== null);
  const number = (text: string): string => `[${String(sources.indexOf(text) + 1)}]`;
  const { missing, next } = listed;
  return [
    wrapped(`${shownLine(words.series[listed.series])} (${listed.series})`),
    ...(listed.used ? [] : [wrapped(sentenceLine(words.rates.listed))]),
    tableText(
      [
        { title: columns[0] },
        { title: columns[1], right: true },
        { title: columns[2] },
        { title: source },
      ],
      listed.rows.map((row) => [
        row.from,
        oneLine(formatPercent(row.basisPoints, language)),
        shownLine(words.evidence[row.evidence]),
        number(row.source),
      ]),
    ),
    ...sources.map((text) => wrapped(text, "    ", `${number(text)} `)),
    ...remarks.map(({ from, remark }) =>
      wrapped(`${from} : ${remarkText(remark, cli) ?? ""}`, "    ", ""),
    ),
    ...missing.map((halfYear) => wrapped(sentenceLine(words.rates.missing(halfYear)))),
    ...(listed.used && missing.length === 0 ? [wrapped(sentenceLine(words.rates.none))] : []),
    ...(next === null ? [] : [wrapped(sentenceLine(words.rates.next(next)))]),
    "\n",
  ];
};
