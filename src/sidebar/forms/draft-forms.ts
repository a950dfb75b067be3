import { prepareAnswer } from "#shared/app/answer-draft.ts";
import { prepareDraft } from "#shared/app/draft-acts.ts";
import { err } from "#shared/kernel/result.ts";
import type { Choice } from "#src/sidebar/components/field.tsx";
import { chanceRun } from "#src/sidebar/chance-run.ts";
import { printKept } from "#src/sidebar/print-kept.ts";
import { emptyForm } from "#shared/app/forms/form-spec.ts";
import type { HostForm } from "./host-form.ts";
import { blockedFile, fileForm } from "./file-form-parts.ts";
import type { FileContext } from "./file-form-parts.ts";

/** Messages that need a word of the person's own before they are drafted. */

const WAYS = ["mail", "registered", "registered-electronic", "by-hand", "simple"] as const;

/** Nobody but a professional gets a registered e-letter without having agreed to it (CPCEP L100). */
const waysOf = ({ state, said }: FileContext): readonly Choice[] => {
  const kind = state?.debtor?.kind ?? "consumer";
  const professional = kind === "business" || kind === "public";
  return WAYS.filter((way) => professional || way !== "registered-electronic").map((way) => ({
    value: way,
    label: way === "mail" ? said.choices.byMail.own : said.of.letterChannel[way].own,
  }));
};

/** Whether the court will be asked is nobody's decision but the person's: nothing is ticked before. */
export const lastNoticeForm = (context: FileContext): HostForm => {
  const { said, account } = context;
  return fileForm(context, "last-notice", {
    submit: said.submit.prepare,
    intro: said.intros.lastNotice,
    fields: [
      { kind: "select", name: "way", label: said.fields.sendBy, choices: waysOf(context) },
      {
        kind: "check",
        name: "intendsCourt",
        label: said.fields.intendsCourt,
        hint: said.hints.intendsCourt,
      },
    ],
    initial: emptyForm({ way: "registered" }),
    read: (reader) => {
      const way = reader.choice("way", WAYS);
      if (way === null) return null;
      const lastNotice = { intendsCourt: reader.flag("intendsCourt") };
      return async (host) => {
        if (account === null) return err({ type: "account-unknown", account: "" });
        const salt = chanceRun();
        return way === "mail"
          ? host.run(prepareDraft, { account, replyTo: null, salt, lastNotice })
          : printKept(host, { account, way, salt, lastNotice });
      };
    },
  });
};

/** Why the creditor holds to its position, in its own words. */
export const answerComplaintForm = (context: FileContext): HostForm => {
  const { said, account, state } = context;
  if (state?.disputes.some(({ resolved }) => resolved === null) !== true) {
    return blockedFile(context, "answer-complaint", said.blocked.noDispute);
  }
  return fileForm(context, "answer-complaint", {
    submit: said.submit.prepare,
    intro: said.intros.complaint,
    fields: [
      {
        kind: "long",
        name: "words",
        label: said.fields.complaintReason,
        hint: said.hints.complaintReason,
        rows: 5,
      },
    ],
    initial: emptyForm(),
    read: (reader) => {
      const words = reader.optional("words");
      return async (host) =>
        account === null
          ? err({ type: "account-unknown", account: "" })
          : host.run(prepareAnswer, {
              account,
              answer: "unresolved-complaint",
              exchange: null,
              replyTo: null,
              words,
              salt: chanceRun(),
            });
    },
  });
};
