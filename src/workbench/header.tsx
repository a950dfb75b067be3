import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Host } from "#src/sidebar/host.ts";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { Icon } from "#src/sidebar/components/icon.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { factsOf } from "./bench.ts";
import type { Bench } from "./bench.ts";
import { takeInFiles } from "./drop.ts";
import { bannerDay } from "./moments.ts";
import { resetSample } from "./start.ts";

const QUERY_CHARS_MAX = 200;

export const Header = ({ bench, host }: { readonly bench: Bench; readonly host: Host }): VNode => {
  const words = bench.words.value;
  const query = useSignal("");
  const picker = useRef<HTMLInputElement>(null);
  const view = bench.view.value;
  return (
    <header class="wb-header">
      <a class="wb-skip" href="#wb-middle">
        {words.header.skip.own}
      </a>
      <p class="wb-brand">
        <strong>{words.header.product.own}</strong>
        <span class="wb-brand__box rl-quiet">
          {bench.about.kind === "sample" ? (
            words.header.sample.own
          ) : (
            <SentenceText text={foreign(lastPart(bench.about.name), 120)} />
          )}
        </span>
      </p>
      <form
        class="wb-search"
        hidden={view === "desk"}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          bench.view.value = "inbox";
          bench.pane.value = "relance";
          bench.searchAsked.value = { query: query.peek() };
        }}
      >
        <input
          class="rl-input"
          type="search"
          name="search"
          aria-label={words.header.search.own}
          placeholder={words.header.search.own}
          maxLength={QUERY_CHARS_MAX}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
        />
        <button
          type="submit"
          class="rl-button rl-button--icon"
          aria-label={words.header.searchButton.own}
          title={words.header.searchButton.own}
        >
          <Icon name="search" />
        </button>
      </form>
      <nav class="wb-views" aria-label={words.header.views.own}>
        {(["inbox", "desk"] as const).map((key) => (
          <button
            key={key}
            type="button"
            class="rl-tab"
            data-key={`view/${key}`}
            aria-current={view === key ? "page" : undefined}
            onClick={() => {
              if (key === "desk") bench.openDesk(null);
              else bench.view.value = key;
            }}
          >
            {words.header[key].own}
          </button>
        ))}
      </nav>
      <input
        ref={picker}
        type="file"
        class="rl-hidden"
        tabIndex={-1}
        aria-hidden="true"
        multiple
        accept=".eml,.mbox,.txt,message/rfc822"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) void takeInFiles(bench, files);
        }}
      />
      <Button
        look="subtle"
        name="add-mails"
        onClick={() => {
          picker.current?.click();
        }}
      >
        {words.drop.add.own}
      </Button>
      <Button
        look="subtle"
        name="language"
        onClick={() => {
          host.setLanguage(bench.language.peek() === "fr" ? "en" : "fr");
        }}
      >
        <span lang={bench.language.value === "fr" ? "en" : "fr"}>
          {bench.language.value === "fr" ? "English" : "Français"}
        </span>
      </Button>
    </header>
  );
};

/** What stands above everything: the sample's day, and what the person must know now. */
export const Banners = ({ bench }: { readonly bench: Bench }): VNode => {
  const words = bench.words.value;
  const isAsking = useSignal(false);
  const isSample = bench.about.kind === "sample";
  return (
    <section class="wb-banners" aria-label={words.banner.label.own}>
      {isSample ? (
        <div class="wb-sample">
          <p>
            <SentenceText
              text={
                isAsking.value
                  ? words.banner.resetSure
                  : words.banner.sample(own(bannerDay(factsOf(bench).today, bench.language.value)))
              }
            />
          </p>
          {isAsking.value ? (
            <>
              <Button
                small
                name="reset-yes"
                onClick={() => {
                  void resetSample(bench);
                }}
              >
                {words.banner.resetYes.own}
              </Button>
              <Button
                small
                look="subtle"
                name="reset-no"
                onClick={() => {
                  isAsking.value = false;
                }}
              >
                {words.banner.resetNo.own}
              </Button>
            </>
          ) : (
            <LinkButton
              name="reset"
              onClick={() => {
                isAsking.value = true;
              }}
            >
              {words.banner.reset.own}
            </LinkButton>
          )}
        </div>
      ) : null}
      <div role="status" class="wb-notices">
        {bench.notices.value.map((notice) => (
          <Notice key={notice.key} tone={notice.tone} text={notice.text}>
            {notice.action === undefined ? null : (
              <Button small name={`notice/${notice.key}`} onClick={notice.action.run}>
                {notice.action.label.own}
              </Button>
            )}
            <button
              type="button"
              class="rl-button rl-button--subtle rl-button--icon rl-button--small"
              aria-label={words.banner.close.own}
              title={words.banner.close.own}
              onClick={() => {
                bench.unsay(notice.key);
              }}
            >
              <Icon name="close" />
            </button>
          </Notice>
        ))}
      </div>
    </section>
  );
};

const lastPart = (path: string): string =>
  path
    .split(/[/\\]/)
    .filter((part) => part !== "")
    .pop() ?? path;
