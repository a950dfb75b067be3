import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { FiledView, MailActionView, OpenMailView } from "#shared/app/mail-view.ts";
import { mailClaim } from "#shared/app/mail-claim.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { NoticeOf, Refused } from "#src/sidebar/components/actions.tsx";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { ButtonLine } from "#src/sidebar/components/button-line.tsx";
import { FourLines } from "#src/sidebar/components/four-lines.tsx";
import { lazyPart } from "#src/sidebar/components/lazy.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { RowList } from "#src/sidebar/components/row-list.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { OpenMail } from "#src/sidebar/host.ts";
import type { ActOutcome, Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import { wholeOf } from "#src/sidebar/use-whole.ts";
import type { MailPart, MailPartProps } from "./mail-parts.tsx";
import type { ReadingPartProps } from "./reading-part.tsx";

const LazyMailPart = lazyPart<MailPartProps>(
  async () => (await import("./mail-parts.tsx")).MailPartView,
);

const LazyDraftWay = lazyPart<{ shell: Shell; account: string }>(
  async () => (await import("#src/sidebar/components/draft-way.tsx")).DraftWay,
  true,
);

/** Whether a button of the open mail begins a draft. */
const beginsDraft = ({ primary, more }: OpenMailView): boolean =>
  [...(primary === null ? [] : [primary]), ...more].some(
    (one) => "action" in one && "act" in one.action && one.action.act === "prepare-draft",
  );

const LazyReading = lazyPart<ReadingPartProps>(
  async () => (await import("./reading-part.tsx")).ReadingPart,
);

const useMailCase = wholeOf(
  mailClaim,
  async () => (await import("#shared/app/open-mail.ts")).openMail,
);

/** The open mail beside its claim: four lines, then one button. */
export const MailScreen = ({ shell }: { readonly shell: Shell }): VNode => {
  const mail = shell.mail.value;
  const words = shell.words.value;
  if (mail === null) {
    return (
      <div class="rl-empty">
        <h1>{words.mail.noMail.title.own}</h1>
        <p class="rl-quiet">{words.mail.noMail.text.own}</p>
      </div>
    );
  }
  // Another mail is another screen: nothing of the former one may stand under its name.
  return <MailOf key={mail.key} shell={shell} mail={mail} />;
};

const MailOf = (props: { readonly shell: Shell; readonly mail: OpenMail }): VNode => {
  const { shell, mail } = props;
  const chosen = useSignal<string | null>(null);
  const part = useSignal<MailPart | null>(null);
  const asked = useSignal<Tag | null>(null);
  const input = { message: mail.message, account: chosen.value, sha256: mail.sha256 };
  const seen = useMailCase(shell);
  const drawn = useView(shell, seen.useCase, input, `${mail.key} ${chosen.value ?? ""}`).value;
  if (drawn.type === "loading") {
    return <p class="rl-quiet">{shell.words.value.shell.loading.own}</p>;
  }
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  return (
    <MailBody
      shell={shell}
      mail={mail}
      view={drawn.view}
      part={part.value ?? partOfState(drawn.view)}
      asked={asked.value}
      onReadAgain={seen.again}
      onPart={(next, tag) => {
        shell.refused.value = null;
        asked.value = tag ?? null;
        part.value = next;
      }}
      onChoose={(account) => {
        chosen.value = account;
        part.value = null;
        shell.unsaved.value = false;
      }}
    />
  );
};

/** A mail of nobody asks for a name at once: a name field and nothing else. Beside a warning of fraud it asks for none. */
const partOfState = ({ state, notices }: OpenMailView): MailPart | null =>
  state === "nobody" && !notices.some(isFraud) ? "new-debtor" : null;

const isFraud = ({ key }: { readonly key: string }): boolean => key === "fraud";

type BodyProps = {
  readonly shell: Shell;
  readonly mail: OpenMail;
  readonly view: OpenMailView;
  readonly part: MailPart | null;
  /** Null: the rules of reading are here, or on their way. */
  readonly onReadAgain: (() => void) | null;
  /** A tag chosen already, whose values the form asks for. */
  readonly asked: Tag | null;
  readonly onPart: (part: MailPart | null, tag?: Tag) => void;
  readonly onChoose: (account: string) => void;
};

const MailBody = (props: BodyProps): VNode => {
  const { shell, mail, view, part } = props;
  const heading = useRef<HTMLDivElement>(null);
  const leave = (): void => {
    shell.unsaved.value = false;
    props.onPart(null);
  };
  // A warning of fraud stands before all else.
  const danger = view.notices.filter(isFraud);
  const formerPart = useRef(part);
  useEffect(() => {
    // A part that closes leaves focus nowhere: it goes to what stands now.
    if (formerPart.current !== null && part === null) {
      heading.current?.querySelector<HTMLElement>(".rl-button")?.focus();
    }
    formerPart.current = part;
  }, [part]);
  return (
    <div class="rl-stack" ref={heading}>
      <p class="rl-small rl-quiet">
        <SentenceText text={view.about} />
      </p>
      {danger.map((notice) => (
        <NoticeOf key={notice.key} shell={shell} notice={notice} />
      ))}
      {view.lines === null ? null : (
        <FourLines lines={view.lines} heading="h1" toRead={view.toRead} />
      )}
      {view.toRead && props.onReadAgain !== null ? (
        <Notice tone="danger" text={shell.words.value.faults.notLoaded} urgent>
          <Button small name="mail/read" onClick={props.onReadAgain}>
            {shell.words.value.shell.retry.own}
          </Button>
        </Notice>
      ) : null}
      {view.hint === null || view.lines !== null ? null : <h1>{view.hint.own}</h1>}
      {view.state === "no-ledger" ? (
        <Button
          look="primary"
          name="first-run"
          onClick={() => {
            shell.go({ at: "first-run" });
          }}
        >
          {shell.words.value.settings.start.own}
        </Button>
      ) : null}
      {view.notices
        .filter((notice) => !danger.includes(notice))
        .map((notice) => (
          <NoticeOf key={notice.key} shell={shell} notice={notice} />
        ))}
      {view.reading === null || part === "correct" ? null : (
        <LazyReading
          shell={shell}
          reading={view.reading}
          onTag={(tag, key) => {
            fileAs(props, tag, key);
          }}
        />
      )}
      {view.choices.length === 0 || part !== null ? null : <Choices {...props} />}
      {part === null ? null : (
        <LazyMailPart
          shell={shell}
          mail={mail}
          view={view}
          part={part}
          asked={props.asked}
          onChoose={props.onChoose}
          onLeave={leave}
        />
      )}
      <MailActions {...props} />
      {shell.host.draftWay !== undefined && view.account !== null && beginsDraft(view) ? (
        <LazyDraftWay shell={shell} account={view.account} />
      ) : null}
      {view.matched === null ? null : (
        <p class="rl-small rl-quiet">
          <SentenceText text={view.matched} />
        </p>
      )}
      {view.filed === null ? null : <Filed shell={shell} filed={view.filed} mail={mail} />}
    </div>
  );
};

const Choices = (props: BodyProps): VNode => {
  const { shell, view } = props;
  return (
    <RowList class="rl-stack" label={shell.words.value.mail.choose.own}>
      {view.choices.map((choice) => (
        <li key={choice.key}>
          <button
            type="button"
            class="rl-hit rl-hit--choice"
            data-key={`choice/${choice.key}`}
            onClick={() => {
              props.onChoose(choice.account);
            }}
          >
            <b>
              <ForeignText text={choice.name} />
            </b>
            <br />
            <span class="rl-small">
              <SentenceText text={choice.owes} />
            </span>
            <br />
            <span class="rl-small rl-quiet">
              <SentenceText text={choice.reason} />
            </span>
          </button>
        </li>
      ))}
    </RowList>
  );
};

/** Buttons shown beside the primary one; the rest is in the menu. What takes one click stands where it takes one. */
const shownOf = (more: readonly MailActionView[]): number =>
  more.some(({ key }) => key === "no-effect") ? 2 : 1;

const MailActions = (props: BodyProps): VNode | null => {
  const { shell, view, part } = props;
  const words = shell.words.value.shell;
  // The form that is open has the buttons of its own act.
  const primary = part === null ? view.primary : null;
  const more = view.more.filter((action) => !("mail" in action) || action.mail !== part);
  const shown = part === null ? more.slice(0, shownOf(more)) : [];
  const rest = part === null ? more.slice(shownOf(more)) : more;
  if (primary === null && more.length === 0) return null;
  const run = (action: MailActionView): void => {
    if ("mail" in action) runMail(props, action);
    else runAction(props, action);
  };
  return (
    <>
      <ButtonLine
        buttons={[...(primary === null ? [] : [primary]), ...shown].map((action) => (
          <Button
            key={action.key}
            name={action.key}
            look={action === primary ? "primary" : "plain"}
            busy={shell.busy.value === action.key}
            onClick={() => {
              run(action);
            }}
          >
            {action.label.own}
          </Button>
        ))}
        menu={{
          label: words.more.own,
          name: "mail/more",
          items: rest.map((action) => ({
            key: action.key,
            label: action.label.own,
            run: () => {
              run(action);
            },
          })),
        }}
      />
      <Refused
        shell={shell}
        keys={[...(view.primary === null ? [] : [view.primary.key]), ...more.map(({ key }) => key)]}
      />
    </>
  );
};

/** A draft from here goes on with the open mail's thread. */
const runAction = (
  props: BodyProps,
  { key, action }: Exclude<MailActionView, { readonly mail: string }>,
): void => {
  const { shell, mail } = props;
  if (!("act" in action) || action.act !== "prepare-draft") {
    void shell.perform(key, action);
    return;
  }
  void shell.act(key, async () => {
    const { draftReply } = await import("#src/sidebar/mail-runner.ts");
    return draftReply(shell, mail, action.account);
  });
};

/** Tags whose values are worth a look before the mail is filed. */
const ASKS_VALUES: readonly Tag[] = [
  "promise",
  "dispute",
  "instalments",
  "wrong_contact",
  "autoreply",
];

const fileAs = (props: BodyProps, tag: Tag, key: string): void => {
  const { shell, mail, view } = props;
  const { account, reading } = view;
  if (ASKS_VALUES.includes(tag) || account === null || reading === null) {
    props.onPart("correct", tag);
    return;
  }
  void shell.act(key, async () => {
    const runner = await import("#src/sidebar/mail-runner.ts");
    return runner.tag(shell, mail, { account, reading, tag, values: reading.values });
  });
};

const PARTS: Readonly<Partial<Record<string, MailPart>>> = {
  correct: "correct",
  "other-claim": "choose",
  "new-debtor": "new-debtor",
  follow: "follow",
};

const runMail = (
  props: BodyProps,
  action: Extract<MailActionView, { readonly mail: string }>,
): void => {
  const { shell, mail, view } = props;
  const opens = PARTS[action.mail];
  if (opens !== undefined) {
    props.onPart(opens);
    return;
  }
  void shell.act(action.key, async (): Promise<ActOutcome> => {
    const runner = await import("#src/sidebar/mail-runner.ts");
    if (action.mail === "not-a-debtor") return runner.setAside(shell, mail, "not-a-debtor");
    if (action.mail === "never-this-sender") return runner.setAside(shell, mail, "never");
    if (view.account === null) {
      props.onPart("choose");
      return { type: "moved" };
    }
    if (action.mail === "export") return runner.exportMailThread(shell, view.account);
    const { reading } = view;
    if (action.mail === "no-effect" && reading !== null)
      return runner.passOver(shell, mail, view.account, reading);
    return action.mail === "confirm" && reading !== null
      ? runner.tag(shell, mail, {
          account: view.account,
          reading,
          tag: reading.tag,
          values: reading.values,
        })
      : runner.file(shell, mail, view.account);
  });
};

/** Filed, with the short hash and how the bytes came; the whole one is a click away. */
const Filed = (props: {
  readonly shell: Shell;
  readonly filed: FiledView;
  readonly mail: OpenMail;
}): VNode => {
  const { filed, mail } = props;
  const words = props.shell.words.value;
  const showAll = useSignal(false);
  return (
    <section class="rl-section rl-small" aria-label={words.shell.exhibit.own}>
      <p>
        <SentenceText text={filed.text} />
      </p>
      {filed.sha256 === null ? null : (
        <p class="rl-quiet">
          {showAll.value && mail.sha256 !== null ? (
            <span class="rl-mono">{mail.sha256}</span>
          ) : (
            filed.sha256.own
          )}
          {filed.obtained === null ? null : ` · ${filed.obtained.own}`}
        </p>
      )}
      {filed.sha256 === null || mail.sha256 === null ? null : (
        <div>
          <LinkButton
            onClick={() => {
              showAll.value = !showAll.value;
            }}
          >
            {showAll.value ? words.shell.hide.own : words.mail.fullHash.own}
          </LinkButton>
        </div>
      )}
    </section>
  );
};
