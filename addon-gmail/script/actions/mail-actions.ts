import {
  correctionForm,
  correctionOf,
  followForm,
  newDebtorForm,
} from "#shared/app/forms/mail-forms.ts";
import type { MailForm } from "#shared/app/forms/mail-forms.ts";
import { formReader } from "#shared/app/forms/form-spec.ts";
import type { FormErrors, FormState } from "#shared/app/forms/form-spec.ts";
import { FORM_WORDS } from "#shared/app/forms/form-words.ts";
import { fieldOf } from "#shared/app/forms/refused-field.ts";
import { joinedUndo } from "#shared/app/joined-undo.ts";
import { addDebtor } from "#shared/app/ledger-acts.ts";
import { setMailAside } from "#shared/app/set-mail-aside.ts";
import { fileMail, tagMail } from "#shared/app/mail-acts.ts";
import {
  followedDebtor,
  followedInput,
  newDebtorInput,
  tagInput,
} from "#shared/app/mail-inputs.ts";
import type { FollowedInvoice, NewDebtor } from "#shared/app/mail-inputs.ts";
import type { FollowView, OpenMailView, ReadingView, TagValues } from "#shared/app/mail-view.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { searchView } from "#shared/app/search-view.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { leaveWithoutEffect } from "#shared/app/without-effect.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Message } from "#shared/mail/message.ts";
import type { ActionName, ReadingAction } from "#gmail/script/cards/action-ref.ts";
import type { Answer, Card } from "#gmail/script/cards/card.ts";
import { deskClick } from "#gmail/script/cards/clicks.ts";
import { noDeskCard } from "#gmail/script/cards/fault-card.ts";
import { formCard } from "#gmail/script/cards/form-card.ts";
import { mailIds } from "#gmail/script/cards/mail-card.ts";
import { searchCard } from "#gmail/script/cards/search-card.ts";
import { NO_ANSWER } from "#gmail/script/cards/card.ts";
import { mailToFile, withMails } from "#gmail/script/mail/file-mail.ts";
import type { OpenedMessage, WholeMessage } from "#gmail/script/mail/mail.ts";
import { changed, refused, shown } from "./answers.ts";
import { seeOpened } from "./contextual.ts";
import { stateOfInputs } from "./form-inputs.ts";
import type { Handlers, Perform } from "./part-types.ts";
import { performBy } from "./perform.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import { REPLIES_HANDLERS } from "./replies-actions.ts";
import { labelled, threadFiled } from "./thread-actions.ts";
import type { World } from "./world.ts";

type MailIds = { readonly message: string; readonly account?: string | undefined };

type Seen = { readonly opened: OpenedMessage; readonly view: OpenMailView };

const seen = (world: World, { account }: MailIds): Result<Seen, AnyRefusal> => {
  const opened = world.open();
  if (!opened.ok) return opened;
  const view = seeOpened(world, opened.value, account ?? null);
  return view.ok ? ok({ opened: opened.value, view: view.value }) : view;
};

const seenAccount = (world: World, ids: MailIds): string | null => {
  const found = seen(world, ids);
  return found.ok ? found.value.view.account : null;
};

/** The claim, what was read, and the mail with its bytes; a refusal where one of them is missing. */
const toAct = (
  world: World,
  ids: MailIds,
): Result<{ readonly mail: WholeMessage; readonly view: OpenMailView }, AnyRefusal> => {
  // Words and bytes in one round: an action knows nothing of the card that it was clicked on.
  const mail = world.whole();
  if (!mail.ok) return mail;
  const view = seeOpened(world, mail.value, ids.account ?? null);
  return view.ok ? ok({ mail: mail.value, view: view.value }) : view;
};

/** The card of the mail, with what was done at its head. */
const ended = (
  world: World,
  ids: MailIds,
  result: Result<DoneView, AnyRefusal>,
  how: "update" | "instead" = "update",
): Answer =>
  result.ok
    ? changed(world.screens.mail(world, ids.account ?? null, result.value), how)
    : refused(refusalWords(result.error, world.face), world.face);

const tagged = (
  world: World,
  ids: MailIds,
  pick: (reading: ReadingView) => { readonly tag: Tag; readonly values: TagValues },
): Answer => {
  const found = toAct(world, ids);
  if (!found.ok) return ended(world, ids, found);
  const { mail, view } = found.value;
  const { account, reading } = view;
  if (account === null || reading === null) return unread(world);
  return ended(world, ids, taggedAs(world, mail, account, reading, pick(reading)));
};

const taggedAs = (
  world: World,
  mail: WholeMessage,
  account: string,
  reading: ReadingView,
  said: { readonly tag: Tag; readonly values: TagValues },
): Result<DoneView, AnyRefusal> => {
  const input = tagInput(mailToFile(mail), { account, reading, ...said });
  return labelled(world, mail, account, world.ledger.run(tagMail, input, withMails([mail])));
};

/** The card was drawn before something else changed: there is nothing to confirm any longer. */
const unread = (world: World): Answer => shown(world.screens.mail(world, null, null), "update");

const withoutEffect = (world: World, ids: MailIds): Answer => {
  const found = toAct(world, ids);
  if (!found.ok) return ended(world, ids, found);
  const { mail, view } = found.value;
  const { account, reading } = view;
  if (account === null || reading === null) return unread(world);
  const input = { account, mail: mailToFile(mail), suggested: reading.tag };
  const done = world.ledger.run(leaveWithoutEffect, input, withMails([mail]));
  return ended(world, ids, labelled(world, mail, account, done));
};

const filed = (world: World, ids: MailIds): Answer => {
  const found = toAct(world, ids);
  if (!found.ok) return ended(world, ids, found);
  const { mail, view } = found.value;
  const { account } = view;
  if (account === null) return choosing(world, ids);
  const input = { account, mail: mailToFile(mail) };
  return ended(world, ids, world.ledger.run(fileMail, input, withMails([mail])));
};

/** Whose it is, said by hand: a search whose hits attach the mail. */
const choosing = (world: World, { message }: MailIds): Answer => {
  const found = world.ledger.run(searchView, { query: "" });
  return found.ok
    ? shown(searchCard(found.value, world.face, message))
    : refused(refusalWords(found.error, world.face), world.face);
};

const setAside = (world: World, ids: MailIds, why: "not-a-debtor" | "never"): Answer => {
  const opened = world.open();
  if (!opened.ok) return ended(world, ids, opened);
  const { from, messageId } = opened.value.message;
  const address = from?.address ?? "";
  return ended(world, ids, world.ledger.run(setMailAside, { address, messageId, why }));
};

type Drawn = {
  readonly form: MailForm;
  readonly state: FormState;
  readonly errors?: FormErrors;
  readonly refusal?: Sentence | null;
};

const drawForm = (
  world: World,
  ids: MailIds,
  drawn: Drawn,
  save: ActionName,
  more: { readonly again?: ActionName; readonly known?: boolean } = {},
): Card => {
  const named = mailIds({ id: ids.message, chosen: ids.account ?? null });
  return formCard(
    {
      definition: drawn.form,
      state: drawn.state,
      errors: drawn.errors ?? new Map(),
      refusal: drawn.refusal ?? null,
      save: { does: save, ids: more.known === true ? { ...named, known: "yes" } : named },
      again: more.again === undefined ? null : { does: more.again, ids: named },
    },
    world.face,
  );
};

const correcting = (world: World, ids: MailIds, tag: Tag | undefined): Answer => {
  const found = seen(world, ids);
  if (!found.ok) return ended(world, ids, found);
  const { reading } = found.value.view;
  if (reading === null) return unread(world);
  const form = correctionForm(reading, formWords(world), world.face.language, tag ?? reading.tag);
  return shown(correctionCard(world, ids, { form, state: form.initial }));
};

const correctionCard = (world: World, ids: MailIds, drawn: Drawn): Card =>
  drawForm(world, ids, drawn, "mail-correct-save", { again: "mail-correct-again" });

const correctingAgain = (world: World, ids: MailIds): Answer => {
  const found = seen(world, ids);
  if (!found.ok) return ended(world, ids, found);
  const { reading } = found.value.view;
  if (reading === null) return unread(world);
  const form = correctionForm(reading, formWords(world), world.face.language);
  const state = stateOfInputs(form, world.event.inputs, undefined);
  return shown(correctionCard(world, ids, { form, state }), "update");
};

const corrected = (world: World, ids: MailIds): Answer => {
  const found = toAct(world, ids);
  if (!found.ok) return ended(world, ids, found);
  const { mail, view } = found.value;
  const { account, reading } = view;
  if (account === null || reading === null) return unread(world);
  const words = formWords(world);
  const form = correctionForm(reading, words, world.face.language);
  const state = stateOfInputs(form, world.event.inputs, undefined);
  const reader = formReader(form, state, words, world.face.language);
  const said = correctionOf(reader, reading.values);
  if (said === null)
    return shown(correctionCard(world, ids, { form, state, errors: reader.errors }), "update");
  const result = taggedAs(world, mail, account, reading, said);
  if (result.ok) return ended(world, ids, result, "instead");
  return shown(correctionCard(world, ids, faulty(world, form, state, result.error)), "update");
};

/** A refusal beside the field that it is about, else above them all. */
const faulty = (world: World, form: MailForm, state: FormState, refusal: AnyRefusal): Drawn => {
  const why = refusalWords(refusal, world.face);
  const field = fieldOf(refusal, form, state);
  return field === null
    ? { form, state, refusal: why }
    : { form, state, errors: new Map([[field, why]]) };
};

const newDebtor = (world: World, ids: MailIds): Answer => {
  const opened = world.open();
  if (!opened.ok) return ended(world, ids, opened);
  const form = newDebtorForm(opened.value.message, formWords(world), false);
  return shown(drawForm(world, ids, { form, state: form.initial }, "mail-new-debtor-save"));
};

/** `known`: it was said before that a debtor of that name is known. */
const newDebtorSaved = (world: World, ids: MailIds, known: boolean): Answer => {
  const opened = world.open();
  if (!opened.ok) return ended(world, ids, opened);
  const { message } = opened.value;
  const words = formWords(world);
  const form = newDebtorForm(message, words, known);
  const state = stateOfInputs(form, world.event.inputs, undefined);
  const reader = formReader(form, state, words, world.face.language);
  const name = reader.required("name");
  const draw = (drawn: Drawn, isKnown: boolean): Answer =>
    shown(drawForm(world, ids, drawn, "mail-new-debtor-save", { known: isKnown }), "update");
  if (reader.errors.size > 0) return draw({ form, state, errors: reader.errors }, known);
  const added = world.ledger.run(
    addDebtor,
    newDebtorInput(debtorIn(message, name, reader.flag("evenSo"), world)),
  );
  if (added.ok) {
    const { account } = added.value;
    return changed(world.screens.mail(world, account, added.value));
  }
  const isKnown = known || added.error.type === "debtor-known";
  const again = newDebtorForm(message, words, isKnown);
  return draw(faulty(world, again, state, added.error), isKnown);
};

const debtorIn = (
  { from }: Message,
  name: string,
  evenSo: boolean,
  { face }: World,
): NewDebtor => ({
  name,
  email: from?.address ?? null,
  contactName: from === null || from.name === "" ? null : from.name,
  language: face.language,
  evenSo,
});

const following = (world: World, ids: MailIds): Answer => {
  const found = seen(world, ids);
  if (!found.ok) return ended(world, ids, found);
  const { follow } = found.value.view;
  if (follow === null) return unread(world);
  const form = followForm(follow, formWords(world), world.face.language);
  return shown(drawForm(world, ids, { form, state: form.initial }, "mail-follow-save"));
};

const followed = (world: World, ids: MailIds): Answer => {
  const found = toAct(world, ids);
  if (!found.ok) return ended(world, ids, found);
  const { mail, view } = found.value;
  const { follow } = view;
  if (follow === null) return unread(world);
  const words = formWords(world);
  const form = followForm(follow, words, world.face.language);
  const state = stateOfInputs(form, world.event.inputs, undefined);
  const reader = formReader(form, state, words, world.face.language);
  const name = follow.account === null ? reader.required("name") : follow.name;
  const number = reader.required("number");
  const total = reader.requiredAmount("total");
  const issuedOn = reader.requiredDate("issuedOn");
  const dueOn = reader.requiredDate("dueOn");
  const draw = (drawn: Drawn): Answer =>
    shown(drawForm(world, ids, drawn, "mail-follow-save"), "update");
  if (total === null || issuedOn === null || dueOn === null || reader.errors.size > 0)
    return draw({ form, state, errors: reader.errors });
  const said = { name, email: reader.text("email"), number, total, issuedOn, dueOn };
  const result = followWhole(world, mail, follow, said);
  return result.ok
    ? ended(world, ids, result, "instead")
    : draw(faulty(world, form, state, result.error));
};

/** The debtor where it is new, the invoice, then the mail that carried it: three acts, taken back by one click. */
const followWhole = (
  world: World,
  mail: WholeMessage,
  follow: FollowView,
  said: FollowedInvoice,
): Result<DoneView, AnyRefusal> => {
  const { run } = world.ledger;
  const added =
    follow.account === null ? run(addDebtor, newDebtorInput(followedDebtor(follow, said))) : null;
  if (added !== null && !added.ok) return added;
  const account = added === null ? follow.account : added.value.account;
  if (account === null) return err({ type: "account-unknown", account: "" });
  const debtor = added === null ? null : added.value.undo;
  const recorded = run(recordAct, followedInput(account, follow.currency, said));
  if (!recorded.ok) return recorded;
  const kept = run(fileMail, { account, mail: mailToFile(mail) }, withMails([mail]));
  // The invoice is followed already: that the mail could not be filed is said, and the way back stands.
  if (!kept.ok) {
    return ok({
      text: [...recorded.value.text, { own: " " }, ...refusalWords(kept.error, world.face)],
      undo: joinedUndo([recorded.value.undo, debtor]),
    });
  }
  return ok({
    text: recorded.value.text,
    undo: joinedUndo([recorded.value.undo, kept.value.undo, debtor]),
  });
};

const formWords = ({ face }: World) => FORM_WORDS[face.language];

const exported = (world: World, ids: MailIds): Answer => {
  const click = deskClick("timeline", seenAccount(world, ids), world.face);
  return click.kind === "open" ? { ...NO_ANSWER, open: click } : shown(noDeskCard(world.face));
};

const READING_HANDLERS: Handlers<ReadingAction> = {
  ...REPLIES_HANDLERS,
  mail: (world, { account }) =>
    shown(
      world.screens.mail(world, account ?? null, null),
      account === undefined ? "push" : "update",
    ),
  "mail-confirm": (world, ids) => tagged(world, ids, ({ tag, values }) => ({ tag, values })),
  "mail-tag": (world, ids) => tagged(world, ids, ({ values }) => ({ tag: ids.tag, values })),
  "mail-correct": (world, ids) => correcting(world, ids, ids.tag),
  "mail-correct-again": correctingAgain,
  "mail-correct-save": corrected,
  "mail-no-effect": withoutEffect,
  "mail-file": filed,
  "mail-thread": (world, ids) => {
    const found = seen(world, ids);
    if (!found.ok) return ended(world, ids, found);
    const { opened, view } = found.value;
    const { threadId } = opened;
    return view.account === null
      ? choosing(world, ids)
      : threadFiled(world, ids, { threadId, account: view.account });
  },
  "mail-other-claim": choosing,
  "mail-new-debtor": newDebtor,
  "mail-new-debtor-save": (world, ids) => newDebtorSaved(world, ids, ids.known === "yes"),
  "mail-not-a-debtor": (world, ids) => setAside(world, ids, "not-a-debtor"),
  "mail-never": (world, ids) => setAside(world, ids, "never"),
  "mail-follow": following,
  "mail-follow-save": followed,
  "mail-export": exported,
};

/** What is done with the open mail, and with replies that must be read for it: the part `reading`. */
export const performReading: Perform = performBy(READING_HANDLERS);
