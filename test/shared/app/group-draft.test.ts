import { describe, expect, it } from "vitest";
import { declareSent, discardDraft } from "#shared/app/draft-acts.ts";
import { groupActsOf, prepareGroupDraft } from "#shared/app/group-draft.ts";
import { fileMail } from "#shared/app/mail-acts.ts";
import { mailRefusalText } from "#shared/app/mail-refusals.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import type { AccountEvent, AccountEventData } from "#shared/claims/events.ts";
import {
  contact,
  contextOn,
  debtor,
  fold,
  invoice,
  planOfState,
  says,
  taken,
} from "../recovery/accounts.ts";
import { ours } from "../../fixtures/mails.ts";
import { KNOWN, LOOKED, OPENED, decisionOf, refusalOf, text } from "./given.ts";
import type { Given } from "./given.ts";

const member = (
  account: string,
  name: string,
  events: readonly AccountEvent[],
  changes: Partial<AccountEventData<"debtor-added">> = {},
): readonly AccountEvent[] => [
  debtor({ debtor: account, name, ...changes }),
  contact("compta@valade.example"),
  says("debtor-grouped", { debtor: account, group: "g", name: "Groupe Valade" }),
  ...events,
];

const NORD = member(
  "nord",
  "Valade Nord",
  [invoice("n1", "2026-10-20"), taken("reminder-1", "2026-11-04", ["n1"])],
  { siren: "732829320" },
);
const SUD = member("sud", "Valade Sud", [
  invoice("s1", "2026-11-05", 45_050),
  invoice("s2", "2026-11-04", 20_000),
]);

const IBAN: CreditorEvent = {
  type: "creditor-corrected",
  data: { changes: { iban: "FR7630006000011234567890189" } },
};

const given = (accounts: Readonly<Record<string, readonly AccountEvent[]>>): Given => ({
  creditor: [OPENED, IBAN, KNOWN, LOOKED],
  accounts,
});

const input = { group: "g", accounts: [], salt: "ab".repeat(16) } as const;
const plain = (said: string): string => said.replace(/[\u00a0\u202f]/g, " ");

const prepared = (accounts: Readonly<Record<string, readonly AccountEvent[]>>) => {
  const decision = decisionOf(prepareGroupDraft, input, given(accounts));
  const after = Object.fromEntries(
    Object.entries(accounts).map(([account, events]) => [
      account,
      [
        ...events,
        ...decision.entries
          .filter(({ stream }) => stream === `account/${account}`)
          .map(({ type, data }) => ({ type, data }) as unknown as AccountEvent),
      ],
    ]),
  );
  return { decision, after };
};

describe("one mail to a group", () => {
  it("has a table and a sum for each entity, and none over all", () => {
    const { decision } = prepared({ nord: NORD, sud: SUD });
    const { mail, accounts } = decision.view;
    const said = plain(mail.text);
    expect(accounts).toEqual(["nord", "sud"]);
    expect(mail.to).toEqual(["compta@valade.example"]);
    expect(plain(mail.subject)).toBe("Groupe Valade : situation de 2 sociétés");
    expect(said).toContain("Valade Nord (SIREN 732 829 320) : 1 000,00 €");
    expect(said).toContain("Valade Sud : 650,50 €");
    expect(said).not.toContain("1 650,50");
    expect(said).toContain("Chaque société ne doit que les factures émises à son nom.");
    // Interest runs by law for what is at its second reminder; the other table says nothing of it.
    expect(said.split("pénalités de retard")).toHaveLength(2);
    expect(said).toContain(`libellé ${mail.reference} et le nom de la société`);
  });

  it("stands in each account with its own step, under one reference and one Message-ID", () => {
    const { decision } = prepared({ nord: NORD, sud: SUD });
    expect(decision.entries.map(({ stream, data }) => [stream, data])).toMatchObject([
      ["account/nord", { step: "reminder-2", portions: [{ invoice: "n1" }] }],
      ["account/sud", { step: "reminder-1", portions: [{ invoice: "s2" }, { invoice: "s1" }] }],
    ]);
    const [first, second] = decision.entries.map(
      ({ data }) => data as AccountEventData<"draft-prepared">,
    );
    for (const key of ["draft", "reference", "messageId", "subject"] as const)
      expect(first?.[key]).toBe(second?.[key]);
    expect(decision.acts).toHaveLength(1);
  });

  it("sent, is the step of each; discarded, it is gone from each; found in Sent, an exhibit of each", () => {
    const { decision, after } = prepared({ nord: NORD, sud: SUD });
    const { draft, mail } = decision.view;
    const of = { account: "sud", draft };
    const sent = decisionOf(declareSent, of, given(after));
    expect(sent.entries.map(({ stream, type }) => [stream, type])).toEqual([
      ["account/nord", "step-taken"],
      ["account/sud", "step-taken"],
    ]);
    expect(sent.view.undo?.accounts).toHaveLength(2);
    const gone = decisionOf(discardDraft, of, given(after));
    expect(gone.entries.map(({ type }) => type)).toEqual(["draft-discarded", "draft-discarded"]);
    const found = decisionOf(
      fileMail,
      {
        account: "sud",
        mail: {
          message: ours({
            messageId: mail.messageId,
            text: mail.text,
            from: { address: "claire@lacombe.example", name: "Claire" },
          }),
          sha256: "a".repeat(64),
          size: 5,
          obtained: "as-received",
        },
      },
      given(after),
    );
    expect(found.entries.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      "account/sud exchange-filed",
      "account/sud step-taken",
      "account/nord exchange-filed",
      "account/nord step-taken",
    ]);
    expect(found.keeps).toEqual(["a".repeat(64)]);
  });

  it("leaves out individuals, formal steps, other contacts and those whose draft waits", () => {
    const person = member("p", "Paul Valade", [invoice("p1", "2026-11-05")], { kind: "consumer" });
    const trader = member("t", "Anne Valade", [invoice("t1", "2026-11-05")], { soleTrader: true });
    const formal = member("f", "Valade Est", [
      invoice("f1", "2026-08-20"),
      ...["reminder-1", "reminder-2", "call"].map((step) => taken(step, "2026-10-01")),
    ]);
    const elsewhere = [
      ...member("e", "Valade Ouest", [invoice("e1", "2026-11-05")]).filter(
        ({ type }) => type !== "contact-added",
      ),
      contact("autre@valade.example"),
    ];
    const { decision, after } = prepared({
      nord: NORD,
      sud: SUD,
      p: person,
      t: trader,
      f: formal,
      e: elsewhere,
    });
    expect(decision.view.accounts).toEqual(["nord", "sud"]);
    const refusal = refusalOf(prepareGroupDraft, input, given(after));
    expect(refusal).toEqual({ type: "not-one-group" });
    expect(text(mailRefusalText(refusal, "en")).length).toBeGreaterThan(10);
    const alone = refusalOf(
      prepareGroupDraft,
      { ...input, group: null, accounts: ["nord"] },
      given({ nord: NORD, sud: SUD }),
    );
    expect(alone).toEqual({ type: "not-one-group" });
  });

  it("is proposed where at least two members can be asked at one address", () => {
    const planned = [NORD, SUD].map((events, index) => {
      const state = fold(index === 0 ? "nord" : "sud", events);
      return { state, plan: planOfState(state, contextOn()) };
    });
    expect(groupActsOf(planned)).toMatchObject([
      {
        group: "g",
        name: "Groupe Valade",
        address: "compta@valade.example",
        step: "reminder-2",
        members: [{ account: "nord" }, { account: "sud" }],
      },
    ]);
    expect(groupActsOf(planned.slice(0, 1))).toEqual([]);
  });
});
