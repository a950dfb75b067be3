import type { FirstRunView, SettingsView } from "#shared/app/settings-view.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { GMAIL_LEDGER } from "#shared/locales/gmail-ledger.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import { UI } from "#shared/locales/ui.ts";
import { buttonOf, buttonsOf, does, factOf, plain, sectionOf, textOf } from "./card.ts";
import type { Card, Section, Widget } from "./card.ts";
import { clickOf, deskClick } from "./clicks.ts";
import { menuOf, wordsOf } from "./face.ts";
import type { Face } from "./face.ts";
import { formWidgets } from "./form-card.ts";
import type { FormOnCard } from "./form-card.ts";
import { doneSection, labelled, noticeWidgets, toned } from "./pieces.ts";

export type SettingsOnCard = {
  readonly view: SettingsView;
  /** Who one is and how one chases: the fields of the pane's own form. */
  readonly form: Pick<FormOnCard, "definition" | "state" | "errors">;
  readonly refusal: Sentence | null;
  /** Google refused the job of the hour: nothing is worked out by itself. */
  readonly hourlyRefused: boolean;
  /** The language chosen here; null: Gmail's. */
  readonly language: Language | null;
  /** Null: this manifest does not ask for the right. */
  readonly looks: { readonly areOn: boolean; readonly areLabelled: boolean } | null;
};

/** What is typed in the language's own field. */
export const LANGUAGE_FIELD = "screen-language";

export const settingsCard = (
  settings: SettingsOnCard,
  face: Face,
  done: DoneView | null = null,
): Card => {
  const { view, form, refusal } = settings;
  const words = UI[face.language].settings;
  return {
    name: "settings",
    title: [view.title],
    subtitle: null,
    sections: [
      ...(done === null ? [] : [doneSection(done, face, {})]),
      ...(refusal === null ? [] : [sectionOf([toned(refusal, "danger")])]),
      ...(settings.hourlyRefused ? [hourlySection(face)] : []),
      ...(view.notices.length === 0 ? [] : [sectionOf(noticeWidgets(view.notices, face))]),
      sectionOf([languageField(settings, face)]),
      sectionOf(
        [
          ...formWidgets({ ...form, again: null }, face),
          ...buttonsOf(buttonOf([view.save], does("settings-save"), "primary")),
        ],
        [words.identity],
      ),
      dataSection(view, face),
      teachingSection(view, face),
      looksSection(settings, face),
    ],
    menu: menuOf(face).slice(0, 2),
    footer: null,
  };
};

const hourlySection = (face: Face): Section => {
  const { refused, label } = GMAIL_LEDGER[face.language].hourly;
  return sectionOf([
    toned(refused, "warning"),
    ...buttonsOf(buttonOf([label], does("settings-hourly"))),
  ]);
};

const LANGUAGES: readonly Language[] = ["fr", "en"];

const languageField = ({ language }: SettingsOnCard, face: Face): Widget => {
  const words = UI[face.language].settings;
  return {
    kind: "choice",
    how: "one",
    name: LANGUAGE_FIELD,
    label: [words.language],
    hint: null,
    change: does("settings-language"),
    items: [
      { value: "", label: [wordsOf(face).asGmail], selected: language === null },
      ...LANGUAGES.map((one) => ({
        value: one,
        label: [words.languages[one]],
        selected: one === language,
      })),
    ],
  };
};

const dataSection = (view: SettingsView, face: Face): Section => {
  const words = UI[face.language].settings;
  return sectionOf(
    [
      textOf(view.storage),
      textOf(wordsOf(face).backup, "quiet"),
      ...buttonsOf(
        buttonOf([words.backup], deskClick("settings", null, face)),
        buttonOf([view.calendar.label], clickOf(view.calendar.action, face), "link"),
      ),
      labelled(view.ledger.label, [view.ledger.value]),
    ],
    [words.data],
  );
};

const teachingSection = ({ teaching }: SettingsView, face: Face): Section => {
  const words = UI[face.language].settings;
  const { turnOn, turnOff } = wordsOf(face).teaching;
  const { on } = teaching;
  return sectionOf(
    [
      factOf(plain([teaching.label]), { bottom: [on ? words.yes : words.no] }),
      textOf([teaching.hint], "quiet"),
      ...buttonsOf(
        buttonOf([on ? turnOff : turnOn], does("settings-teaching", { used: on ? "no" : "yes" })),
      ),
    ],
    [teaching.title],
    0,
  );
};

const looksSection = ({ looks }: SettingsOnCard, face: Face): Section => {
  const words = wordsOf(face).looks;
  if (looks === null) {
    return sectionOf([textOf(words.off), textOf(words.notHere, "quiet")], [words.title], 1);
  }
  const { areOn, areLabelled } = looks;
  const { setting, hint } = GMAIL_MAIL[face.language].labels;
  const { yes, no } = UI[face.language].settings;
  return sectionOf(
    [
      textOf(areOn ? words.on : words.off),
      ...buttonsOf(
        buttonOf(
          [areOn ? words.turnOff : words.turnOn],
          does("settings-looks", { used: areOn ? "no" : "yes" }),
        ),
      ),
      factOf(plain([setting]), { bottom: [areLabelled ? yes : no] }),
      textOf([hint], "quiet"),
      ...buttonsOf(
        buttonOf(
          [areLabelled ? words.labelsTurnOff : words.labelsTurnOn],
          does("settings-labels", { used: areLabelled ? "no" : "yes" }),
        ),
      ),
    ],
    [words.title],
  );
};

/** Asked before anything else: chasing for others is another law, and refused in words. */
export const firstRunCard = (view: FirstRunView, face: Face, answer: "no" | null): Card => {
  const { question, yes, no, refused } = view.ownInvoices;
  return {
    name: "first-run",
    title: [view.title],
    subtitle: null,
    sections: [
      sectionOf([textOf([view.intro])]),
      sectionOf([
        textOf([question], "strong"),
        ...(answer === "no"
          ? [
              toned([refused], "warning"),
              ...buttonsOf(
                buttonOf([UI[face.language].firstRun.change], does("first-run"), "link"),
              ),
            ]
          : buttonsOf(
              buttonOf([yes], does("first-run", { own: "yes" }), "primary"),
              buttonOf([no], does("first-run", { own: "no" })),
            )),
      ]),
      sectionOf([textOf(view.storage, "quiet")]),
    ],
    menu: [],
    footer: null,
  };
};
