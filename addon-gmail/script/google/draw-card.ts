/// <reference types="google-apps-script" />
import type {
  Answer,
  Button,
  Card,
  Click,
  Fact,
  Field,
  OpenLink,
  RunAction,
  Section,
  Widget,
} from "#gmail/script/cards/card.ts";
import type { ComposeAnswer } from "#gmail/script/actions/compose-answer.ts";
import { DOES } from "#gmail/script/cards/action-ref.ts";
import { headingOf, markupOf, plainOf } from "#gmail/script/cards/markup.ts";
import { dayNumber } from "#shared/kernel/calendar.ts";

/**
 * Cards of ours as Google's. Only widgets that are generally available; markup is made by `markupOf` alone, and whatever
 * takes plain words gets them plain.
 */
/** The one entry point of all buttons; the manifest need not name it, the script must have it. */
const DISPATCHER = "onAction";

const MS_A_DAY = 86_400_000;

export const drawCard = (card: Card): GoogleAppsScript.Card_Service.Card => {
  const header = CardService.newCardHeader().setTitle(plainOf(card.title));
  if (card.subtitle !== null) header.setSubtitle(plainOf(card.subtitle));
  const builder = CardService.newCardBuilder().setName(card.name).setHeader(header);
  for (const section of card.sections) builder.addSection(drawSection(section));
  for (const { label, click } of card.menu) {
    const action = CardService.newCardAction().setText(plainOf(label));
    if (click.kind === "open") action.setOpenLink(drawLink(click));
    else action.setOnClickAction(drawAction(click));
    builder.addCardAction(action);
  }
  if (card.footer !== null) {
    const footer = CardService.newFixedFooter().setPrimaryButton(drawButton(card.footer.primary));
    if (card.footer.secondary !== null)
      footer.setSecondaryButton(drawButton(card.footer.secondary));
    builder.setFixedFooter(footer);
  }
  return builder.build();
};

export const drawAnswer = (answer: Answer): GoogleAppsScript.Card_Service.ActionResponse => {
  const builder = CardService.newActionResponseBuilder().setStateChanged(answer.changed);
  if (answer.show !== null) {
    const card = drawCard(answer.show.card);
    const navigation = CardService.newNavigation();
    if (answer.show.how === "push") navigation.pushCard(card);
    else if (answer.show.how === "update") navigation.updateCard(card);
    else if (answer.show.how === "instead") navigation.popCard().updateCard(card);
    else navigation.popToRoot().updateCard(card);
    builder.setNavigation(navigation);
  }
  if (answer.toast !== null)
    builder.setNotification(CardService.newNotification().setText(plainOf(answer.toast)));
  if (answer.open !== null) builder.setOpenLink(drawLink(answer.open));
  return builder.build();
};

const drawSection = ({
  title,
  widgets,
  unfolded,
}: Section): GoogleAppsScript.Card_Service.CardSection => {
  const section = CardService.newCardSection();
  if (title !== null) section.setHeader(headingOf(title));
  for (const widget of widgets) section.addWidget(drawWidget(widget));
  // What can fold must hold something that is folded.
  if (unfolded !== null && unfolded < widgets.length) {
    section.setCollapsible(true).setNumUncollapsibleWidgets(unfolded);
  }
  return section;
};

const drawWidget = (widget: Widget): GoogleAppsScript.Card_Service.Widget => {
  switch (widget.kind) {
    case "text":
      return CardService.newTextParagraph().setText(markupOf(widget.text));
    case "fact":
      return drawFact(widget);
    case "divider":
      return CardService.newDivider();
    case "buttons": {
      const set = CardService.newButtonSet();
      for (const button of widget.buttons) set.addButton(drawButton(button));
      return set;
    }
    case "input":
    case "date":
    case "choice":
      return drawField(widget);
  }
};

const drawFact = (fact: Fact): GoogleAppsScript.Card_Service.DecoratedText => {
  const drawn = CardService.newDecoratedText().setText(markupOf(fact.text)).setWrapText(true);
  if (fact.top !== null) drawn.setTopLabel(plainOf(fact.top));
  if (fact.bottom !== null) drawn.setBottomLabel(plainOf(fact.bottom));
  if (fact.button !== null) drawn.setButton(drawButton(fact.button));
  if (fact.click !== null) {
    if (fact.click.kind === "open") drawn.setOpenLink(drawLink(fact.click));
    else drawn.setOnClickAction(drawAction(fact.click));
  }
  return drawn;
};

const drawField = (field: Field): GoogleAppsScript.Card_Service.Widget => {
  const label = plainOf(field.label);
  if (field.kind === "date") {
    const picker = CardService.newDatePicker().setFieldName(field.name).setTitle(label);
    // The picker takes the midnight of Greenwich of the day it shows.
    if (field.value !== null) picker.setValueInMsSinceEpoch(dayNumber(field.value) * MS_A_DAY);
    return picker;
  }
  if (field.kind === "input") {
    const input = CardService.newTextInput()
      .setFieldName(field.name)
      .setTitle(label)
      .setValue(field.value)
      .setMultiline(field.lines);
    if (field.hint !== null) input.setHint(plainOf(field.hint));
    if (field.suggestions.length > 0)
      input.setSuggestions(CardService.newSuggestions().addSuggestions([...field.suggestions]));
    if (field.change !== null) input.setOnChangeAction(drawAction(field.change));
    return input;
  }
  const choice = CardService.newSelectionInput()
    .setFieldName(field.name)
    .setType(
      field.how === "one"
        ? CardService.SelectionInputType.DROPDOWN
        : CardService.SelectionInputType.CHECK_BOX,
    );
  if (label !== "") choice.setTitle(label);
  for (const { value, label: words, selected } of field.items)
    choice.addItem(plainOf(words), value, selected);
  if (field.change !== null) choice.setOnChangeAction(drawAction(field.change));
  return choice;
};

const drawButton = ({ label, look, click }: Button): GoogleAppsScript.Card_Service.TextButton => {
  const button = CardService.newTextButton().setText(plainOf(label));
  if (look === "primary") button.setTextButtonStyle(CardService.TextButtonStyle.FILLED);
  else if (look === "plain") button.setTextButtonStyle(CardService.TextButtonStyle.OUTLINED);
  else button.setTextButtonStyle(CardService.TextButtonStyle.BORDERLESS);
  return clicked(button, click);
};

const clicked = (
  button: GoogleAppsScript.Card_Service.TextButton,
  click: Click,
): GoogleAppsScript.Card_Service.TextButton =>
  click.kind === "open"
    ? button.setOpenLink(drawLink(click))
    : button.setOnClickAction(drawAction(click));

const drawAction = ({ does, ids }: RunAction): GoogleAppsScript.Card_Service.Action =>
  CardService.newAction()
    .setFunctionName(DISPATCHER)
    .setParameters({ [DOES]: does, ...ids })
    // What is typed stays while an answer is on its way.
    .setPersistValues(true);

const drawLink = ({ url, over }: OpenLink): GoogleAppsScript.Card_Service.OpenLink =>
  CardService.newOpenLink()
    .setUrl(url)
    .setOpenAs(over ? CardService.OpenAs.OVERLAY : CardService.OpenAs.FULL_SIZE)
    // What was done on the desk is on the card once the desk is closed.
    .setOnClose(over ? CardService.OnClose.RELOAD_ADD_ON : CardService.OnClose.NOTHING);

/** Words for the draft that is being written; what stands in it stays. */
export const drawInsert = (
  insert: Extract<ComposeAnswer, { readonly kind: "insert" }>,
): GoogleAppsScript.Card_Service.UpdateDraftActionResponse => {
  const body = CardService.newUpdateDraftBodyAction()
    .addUpdateContent(insert.html, CardService.ContentType.MUTABLE_HTML)
    .setUpdateType(CardService.UpdateDraftBodyType.IN_PLACE_INSERT);
  const builder = CardService.newUpdateDraftActionResponseBuilder().setUpdateDraftBodyAction(body);
  if (insert.subject !== null) {
    builder.setUpdateDraftSubjectAction(
      CardService.newUpdateDraftSubjectAction().addUpdateSubject(insert.subject),
    );
  }
  if (insert.to !== null) {
    builder.setUpdateDraftToRecipientsAction(
      CardService.newUpdateDraftToRecipientsAction().addUpdateToRecipients([...insert.to]),
    );
  }
  return builder.build();
};

/** What a universal action answers: cards of its own. */
export const drawUniversal = (card: Card): GoogleAppsScript.Card_Service.UniversalActionResponse =>
  CardService.newUniversalActionResponseBuilder()
    .displayAddOnCards([drawCard(card)])
    .build();
