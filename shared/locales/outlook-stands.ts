import type { Foreign } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire } from "./typeset.ts";

const fr = {
  /** Before the reasons of the plan, where it has any. */
  changed: dire`Depuis ce brouillon, la situation a changé : il n'a été ni ouvert ni inséré.`,
  money: dire`Un règlement ou un avoir est venu depuis : les sommes n'y sont plus justes.`,
  paid: dire`Ce qu'il demande n'est plus dû.`,
  contact: (address: Foreign): Sentence => dire`${address} n'est plus un contact de ce débiteur.`,
  discard: dire`Écartez ce brouillon, aussi dans Outlook : Relance dit alors la suite.`,
  notWaiting: dire`Ce brouillon n'attend plus : il est envoyé ou écarté.`,
};

export type OutlookStandsMessages = typeof fr;

const en: OutlookStandsMessages = {
  changed: say`Things have changed since this draft: it was neither opened nor inserted.`,
  money: say`A payment or a credit note has come since: its sums are no longer right.`,
  paid: say`What it asks for is no longer owed.`,
  contact: (address) => say`${address} is no longer a contact of this debtor.`,
  discard: say`Discard this draft, in Outlook too: Relance then says what comes next.`,
  notWaiting: say`This draft no longer waits: it was sent or discarded.`,
};

/** Why a draft that was prepared earlier is no longer put before the person to be sent. */
export const OUTLOOK_STANDS: Messages<OutlookStandsMessages> = { fr, en };
