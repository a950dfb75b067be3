import type { PlainForm } from "#shared/app/forms/plain-forms.ts";
import type { ActionView, FileForm, FormKind, ScreenAction } from "#shared/app/view-parts.ts";
import { listIds, placeIds } from "./action-ref.ts";
import type { CardPlace, DeskPageName, Ids } from "./action-ref.ts";
import { buttonOf, does } from "./card.ts";
import type { Button, Click } from "./card.ts";
import type { Face } from "./face.ts";
import { deskLink, mailLink } from "./links.ts";

/**
 * What a button of a view does in a card: a further card, an act with its ids, Gmail itself, or the desk for what needs
 * its room (files, pages to print, law, lists of hundreds).
 */
export const clickOf = (action: ScreenAction, face: Face, place: CardPlace = {}): Click => {
  if ("form" in action) return formClick(action, face, place);
  if ("go" in action) return goClick(action, face);
  const at = placeIds(place);
  switch (action.act) {
    case "looked":
      return does("looked", { accounts: listIds(action.accounts), ...at });
    case "payments-known":
      // The day is that of the click: a card may stand since yesterday.
      return does("payments-known", at);
    case "prepare-draft":
      return does("prepare-draft", { account: action.account, ...at });
    case "print-letter":
      return deskClick("claim", action.account, face);
    case "prepare-answer":
      return does("prepare-answer", { account: action.account, answer: action.answer, ...at });
    case "prepare-group-draft":
      return does("prepare-group-draft", { accounts: listIds(action.accounts), ...at });
    case "prepare-drafts":
      return does("start");
    case "declare-sent":
    case "discard-draft":
      return does(action.act, { account: action.account, draft: action.draft, ...at });
    case "put-off":
      return does("put-off", { account: action.account, until: action.until, ...at });
    case "lift-hold":
      return does("lift-hold", { account: action.account, hold: action.hold, ...at });
    case "mark-answered":
      return does("mark-answered", {
        account: action.account,
        exchanges: listIds(action.exchanges),
        ...at,
      });
    case "confirm-reading":
      return does("confirm-reading", { account: action.account, exchange: action.exchange, ...at });
    case "leave-without-effect":
    case "confirm-readings":
      return does(action.act, { replies: listIds(action.replies), ...at });
    case "accept-discrepancy":
      return does("form", {
        form: "accept-discrepancy",
        account: action.account,
        subject: action.discrepancy,
        ...at,
      });
    case "void-entries":
      return does("void-entries", {
        account: action.account,
        entries: listIds(action.entries),
        ...at,
      });
    case "void-batch":
      return does("undo", { batch: action.batch, accounts: listIds(action.accounts), ...at });
  }
};

export const buttonFor = (
  { label, action }: ActionView,
  face: Face,
  place: CardPlace = {},
  look: Button["look"] = "plain",
): Button => buttonOf([label], clickOf(action, face, place), look);

/** Where there is no desk the click says so, and how to get one. */
export const deskClick = (page: DeskPageName, account: string | null, { desk }: Face): Click =>
  desk === null ? does("no-desk") : deskLink(desk, page, account);

const goClick = (action: Extract<ScreenAction, { readonly go: string }>, face: Face): Click => {
  switch (action.go) {
    case "today":
    case "settings":
    case "first-run":
      return does(action.go);
    case "search":
      return does("search", action.query === "" ? {} : { query: action.query });
    case "account":
    case "claim":
    case "timeline":
      return does(action.go, { account: action.account });
    case "aged":
    case "import":
    case "calendar":
    case "silent":
      return deskClick(action.go, null, face);
    case "law":
      return deskClick(action.page, action.account, face);
    case "message":
      return mailLink(action.messageId);
  }
};

const formClick = (
  { form, account, subject, also }: Extract<ScreenAction, { readonly form: FormKind }>,
  face: Face,
  place: CardPlace,
): Click =>
  isCardForm(form)
    ? does("form", { ...formIds({ form, account, subject, also }), ...placeIds(place) })
    : deskClick("account", account, face);

export const formIds = (of: {
  readonly form: string;
  readonly account?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly also?: readonly string[] | undefined;
  readonly rows?: number | undefined;
}): Ids => ({
  form: of.form,
  ...(of.account == null ? {} : { account: of.account }),
  ...(of.subject == null ? {} : { subject: of.subject }),
  ...(of.also === undefined || of.also.length === 0 ? {} : { also: listIds(of.also) }),
  ...(of.rows === undefined ? {} : { rows: String(of.rows) }),
});

/**
 * Forms that a card can show; the others need a file or a page of their own and stand on the desk. The names alone: the
 * forms themselves come with a part.
 */
const CARD_FORMS: Readonly<Record<PlainForm, true>> = {
  debtor: true,
  contact: true,
  "retire-contact": true,
  group: true,
  note: true,
  invoice: true,
  "cancel-invoice": true,
  "credit-note": true,
  "cancel-credit-note": true,
  payment: true,
  allocate: true,
  "reverse-payment": true,
  charge: true,
  "waive-charge": true,
  promise: true,
  "withdraw-promise": true,
  dispute: true,
  "resolve-dispute": true,
  instalments: true,
  "end-instalments": true,
  hold: true,
  call: true,
  letter: true,
  meeting: true,
  "waive-step": true,
  "take-step": true,
  "put-off": true,
  "accept-discrepancy": true,
};

const isCardForm = (form: FormKind): form is Exclude<FormKind, FileForm | "document"> =>
  Object.prototype.hasOwnProperty.call(CARD_FORMS, form);
