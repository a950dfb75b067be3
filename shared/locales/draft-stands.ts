import type { Foreign } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire } from "./typeset.ts";

const fr = {
  /** Before the reasons of the plan, where it has any. */
  changed: dire`Depuis ce brouillon, la situation a changé : il n'a été ni ouvert ni inséré.`,
  money: dire`Un règlement ou un avoir est venu depuis : les sommes n'y sont plus justes.`,
  disputed: dire`Une partie de ce qu'il demande est contestée depuis.`,
  paid: dire`Ce qu'il demande n'est plus dû.`,
  contact: (address: Foreign): Sentence => dire`${address} n'est plus un contact de ce débiteur.`,
  /** What a form or a compose window left in the mailbox is out of Relance's reach. */
  discard: dire`Écartez ce brouillon, aussi dans votre messagerie s'il y reste : Relance dit alors la suite.`,
  notWaiting: dire`Ce brouillon n'attend plus : il est envoyé ou écarté.`,
};

export type DraftStandsMessages = typeof fr;

const en: DraftStandsMessages = {
  changed: say`Things have changed since this draft: it was neither opened nor inserted.`,
  money: say`A payment or a credit note has come since: its sums are no longer right.`,
  disputed: say`Part of what it asks for has been disputed since.`,
  paid: say`What it asks for is no longer owed.`,
  contact: (address) => say`${address} is no longer a contact of this debtor.`,
  discard: say`Discard this draft, in your mailbox too if it stays there: Relance then says what comes next.`,
  notWaiting: say`This draft no longer waits: it was sent or discarded.`,
};

/** Why a draft that was prepared earlier is no longer put before the person to be sent. */
export const DRAFT_STANDS: Messages<DraftStandsMessages> = { fr, en };
