import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { foreign } from "#shared/kernel/text.ts";
import { textOf } from "#shared/app/mail-acts.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { MailAddress, Message } from "#shared/mail/message.ts";
import { newWordsOf } from "#shared/mail/html-words.ts";
import { attachmentBytes } from "#src/files/mail-bytes.ts";
import { MAIL_BYTES_MAX } from "#src/files/mail-limits.ts";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText, plainText } from "#src/sidebar/components/sentence-text.tsx";
import type { Bench, ShownMail } from "./bench.ts";
import { offerFile } from "#src/custody/offer-file.ts";
import type { LoadedMail, OpenRefusal } from "./mailbox.ts";
import { fullMoment } from "./moments.ts";

/** Characters of one part of a text that are drawn: more than anybody reads, less than a page can take. */
const TEXT_SHOWN_MAX = 100_000;
/** Recipients drawn of one field. */
const PEOPLE_SHOWN_MAX = 10;
/** Attachments drawn. */
const FILES_SHOWN_MAX = 100;

export const MailPane = ({ bench }: { readonly bench: Bench }): VNode => {
  const shown = bench.shown.value;
  const words = bench.words.value.mail;
  if (shown === null) return <p class="wb-empty rl-quiet">{words.none.own}</p>;
  if (shown.type === "loading") {
    return (
      <p class="wb-empty rl-quiet" role="status">
        {words.loading.own}
      </p>
    );
  }
  return shown.type === "refused" ? (
    <RefusedMail bench={bench} shown={shown} />
  ) : (
    <OpenedMail key={shown.mail.id} bench={bench} mail={shown.mail} />
  );
};

const RefusedMail = ({
  bench,
  shown,
}: {
  readonly bench: Bench;
  readonly shown: Extract<ShownMail, { readonly type: "refused" }>;
}): VNode => {
  const { listed, refusal } = shown;
  const words = bench.words.value;
  return (
    <article class="wb-mail">
      <h1 tabIndex={-1}>
        <SentenceText
          text={listed.subject === "" ? words.list.noSubject : foreign(listed.subject, 998)}
        />
      </h1>
      <Notice tone="warning" text={refusalText(bench, refusal)} urgent />
      {refusal.type === "mail-unreadable" ? (
        <p>
          <LinkButton
            onClick={() => {
              offerFile(mailNameOf(listed.file), "message/rfc822", refusal.bytes);
            }}
          >
            {words.mail.downloadMail.own}
          </LinkButton>
        </p>
      ) : null}
    </article>
  );
};

const refusalText = (bench: Bench, refusal: OpenRefusal): Sentence => {
  const words = bench.words.value;
  if (refusal.type === "mail-gone") return words.mail.gone;
  if (refusal.type === "server-gone") return words.mail.serverGone;
  return refusal.refusal.type === "mail-too-large"
    ? words.mail.tooLarge(words.bytes(refusal.refusal.bytes), words.bytes(MAIL_BYTES_MAX))
    : words.mail.unreadable;
};

const OpenedMail = ({
  bench,
  mail,
}: {
  readonly bench: Bench;
  readonly mail: LoadedMail;
}): VNode => {
  const words = bench.words.value;
  const { message } = mail;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Below 900 px the list has gone: focus follows to what has come.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <article class="wb-mail" aria-label={words.mail.pane.own}>
      <h1 tabIndex={-1} ref={heading}>
        <SentenceText
          text={message.subject === "" ? words.list.noSubject : foreign(message.subject, 998)}
        />
      </h1>
      <Headers bench={bench} message={message} />
      {message.problems.map((problem) => (
        <Notice key={problem} tone="info" text={words.mail.problems[problem]} />
      ))}
      <MailText bench={bench} message={message} />
      <Attachments bench={bench} mail={mail} />
      <p class="wb-mail__foot">
        <LinkButton
          onClick={() => {
            const listed = bench.mailbox.mails.peek().find((one) => one.id === mail.id);
            offerFile(mailNameOf(listed?.file ?? mail.id), "message/rfc822", mail.bytes);
          }}
        >
          {words.mail.downloadMail.own}
        </LinkButton>
      </p>
    </article>
  );
};

const Headers = ({
  bench,
  message,
}: {
  readonly bench: Bench;
  readonly message: Message;
}): VNode => {
  const words = bench.words.value.mail;
  const language = bench.language.value;
  const moment = fullMoment(message.sentAt, language);
  return (
    <dl class="wb-headers">
      {message.from === null ? null : (
        <>
          <dt>{words.from.own}</dt>
          <dd>
            <Person person={message.from} />
          </dd>
        </>
      )}
      <People bench={bench} label={words.to.own} people={message.to} />
      <People bench={bench} label={words.cc.own} people={message.cc} />
      <dt>{words.date.own}</dt>
      <dd>{moment ?? words.noDate.own}</dd>
    </dl>
  );
};

const People = (props: {
  readonly bench: Bench;
  readonly label: string;
  readonly people: readonly MailAddress[];
}): VNode | null => {
  const { people } = props;
  if (people.length === 0) return null;
  const more = people.length - PEOPLE_SHOWN_MAX;
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        {people.slice(0, PEOPLE_SHOWN_MAX).map((person, index) => (
          <span key={`${String(index)} ${person.address}`}>
            {index === 0 ? "" : ", "}
            <Person person={person} />
          </span>
        ))}
        {more > 0 ? <span> {props.bench.words.value.mail.others(more).own}</span> : null}
      </dd>
    </>
  );
};

/** The address always: a name alone can be anybody's. */
const Person = ({ person }: { readonly person: MailAddress }): VNode => (
  <>
    {person.name === "" ? null : (
      <>
        <SentenceText text={foreign(person.name, 300)} />{" "}
      </>
    )}
    <span class="rl-quiet">
      &lt;
      <SentenceText text={foreign(person.address, 320)} />
      &gt;
    </span>
  </>
);

const MailText = ({
  bench,
  message,
}: {
  readonly bench: Bench;
  readonly message: Message;
}): VNode => {
  const words = bench.words.value.mail;
  const isUnfolded = useSignal(false);
  const text = textOf(message);
  const parts = newWordsOf(message);
  const isHtml = (message.text === null || message.text.trim() === "") && message.html !== null;
  const quotedLines = parts.quoted === "" ? 0 : parts.quoted.split("\n").length;
  const hasNothingNew = parts.text === "" && parts.signature === "";
  return (
    <div class="wb-text">
      {isHtml ? <p class="wb-text__note rl-small rl-quiet">{plainText(words.htmlAsText)}</p> : null}
      {text.trim() === "" ? <p class="rl-quiet">{words.noWords.own}</p> : null}
      {hasNothingNew ? null : (
        <section class="wb-new" aria-label={words.newWords.own}>
          <Written bench={bench} text={parts.text} />
        </section>
      )}
      {parts.signature === "" ? null : (
        <section class="wb-signature rl-quiet" aria-label={words.signature.own}>
          <Written bench={bench} text={parts.signature} />
        </section>
      )}
      {quotedLines === 0 ? null : (
        <>
          <Button
            small
            name="quoted"
            onClick={() => {
              isUnfolded.value = !isUnfolded.value;
            }}
          >
            {isUnfolded.value ? words.quotedHide.own : words.quotedShow(quotedLines).own}
          </Button>
          {isUnfolded.value ? (
            <section class="wb-quoted rl-quiet">
              <Written bench={bench} text={parts.quoted} />
            </section>
          ) : null}
        </>
      )}
    </div>
  );
};

const Written = ({ bench, text }: { readonly bench: Bench; readonly text: string }): VNode => {
  const shown = foreign(text, TEXT_SHOWN_MAX).foreign;
  return (
    <>
      <div class="wb-written" dir="auto">
        {shown}
      </div>
      {text.length > TEXT_SHOWN_MAX ? (
        <Notice tone="info" text={bench.words.value.mail.cut(TEXT_SHOWN_MAX)} />
      ) : null}
    </>
  );
};

const Attachments = ({
  bench,
  mail,
}: {
  readonly bench: Bench;
  readonly mail: LoadedMail;
}): VNode | null => {
  const words = bench.words.value;
  const failed = useSignal(false);
  const { attachments } = mail.message;
  if (attachments.length === 0) return null;
  const save = async (index: number): Promise<void> => {
    const file = await attachmentBytes(mail.bytes, index);
    failed.value = !file.ok;
    // A type of its own: whatever it claims to be, the browser saves it and never shows it.
    if (file.ok) {
      offerFile(fileNameOf(file.value.name), "application/octet-stream", file.value.content);
    }
  };
  return (
    <section class="wb-files" aria-label={words.mail.attachments(attachments.length).own}>
      <h2>{words.mail.attachments(attachments.length).own}</h2>
      <ul>
        {attachments.slice(0, FILES_SHOWN_MAX).map((file, index) => (
          <li key={`${String(index)} ${file.name}`}>
            <button
              type="button"
              class="wb-file"
              aria-label={plainText(words.mail.download(foreign(file.name, 255)))}
              onClick={() => {
                void save(index);
              }}
            >
              <span class="wb-file__name">
                <SentenceText text={foreign(file.name, 255)} />
              </span>
              <span class="rl-small rl-quiet">{words.bytes(file.bytes).own}</span>
            </button>
          </li>
        ))}
      </ul>
      {failed.value ? <Notice tone="warning" text={words.mail.notReadable} urgent /> : null}
    </section>
  );
};

/** A name that every system takes, without a path in it. */
const fileNameOf = (name: string): string => {
  const bare = foreign(name.split(/[/\\]/).pop() ?? "", 200)
    .foreign.replace(/[<>:"|?*\u0000-\u001f]/g, "_")
    .trim();
  return bare === "" || bare === "." || bare === ".." ? "message" : bare;
};

/** A mail out of an .mbox has a place for a name. */
const mailNameOf = (file: string): string => {
  const name = fileNameOf(file);
  return /\.eml$/i.test(name) ? name : `${name}.eml`;
};
