import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { FollowView, OpenMailView, ReadingView } from "#shared/app/mail-view.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { EditedForm } from "#src/sidebar/forms/form-screen.tsx";
import { formReader } from "#shared/app/forms/form-spec.ts";
import type { FormErrors } from "#shared/app/forms/form-spec.ts";
import type { OpenMail } from "#src/sidebar/host.ts";
import { followInvoice, newDebtor, tag } from "#src/sidebar/mail-runner.ts";
import { outcome } from "#src/sidebar/screen-runner.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import {
  correctionForm,
  correctionOf,
  followForm,
  newDebtorForm,
} from "#shared/app/forms/mail-forms.ts";
import { SearchScreen } from "./search-screen.tsx";
import { formWords } from "#src/sidebar/forms/form-words.ts";

/** The parts of the open mail that are asked for by a button: they come with their own bundle. */
export type MailPart = "correct" | "choose" | "new-debtor" | "follow";

export type MailPartProps = {
  readonly shell: Shell;
  readonly mail: OpenMail;
  readonly view: OpenMailView;
  readonly part: MailPart;
  /** The tag that was chosen before its values; null: as it was read. */
  readonly asked: Tag | null;
  readonly onChoose: (account: string) => void;
  readonly onLeave: () => void;
};

const ACT_KEY = "form";
const NONE: FormErrors = new Map();

export const MailPartView = (props: MailPartProps): VNode | null => {
  const { shell, view, part } = props;
  if (part === "choose") return <SearchScreen shell={shell} query="" onPick={props.onChoose} />;
  if (part === "new-debtor") return <NewDebtorPart {...props} />;
  if (part === "follow") {
    return view.follow === null ? null : <FollowPart {...props} follow={view.follow} />;
  }
  return view.reading === null || view.account === null ? null : (
    <CorrectPart {...props} reading={view.reading} account={view.account} />
  );
};

const CorrectPart = (
  props: MailPartProps & { readonly reading: ReadingView; readonly account: string },
): VNode => {
  const { shell, mail, reading, account } = props;
  const words = formWords(shell);
  const language = shell.host.language.value;
  const definition = correctionForm(reading, words, language, props.asked ?? reading.tag);
  return (
    <EditedForm
      shell={shell}
      definition={definition}
      prefix="rl-mail-"
      heading="h2"
      onLeave={props.onLeave}
      onSubmit={async (state) => {
        const reader = formReader(definition, state, words, language);
        const said = correctionOf(reader, reading.values);
        if (said === null) return reader.errors;
        const done = await shell.act(ACT_KEY, () =>
          tag(shell, mail, { account, reading, ...said }),
        );
        if (done.type === "done") props.onLeave();
        return NONE;
      }}
    />
  );
};

const NewDebtorPart = (props: MailPartProps): VNode => {
  const { shell, mail } = props;
  const words = formWords(shell);
  const language = shell.host.language.value;
  const known = useSignal(false);
  const definition = newDebtorForm(mail.message, words, known.value);
  return (
    <EditedForm
      shell={shell}
      definition={definition}
      prefix="rl-mail-"
      heading="h2"
      onLeave={props.view.state === "nobody" ? null : props.onLeave}
      onSubmit={async (state) => {
        const reader = formReader(definition, state, words, language);
        const name = reader.required("name");
        if (reader.errors.size > 0) return reader.errors;
        const { from } = mail.message;
        let account: string | null = null;
        await shell.act(ACT_KEY, async () => {
          const added = await newDebtor(shell, {
            name,
            email: from?.address ?? null,
            contactName: from === null || from.name === "" ? null : from.name,
            language,
            evenSo: reader.flag("evenSo"),
          });
          if (added.ok) ({ account } = added.value);
          else if (added.error.type === "debtor-known") known.value = true;
          return outcome(shell, added);
        });
        if (account !== null) props.onChoose(account);
        return NONE;
      }}
    />
  );
};

const FollowPart = (props: MailPartProps & { readonly follow: FollowView }): VNode => {
  const { shell, mail, follow } = props;
  const words = formWords(shell);
  const language = shell.host.language.value;
  const definition = followForm(follow, words, language);
  return (
    <EditedForm
      shell={shell}
      definition={definition}
      prefix="rl-mail-"
      heading="h2"
      onLeave={props.onLeave}
      onSubmit={async (state) => {
        const reader = formReader(definition, state, words, language);
        const name = follow.account === null ? reader.required("name") : follow.name;
        const number = reader.required("number");
        const total = reader.requiredAmount("total");
        const issuedOn = reader.requiredDate("issuedOn");
        const dueOn = reader.requiredDate("dueOn");
        if (total === null || issuedOn === null || dueOn === null || reader.errors.size > 0) {
          return reader.errors;
        }
        const said = { name, email: reader.text("email"), number, total, issuedOn, dueOn };
        const done = await shell.act(ACT_KEY, async () => followInvoice(shell, mail, follow, said));
        if (done.type === "done") props.onLeave();
        return NONE;
      }}
    />
  );
};
