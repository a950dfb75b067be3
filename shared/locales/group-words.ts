import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

type GroupMessages = {
  /** `saysSo`: the name already says that it is a group. */
  readonly title: (name: Foreign, saysSo: boolean) => Sentence;
  /** Members that there is no room for. */
  readonly others: (count: number) => Own;
  /** One mail for so many of them. */
  readonly oneMail: (count: number) => Own;
  /** A draft that speaks of others as well. */
  readonly shared: (names: Sentence) => Sentence;
  readonly sharedWithMany: (count: number) => Own;
};

/** What stands beside a debtor of the others of its group. */
export const GROUP_WORDS: Messages<GroupMessages> = {
  fr: {
    title: (name, saysSo) => (saysSo ? [name] : dire`Groupe ${name}`),
    others: (count) => dit(`et ${String(count)} autres`),
    oneMail: (count) => dit(`Un seul message pour ${String(count)} entités`),
    shared: (names) => dire`Brouillon commun avec ${names}.`,
    sharedWithMany: (count) => dit(`${String(count)} autres entités`),
  },
  en: {
    title: (name, saysSo) => (saysSo ? [name] : say`Group ${name}`),
    others: (count) => own(`and ${String(count)} more`),
    oneMail: (count) => own(`One message for ${String(count)} entities`),
    shared: (names) => say`Draft shared with ${names}.`,
    sharedWithMany: (count) => own(`${String(count)} other entities`),
  },
};
