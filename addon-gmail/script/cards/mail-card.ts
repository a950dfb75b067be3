import { nameInMail } from "#shared/app/name-in-mail.ts";
import type { MailActionView, OpenMailView, ReadingView } from "#shared/app/mail-view.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { own } from "#shared/kernel/text.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import { MAIL_CLAIM_WORDS } from "#shared/locales/mail-claim-words.ts";
import { UI } from "#shared/locales/ui.ts";
import type { Message } from "#shared/mail/message.ts";
import type { ActionName, CardPlace, Ids } from "./action-ref.ts";
import { buttonOf, buttonsOf, does, factOf, plain, run, sectionOf, textOf } from "./card.ts";
import type { Button, Card, Click, MenuItem, Section, Widget } from "./card.ts";
import { clickOf, deskClick } from "./clicks.ts";
import { menuOf, wordsOf } from "./face.ts";
import type { Face } from "./face.ts";
import { plainOf } from "./markup.ts";
import { doneSection, dotted, fourLineWidgets, noticeWidgets, TOP_LABEL_CHARS } from "./pieces.ts";

/** The open mail that a card is drawn for, and the claim where a person chose it. */
export type MailOnCard = {
  /** Gmail's id. */
  readonly id: string;
  readonly message: Message;
  readonly chosen: string | null;
};

/** The mail beside its claim: four lines before any button, the quote and its tag, one primary button. */
export const mailCard = (
  view: OpenMailView,
  mail: MailOnCard,
  face: Face,
  done: DoneView | null = null,
): Card => {
  const place: CardPlace = {
    at: "mail",
    ...(mail.chosen === null ? {} : { of: mail.chosen }),
  };
  const frame = {
    name: "mail",
    title: titleOf(view, face),
    // A header has two lines: a hint takes both, and beside it the mail is in sight anyway.
    subtitle: view.name === null && view.hint !== null ? null : view.about,
    footer: null,
  };
  const head = done === null ? [] : [doneSection(done, face, place)];
  const drawing = { view, mail, face, place };
  if (view.state === "nobody") return { ...frame, ...nobodyParts(drawing, head) };
  return {
    ...frame,
    sections: [
      ...head,
      // Nobody is named before one of them is chosen: then they are what the card is about.
      ...(view.lines === null ? choiceSections(drawing) : []),
      ...mainSections(drawing),
      ...(view.lines === null ? [] : choiceSections(drawing)),
      ...whySections(drawing),
      ...restSections(drawing),
    ],
    menu: menuOf(face),
  };
};

type Drawing = {
  readonly view: OpenMailView;
  readonly mail: MailOnCard;
  readonly face: Face;
  readonly place: CardPlace;
};

const titleOf = ({ name, hint }: OpenMailView, face: Face): Sentence =>
  name !== null ? [name] : [hint ?? wordsOf(face).name];

/** What stands before all else; the rest of the notices comes after the four lines. */
const isFraud = ({ key }: { readonly key: string }): boolean => key === "fraud";

const mainSections = (drawing: Drawing): readonly Section[] => {
  const { view, face, place } = drawing;
  const widgets: readonly Widget[] = [
    ...noticeWidgets(view.notices.filter(isFraud), face, place),
    ...(view.lines === null ? [] : fourLineWidgets(view.lines)),
    ...(view.reading === null ? [] : readingWidgets(view.reading)),
    ...noticeWidgets(
      view.notices.filter((notice) => !isFraud(notice)),
      face,
      place,
    ),
    ...(view.hint === null || view.lines !== null || view.name === null
      ? []
      : [textOf([view.hint], "quiet")]),
    ...mainButtons(drawing),
  ];
  return widgets.length === 0 ? [] : [sectionOf(widgets)];
};

/** The tag in a word, what it says in a sentence, and how sure that is. */
const readingWidgets = (reading: ReadingView): readonly Widget[] => {
  const { confirmed } = reading;
  if (confirmed !== null) return [textOf(confirmed.text, "good")];
  if (reading.likeliest.length > 0) return [textOf([reading.confidenceWord], "quiet")];
  const detail = reading.detail;
  const tag: Sentence = [reading.tagWord, own(" · "), reading.confidenceWord];
  const isLong = plainOf(tag).length > TOP_LABEL_CHARS;
  return [
    factOf([run(reading.summary, "strong")], {
      top: isLong ? [reading.tagWord] : tag,
      bottom: dotted(
        isLong ? [reading.confidenceWord] : null,
        detail === null ? null : [detail.label, own(" · "), detail.who],
      ),
    }),
  ];
};

/** Beside the primary button: what takes one click stands where it takes one. */
const besideOf = (more: readonly MailActionView[]): number =>
  more.some(({ key }) => key === "no-effect") ? 2 : 1;

const mainButtons = ({ view, mail, face, place }: Drawing): readonly Widget[] => {
  const { primary, more, reading } = view;
  const asks =
    reading === null || reading.confirmed !== null
      ? []
      : // None is the primary one: what nobody is sure of must not invite a click.
        reading.likeliest.map(({ tag, label }) => buttonOf([label], tagClick(tag, mail), "plain"));
  const beside = more.slice(0, besideOf(more)).map((one) => mailButton(one, mail, face, place));
  return [
    ...buttonsOf(...asks),
    ...(view.state === "no-ledger"
      ? buttonsOf(buttonOf([wordsOf(face).start], does("first-run"), "primary"))
      : []),
    ...buttonsOf(primary === null ? null : mailButton(primary, mail, face, place, "primary")),
    ...buttonsOf(...beside),
  ];
};

/** Tags whose values are worth a look before the mail is filed. */
const ASKS_VALUES: readonly Tag[] = [
  "promise",
  "dispute",
  "instalments",
  "wrong_contact",
  "autoreply",
];

const tagClick = (tag: Tag, mail: MailOnCard): Click =>
  does(ASKS_VALUES.includes(tag) ? "mail-correct" : "mail-tag", { ...mailIds(mail), tag });

export const mailIds = ({ id, chosen }: Pick<MailOnCard, "id" | "chosen">): Ids => ({
  message: id,
  ...(chosen === null ? {} : { account: chosen }),
});

const MAIL_ACTIONS: Readonly<
  Record<Extract<MailActionView, { readonly mail: string }>["mail"], ActionName>
> = {
  confirm: "mail-confirm",
  correct: "mail-correct",
  "no-effect": "mail-no-effect",
  file: "mail-file",
  "file-sent": "mail-file",
  "other-claim": "mail-other-claim",
  "new-debtor": "mail-new-debtor",
  "not-a-debtor": "mail-not-a-debtor",
  "never-this-sender": "mail-never",
  follow: "mail-follow",
  export: "mail-export",
};

const mailClick = (
  action: MailActionView,
  mail: MailOnCard,
  face: Face,
  place: CardPlace,
): Click => {
  if ("mail" in action) return does(MAIL_ACTIONS[action.mail], mailIds(mail));
  // A draft from here goes on with the open mail's thread.
  if ("act" in action.action && action.action.act === "prepare-draft")
    return does("mail-draft", { message: mail.id, account: action.action.account });
  return clickOf(action.action, face, place);
};

const mailButton = (
  action: MailActionView,
  mail: MailOnCard,
  face: Face,
  place: CardPlace,
  look: Button["look"] = "plain",
): Button => buttonOf([action.label], mailClick(action, mail, face, place), look);

/** Claims that fit, where several do: each with why, and how much it owes. */
const choiceSections = ({ view, mail, face }: Drawing): readonly Section[] =>
  view.choices.length === 0
    ? []
    : [
        sectionOf(
          view.choices.map(({ account, name, owes, reason }) => {
            const click = does("mail", { message: mail.id, account });
            return factOf([run([name], "strong")], {
              bottom: together(owes, reason),
              click,
              button: buttonOf([wordsOf(face).chooseThis], click),
            });
          }),
        ),
      ];

/** Sentences of why; a crafted mail gives hundreds. */
const WHYS_MAX = 12;

const whySections = ({ view, face }: Drawing): readonly Section[] => {
  const { reading } = view;
  if (reading === null || reading.why.length === 0) return [];
  return [
    sectionOf(
      reading.why.slice(0, WHYS_MAX).map((why) => textOf(why)),
      [UI[face.language].mail.why],
      0,
    ),
  ];
};

const restSections = (drawing: Drawing): readonly Section[] => {
  const { view, mail, face, place } = drawing;
  const rest = view.more.slice(besideOf(view.more));
  const words = wordsOf(face);
  const { account } = view;
  const ofClaim =
    account === null
      ? []
      : [
          buttonOf([GMAIL_MAIL[face.language].thread.file], does("mail-thread", mailIds(mail))),
          buttonOf([MAIL_CLAIM_WORDS[face.language].actions.claim], does("claim", { account })),
          buttonOf([words.deskFor], deskClick("claim", account, face)),
        ];
  const buttons = [...rest.map((one) => mailButton(one, mail, face, place)), ...ofClaim];
  const filed = view.filed;
  const lines: readonly Widget[] = [
    ...(view.matched === null ? [] : [textOf(view.matched, "quiet")]),
    ...(filed === null
      ? []
      : [
          factOf(plain(filed.text), {
            bottom: dotted(
              filed.sha256 === null ? null : [filed.sha256],
              filed.obtained === null ? null : [filed.obtained],
            ),
          }),
        ]),
  ];
  return [
    ...(buttons.length === 0 ? [] : [sectionOf(buttonsOf(...buttons), [words.moreActions], 0)]),
    ...(lines.length === 0 ? [] : [sectionOf(lines)]),
  ];
};

/** A name field and nothing else; what else may be said of the mail is behind the three dots. */
const nobodyParts = (
  { view, mail, face, place }: Drawing,
  head: readonly Section[],
): Pick<Card, "sections" | "menu"> => {
  const words = UI[face.language].mail;
  const items = view.more
    // The field above does it.
    .filter((one) => !("mail" in one && one.mail === "new-debtor"))
    .map((one): MenuItem => ({
      label: [one.label],
      click: mailClick(one, mail, face, place),
    }));
  return {
    sections: [
      ...head,
      sectionOf([
        ...noticeWidgets(view.notices, face, place),
        {
          kind: "input",
          name: "name",
          label: [words.name],
          hint: [words.nameHint],
          value: nameInMail(mail.message),
          lines: false,
          suggestions: [],
          change: null,
        },
        ...buttonsOf(
          buttonOf([words.addDebtor], does("mail-new-debtor-save", mailIds(mail)), "primary"),
        ),
      ]),
    ],
    menu: [...items, ...menuOf(face)],
  };
};
