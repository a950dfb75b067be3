import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { bankLinesView } from "#shared/app/bank-lines-view.ts";
import { QUERY_CHARS_MAX } from "#shared/app/search-view.ts";
import type { Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { Button, IconButton } from "#src/sidebar/components/button.tsx";
import { Icon } from "#src/sidebar/components/icon.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { Toast } from "#src/sidebar/components/toast.tsx";
import type { DeskPage, Place } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import { isAccountPlace } from "./desk-shell.ts";
import type { Desk } from "./desk-shell.ts";
import { DetailPage, SectionPage } from "./pages.tsx";

/** Navigation, search and the page; a list keeps its place beside what is opened from it. */
export const Frame = ({ desk }: { readonly desk: Desk }): VNode => {
  const { shell } = desk;
  const main = useRef<HTMLElement>(null);
  const words = desk.words.value.shell;
  const section = desk.section.value;
  const detail = desk.detail.value;
  useReturn(desk, main);
  const split = detail !== null && isList(section);
  return (
    <div class="rl rl-desk" lang={shell.host.language.value}>
      <button
        type="button"
        class="rl-desk__skip"
        onClick={() => {
          main.current?.focus();
        }}
      >
        {words.toMain.own}
      </button>
      <div class="rl-desk__bar">
        <p class="rl-desk__brand">{shell.words.value.shell.name.own}</p>
        <SearchField desk={desk} />
      </div>
      <div class="rl-desk__body">
        <Navigation desk={desk} />
        <main class="rl-desk__main" ref={main} tabIndex={-1}>
          <Banners desk={desk} />
          <div class={`rl-desk__panes${split ? " rl-desk__panes--split" : ""}`}>
            {detail !== null && !isList(section) ? null : (
              <div class="rl-desk__list">
                <SectionPage desk={desk} place={section} />
              </div>
            )}
            {detail === null ? null : (
              <div class="rl-desk__detail">
                <DetailBar desk={desk} />
                <DetailPage key={keyOf(detail)} desk={desk} place={detail} />
              </div>
            )}
          </div>
          <Toast shell={shell} quiet={isSaidByRow(desk)} />
        </main>
      </div>
    </div>
  );
};

/** The row that was done says it where it stood. */
const isSaidByRow = ({ shell, section, detail }: Desk): boolean =>
  section.value.at === "today" &&
  detail.value === null &&
  shell.folded.value.some(({ done }) => done === shell.toast.value);

/** Lists that stay beside what is opened from them. */
const isList = (place: Place): boolean =>
  place.at === "today" ||
  place.at === "search" ||
  place.at === "silent" ||
  (place.at === "desk" && place.page === "debtors");

const keyOf = (place: Place): string =>
  place.at === "form"
    ? `form/${place.form}/${place.account ?? ""}/${place.subject ?? ""}`
    : `${place.at}/${"account" in place ? (place.account ?? "") : ""}`;

/** Closing a detail gives focus back to the row that opened it. */
const useReturn = (desk: Desk, main: { readonly current: HTMLElement | null }): void => {
  const account = useRef<string | null>(null);
  const detail = desk.detail.value;
  useEffect(() => {
    const before = account.current;
    account.current = isAccountPlace(detail) ? detail.account : null;
    if (detail !== null || before === null) return;
    const row = main.current?.querySelector<HTMLElement>(
      `[data-row-account="${CSS.escape(before)}"]`,
    );
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) row?.querySelector<HTMLElement>("button")?.focus();
  }, [detail, main]);
};

const DetailBar = ({ desk }: { readonly desk: Desk }): VNode => {
  const { shell } = desk;
  const words = shell.words.value.shell;
  const close = (): void => {
    if (shell.unsaved.peek()) desk.visit(desk.section.peek());
    else shell.back();
  };
  return (
    <div class="rl-desk__detail-bar">
      <Button small look="subtle" name="detail/back" onClick={close}>
        <Icon name="back" />
        {words.back.own}
      </Button>
    </div>
  );
};

type Entry = { readonly key: string; readonly label: Own; readonly place: Place };

const Navigation = ({ desk }: { readonly desk: Desk }): VNode => {
  const { shell } = desk;
  const words = desk.words.value.shell;
  const bank = useView(shell, bankLinesView, null, "bank").value;
  const waiting = bank.type === "view" ? bank.view.lines.length : 0;
  const entries: readonly Entry[] = [
    { key: "today", label: words.today, place: { at: "today" } },
    { key: "aged", label: words.aged, place: { at: "desk", page: "aged" } },
    { key: "debtors", label: words.debtors, place: { at: "desk", page: "debtors" } },
    { key: "bank", label: words.bank, place: { at: "desk", page: "bank" } },
    { key: "import", label: words.import, place: { at: "desk", page: "import" } },
    { key: "settings", label: words.settings, place: { at: "settings" } },
  ];
  const current = sectionKey(desk.section.value);
  return (
    <nav class="rl-desk__nav" aria-label={words.nav.own}>
      <ul>
        {entries.map(({ key, label, place }) => (
          <li key={key}>
            <button
              type="button"
              class="rl-desk__nav-item"
              data-key={`nav/${key}`}
              aria-current={key === current ? "page" : undefined}
              onClick={() => {
                desk.visit(place);
              }}
            >
              {label.own}
              {key === "bank" && waiting > 0 ? (
                <>
                  <span class="rl-count" aria-hidden="true">
                    {waiting}
                  </span>
                  <span class="rl-hidden"> ({words.waiting(waiting).own})</span>
                </>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const sectionKey = (place: Place): string => {
  if (place.at === "desk") return isOfSettings(place.page) ? "settings" : place.page;
  return place.at === "silent" || place.at === "first-run" ? "today" : place.at;
};

/** Pages that stand beside the settings. */
const isOfSettings = (page: DeskPage): boolean =>
  page !== "aged" && page !== "debtors" && page !== "bank" && page !== "import";

const SearchField = ({ desk }: { readonly desk: Desk }): VNode => {
  const { shell } = desk;
  const words = APP[shell.host.language.value].search;
  const section = desk.section.value;
  const query = section.at === "search" ? section.query : "";
  const field = useRef<HTMLInputElement>(null);
  return (
    <search class="rl-desk__find">
      <form
        class="rl-desk__search"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <Icon name="search" />
        <input
          ref={field}
          class="rl-input"
          type="text"
          inputMode="search"
          autocomplete="off"
          aria-label={words.label.own}
          placeholder={words.placeholder.own}
          data-key="search"
          value={query}
          maxLength={QUERY_CHARS_MAX}
          onInput={(event) => {
            desk.visit({ at: "search", query: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || query === "") return;
            event.preventDefault();
            desk.visit({ at: "search", query: "" });
          }}
        />
        {query === "" ? null : (
          <IconButton
            icon="close"
            small
            name="search/clear"
            label={shell.words.value.search.clear.own}
            onClick={() => {
              desk.visit({ at: "search", query: "" });
              field.current?.focus();
            }}
          />
        )}
      </form>
    </search>
  );
};

/** What concerns every page: where the data lie if that is not well, a movement that waits, a change from elsewhere. */
const Banners = ({ desk }: { readonly desk: Desk }): VNode => {
  const { shell } = desk;
  const words = desk.words.value;
  const storage = shell.host.storage.value;
  return (
    <>
      {storage.tone === "good" ? null : (
        <Notice tone={storage.tone} text={[storage.text]}>
          <Button
            small
            name="storage/backup"
            onClick={() => {
              desk.visit({ at: "settings" });
            }}
          >
            {words.faults.backupNow.own}
          </Button>
        </Notice>
      )}
      {desk.waiting.value === null ? null : (
        <Notice tone="warning" text={words.faults.unsaved} urgent>
          <Button
            small
            name="unsaved/stay"
            onClick={() => {
              desk.waiting.value = null;
            }}
          >
            {words.faults.stay.own}
          </Button>
          <Button small name="unsaved/leave" onClick={desk.leave}>
            {words.faults.leave.own}
          </Button>
        </Notice>
      )}
      {desk.changedElsewhere.value ? (
        <Notice tone="info" text={words.shell.changedElsewhere}>
          <IconButton
            icon="close"
            small
            name="changed/close"
            label={shell.words.value.shell.close.own}
            onClick={() => {
              desk.changedElsewhere.value = false;
            }}
          />
        </Notice>
      ) : null}
    </>
  );
};
