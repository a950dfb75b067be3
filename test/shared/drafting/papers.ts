import { dateOf } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { money } from "#shared/kernel/money.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { ChargesFacts, DraftFacts, NoticeProof, PaperFacts } from "#shared/drafting/facts.ts";
import type { LawCountry } from "#shared/law/regime.ts";
import { factsFor } from "./letters.ts";

/** 1,200.00 due 2026-10-05 on 2026-11-20: 46 days at 12.40 % are 18.75. */
export const CHARGES: ChargesFacts = {
  on: dateOf("2026-11-20"),
  interest: money(1_875, "EUR"),
  compensation: money(4_000, "EUR"),
  compensated: 1,
  perDay: money(41, "EUR"),
  lines: [
    {
      number: "F-2026-031",
      from: dateOf("2026-10-06"),
      to: dateOf("2026-11-20"),
      days: 46,
      principal: money(120_000, "EUR"),
      basisPoints: 1_240,
      interest: money(1_875, "EUR"),
    },
  ],
  basis: "act/365",
  order: "principal-first",
};

export const PAPER: PaperFacts = {
  days: 8,
  way: "registered",
  remindedOn: [dateOf("2026-10-20"), dateOf("2026-11-06")],
  payments: [],
  mediator: null,
};

export const MEDIATOR = { name: "Médiation du Commerce", site: "https://mediation.example" };

type Choice = {
  readonly language?: Language;
  readonly kind?: DebtorKind;
  readonly law?: LawCountry;
  readonly many?: boolean;
};

/** A formal notice to the debtor of the letters. */
export const noticeFor = ({
  language = "fr",
  kind = "business",
  law = "FR",
  many = false,
}: Choice): DraftFacts => {
  const letter = factsFor({ step: "letter", tone: "firm", language, kind, law, many });
  const individual = kind === "consumer" || kind === "non-professional";
  return {
    ...letter,
    step: "formal-notice",
    tone: "formal",
    lower: [],
    interest: "mentioned",
    paper: {
      ...PAPER,
      days: law === "UK" && kind === "consumer" ? 30 : individual ? 15 : 8,
      mediator: kind === "consumer" ? MEDIATOR : null,
    },
  };
};

export const NOTICE: NoticeProof = {
  on: dateOf("2026-10-26"),
  way: "registered",
  number: "1A 204 511 2233 4",
  presentedOn: dateOf("2026-10-28"),
  came: null,
};

type LastChoice = Choice & {
  readonly intendsCourt?: boolean;
  readonly onPaper?: boolean;
  readonly notices?: readonly NoticeProof[];
};

/** A last notice to the same debtor, as a mail or on paper. */
export const lastNoticeFor = ({
  intendsCourt = false,
  onPaper = false,
  notices = [NOTICE],
  ...choice
}: LastChoice): DraftFacts => {
  const facts = noticeFor(choice);
  return {
    ...facts,
    step: "last-notice",
    paper: onPaper ? facts.paper : null,
    lastNotice: {
      notices,
      until: dateOf(
        choice.law === "UK" && choice.kind === "consumer" ? "2026-12-21" : "2026-11-30",
      ),
      intendsCourt,
      mediator: choice.kind === "consumer" ? MEDIATOR : null,
    },
  };
};
