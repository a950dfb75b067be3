import { useComputed, useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { foreign } from "#shared/kernel/text.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { isStep } from "#shared/recovery/steps.ts";
import { LinkButton } from "#src/sidebar/components/button.tsx";
import { SentenceText, plainText } from "#src/sidebar/components/sentence-text.tsx";
import { Tabs } from "#src/sidebar/components/tabs.tsx";
import { factsOf } from "./bench.ts";
import type { Bench, Folder, WaitingDraft } from "./bench.ts";
import { personName, rowsIn, rowsOf } from "./folders.ts";
import type { MailRow } from "./folders.ts";
import { listMoment } from "./moments.ts";

/** Every row is of this height, so that a list of 20,000 draws only what is seen. */
const ROW_PX = 72;
/** Rows drawn beyond the edges, so that a quick scroll shows no hole. */
const BEYOND = 8;
/** Passed-over files that are named. */
const PASSED_SHOWN_MAX = 50;

type ListItem =
  | { readonly type: "mail"; readonly key: string; readonly row: MailRow }
  | { readonly type: "draft"; readonly key: string; readonly draft: WaitingDraft };

export const MailList = ({ bench }: { readonly bench: Bench }): VNode => {
  const words = bench.words.value;
  const rows = useComputed(() =>
    rowsOf(bench.mailbox.mails.value, bench.facts.value, bench.likelyAddresses),
  );
  const items = useComputed<readonly ListItem[]>(() => {
    const folder = bench.folder.value;
    if (folder === "drafts") {
      return bench.drafts.value.map((draft) => ({ type: "draft", key: draft.draft, draft }));
    }
    return rowsIn(folder, rows.value).map((row) => ({ type: "mail", key: row.mail.id, row }));
  });
  const toRead = rows.value.filter((row) => row.isToRead).length;
  const folder = bench.folder.value;
  const counts: Readonly<Record<Folder, number>> = {
    inbox: toRead,
    sent: 0,
    drafts: bench.drafts.value.length,
    all: 0,
  };
  return (
    <section class="wb-list" aria-label={words.list.label.own}>
      <Tabs
        label={words.folders.label.own}
        selected={folder}
        panelId="wb-messages"
        tabs={(["inbox", "sent", "drafts", "all"] as const).map((key) => ({
          key,
          label: words.folders[key].own,
          count: <Count count={counts[key]} />,
        }))}
        onSelect={(key) => {
          bench.folder.value = key as Folder;
        }}
      />
      <div class="wb-list__bar rl-small rl-quiet">
        <span>
          {folder === "drafts"
            ? words.list.drafts(items.value.length).own
            : words.list.shown(items.value.length).own}
          {folder === "inbox" && toRead > 0 ? `, ${words.list.unreadCount(toRead).own}` : null}
        </span>
        <LinkButton
          name="look"
          onClick={() => {
            if (!bench.looking.peek()) void bench.look(true);
          }}
        >
          {bench.looking.value ? words.list.looking.own : words.list.look.own}
        </LinkButton>
      </div>
      <Rows bench={bench} items={items.value} />
      <PassedOver bench={bench} />
    </section>
  );
};

const Count = ({ count }: { readonly count: number }): VNode | null =>
  count === 0 ? null : <span class="rl-count">{count}</span>;

const Rows = ({
  bench,
  items,
}: {
  readonly bench: Bench;
  readonly items: readonly ListItem[];
}): VNode => {
  const words = bench.words.value;
  const folder = bench.folder.value;
  const selection = bench.selection.value;
  const selectedKey =
    selection.type === "mail" ? selection.id : selection.type === "draft" ? selection.draft : null;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useSignal({ top: 0, height: 800 });
  const active = useSignal<string | null>(null);
  const selectedAt = items.findIndex((item) => item.key === (active.value ?? selectedKey));
  const measure = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, clientHeight } = element;
    if (scrollTop !== view.peek().top || clientHeight !== view.peek().height) {
      view.value = { top: scrollTop, height: clientHeight };
    }
  };
  useEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (scroller.current !== null) observer.observe(scroller.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    active.value = null;
  }, [folder]);
  useEffect(() => {
    active.value = null;
    const at = items.findIndex((item) => item.key === selectedKey);
    if (at >= 0) reveal(scroller.current, at);
  }, [selectedKey]);

  const moveTo = (to: number): void => {
    const item = items[Math.min(Math.max(to, 0), items.length - 1)];
    if (item === undefined) return;
    active.value = item.key;
    reveal(scroller.current, items.indexOf(item));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(view.peek().height / ROW_PX) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: selectedAt + 1,
      ArrowUp: selectedAt < 0 ? 0 : selectedAt - 1,
      PageDown: selectedAt + page,
      PageUp: selectedAt - page,
      Home: 0,
      End: items.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      moveTo(to);
    } else if (event.key === "Enter" || event.key === " ") {
      const item = items[selectedAt];
      if (item === undefined) return;
      event.preventDefault();
      open(bench, item);
    }
  };
  const first = Math.max(0, Math.floor(view.value.top / ROW_PX) - BEYOND);
  const last = Math.min(
    items.length,
    Math.ceil((view.value.top + view.value.height) / ROW_PX) + BEYOND,
  );
  const drawn = items.slice(first, last);
  const empty = {
    inbox: words.list.emptyInbox,
    sent: words.list.emptySent,
    drafts: words.list.emptyDrafts,
    all: words.list.emptyAll,
  }[folder];
  return (
    <div
      class="wb-rows"
      id="wb-messages"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={words.folders[folder].own}
      aria-activedescendant={
        selectedAt >= first && selectedAt < last ? rowId(selectedAt) : undefined
      }
      onScroll={measure}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const row = event.target instanceof Element ? event.target.closest("[data-at]") : null;
        const item = items[Number(row?.getAttribute("data-at") ?? "-1")];
        if (item !== undefined) open(bench, item);
      }}
    >
      {items.length === 0 ? <p class="wb-empty rl-quiet">{empty.own}</p> : null}
      <div
        class="wb-rows__space"
        role="presentation"
        style={{ height: `${String(items.length * ROW_PX)}px` }}
      >
        {drawn.map((item, index) => {
          const at = first + index;
          return (
            <div
              key={item.key}
              id={rowId(at)}
              role="option"
              class={`wb-row${isToRead(item) ? " wb-row--unread" : ""}${at === selectedAt ? " wb-row--active" : ""}`}
              style={{ top: `${String(at * ROW_PX)}px` }}
              aria-selected={item.key === selectedKey ? "true" : "false"}
              aria-setsize={items.length}
              aria-posinset={at + 1}
              data-key={item.key}
              data-file={item.type === "mail" ? item.row.mail.file : undefined}
              data-at={at}
            >
              {item.type === "mail" ? (
                <MailLine bench={bench} row={item.row} />
              ) : (
                <DraftLine bench={bench} draft={item.draft} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};

const rowId = (at: number): string => `wb-row-${String(at)}`;

const isToRead = (item: ListItem): boolean => item.type === "mail" && item.row.isToRead;

const open = (bench: Bench, item: ListItem): void => {
  if (item.type === "mail") void bench.selectMail(item.row.mail.id);
  else bench.selectDraft(item.draft.draft);
};

const reveal = (element: HTMLElement | null, at: number): void => {
  if (element === null) return;
  const top = at * ROW_PX;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + ROW_PX > element.scrollTop + element.clientHeight) {
    element.scrollTop = top + ROW_PX - element.clientHeight;
  }
};

const MailLine = ({ bench, row }: { readonly bench: Bench; readonly row: MailRow }): VNode => {
  const words = bench.words.value;
  const language = bench.language.value;
  const { mail, filing } = row;
  const [firstTo] = mail.to;
  const who =
    row.isOurs && firstTo !== undefined
      ? words.list.to(foreign(personName(firstTo), 200))
      : mail.from === null
        ? [words.list.noSender]
        : [foreign(personName(mail.from), 200)];
  const moment = listMoment(mail.sentAt, factsOf(bench).today, language);
  const subject = mail.subject.trim() === "" ? words.list.noSubject : foreign(mail.subject, 300);
  return (
    <>
      <span class="wb-row__who">
        {row.isToRead ? <span class="wb-dot" aria-hidden="true" /> : null}
        <SentenceText text={who} />
      </span>
      <span class="wb-row__when rl-small rl-quiet">{moment ?? words.list.noDate.own}</span>
      <span class="wb-row__subject">
        <SentenceText text={subject} />
      </span>
      <span class="wb-row__tags rl-small">
        {row.isToRead ? <span class="wb-tag wb-tag--new">{words.list.unread.own}</span> : null}
        {filing?.tag == null ? null : (
          <span class="wb-tag">{MAIL_WORDS[language].tags[filing.tag].own}</span>
        )}
        {filing === null ? null : (
          <span class="wb-row__account rl-quiet">
            <SentenceText text={foreign(filing.name, 120)} />
          </span>
        )}
      </span>
    </>
  );
};

const DraftLine = ({
  bench,
  draft,
}: {
  readonly bench: Bench;
  readonly draft: WaitingDraft;
}): VNode => {
  const language = bench.language.value;
  const { step, name } = draft.ledger;
  return (
    <>
      <span class="wb-row__who">
        <SentenceText text={foreign(name, 200)} />
      </span>
      <span class="wb-row__when rl-small rl-quiet">
        {shortDate(draft.ledger.on, factsOf(bench).today, language)}
      </span>
      <span class="wb-row__subject wb-row__step">
        {isStep(step) ? recoveryWords[language].steps[step] : step}
      </span>
      <span class="wb-row__tags rl-small rl-quiet">{draft.ledger.reference}</span>
    </>
  );
};

const PassedOver = ({ bench }: { readonly bench: Bench }): VNode | null => {
  const shown = useSignal(false);
  const words = bench.words.value.list;
  const { passedOver } = bench.about;
  if (passedOver.length === 0) return null;
  return (
    <div class="wb-passed rl-small">
      <SentenceText text={words.passedOver(passedOver.length)} />{" "}
      <LinkButton
        onClick={() => {
          shown.value = !shown.value;
        }}
      >
        {shown.value ? words.passedOverHide.own : words.passedOverShow.own}
      </LinkButton>
      {shown.value ? (
        <ul>
          {passedOver.slice(0, PASSED_SHOWN_MAX).map(({ file, why }) => (
            <li key={file}>
              <SentenceText text={foreign(file, 200)} /> · {words.passedOverWhy[why].own}
            </li>
          ))}
          {passedOver.length > PASSED_SHOWN_MAX ? (
            <li>{plainText(words.passedOverMore(passedOver.length - PASSED_SHOWN_MAX))}</li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
};
