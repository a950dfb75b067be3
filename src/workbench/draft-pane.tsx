import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { DRAFT_SUBJECT_CHARS_MAX, DRAFT_TEXT_CHARS_MAX } from "#shared/drafting/mime.ts";
import { isStep } from "#shared/recovery/steps.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { TextAreaField, TextField } from "#src/sidebar/components/field.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Bench, WaitingDraft } from "./bench.ts";
import {
  addressesOf,
  declareDraftSent,
  discardWaitingDraft,
  saveDraft,
  sendAsIf,
} from "./draft-acts.ts";
import { openDraftFile } from "./draft-file.ts";
import type { OpenedDraft } from "./draft-file.ts";
import { offerFile } from "#src/custody/offer-file.ts";

type Edits = { readonly to: string; readonly subject: string; readonly text: string };

/** Words typed into a draft and not saved outlive a look at another mail. */
const typed = new Map<string, Edits>();

export const DraftPane = ({
  bench,
  draft,
}: {
  readonly bench: Bench;
  readonly draft: string;
}): VNode => {
  const words = bench.words.value;
  const waiting = bench.drafts.value.find((one) => one.draft === draft);
  const opened = useSignal<OpenedDraft | null>(null);
  const failed = useSignal(false);
  const bytes = waiting?.bytes;
  useEffect(() => {
    let stale = false;
    if (bytes === undefined) return undefined;
    void openDraftFile(bytes).then((file) => {
      if (stale) return;
      failed.value = !file.ok;
      opened.value = file.ok ? file.value : null;
    });
    return () => {
      stale = true;
    };
  }, [bytes]);
  if (waiting === undefined || failed.value) {
    return (
      <p class="wb-empty rl-quiet">
        <SentenceText text={words.draft.gone} />
      </p>
    );
  }
  if (opened.value === null) return <p class="wb-empty rl-quiet">{words.mail.loading.own}</p>;
  return <DraftForm key={draft} bench={bench} draft={waiting} file={opened.value} />;
};

const DraftForm = ({
  bench,
  draft,
  file,
}: {
  readonly bench: Bench;
  readonly draft: WaitingDraft;
  readonly file: OpenedDraft;
}): VNode => {
  const words = bench.words.value.draft;
  const language = bench.language.value;
  const { message } = file;
  const stored: Edits = {
    to: message.to.map((one) => one.address).join(", "),
    subject: message.subject,
    text: file.text,
  };
  const edits = useSignal<Edits>(typed.get(draft.draft) ?? stored);
  const errors = useSignal<{ readonly to?: Sentence; readonly subject?: Sentence }>({});
  const said = useSignal<{ readonly tone: "good" | "warning"; readonly text: Sentence } | null>(
    null,
  );
  const isBusy = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The draft before it is done with, and its button gone.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const isChanged =
    edits.value.to !== stored.to ||
    edits.value.subject !== stored.subject ||
    edits.value.text !== stored.text;
  const edit = (change: Partial<Edits>): void => {
    edits.value = { ...edits.peek(), ...change };
    typed.set(draft.draft, edits.peek());
    said.value = null;
  };
  const save = async (): Promise<boolean> => {
    const { addresses, wrong } = addressesOf(edits.peek().to);
    const subject = edits.peek().subject.trim();
    errors.value = {
      ...(addresses.length === 0
        ? { to: words.noRecipient }
        : wrong === null
          ? {}
          : { to: words.badAddress(foreign(wrong, 120)) }),
      ...(subject === "" ? { subject: words.badSubject } : {}),
    };
    if (Object.keys(errors.peek()).length > 0) return false;
    const refusal = await saveDraft(bench, draft, {
      to: addresses,
      subject,
      text: edits.peek().text,
    });
    if (refusal === null) typed.delete(draft.draft);
    said.value =
      refusal === null ? { tone: "good", text: words.saved } : { tone: "warning", text: refusal };
    return refusal === null;
  };
  /** What is done with a draft is done with the draft that is seen: what was typed is saved first. */
  const after = (work: (kept: WaitingDraft) => Promise<void> | void): void => {
    if (isBusy.peek()) return;
    isBusy.value = true;
    void (async () => {
      try {
        if (isChanged && !(await save())) return;
        const kept = bench.drafts.peek().find((one) => one.draft === draft.draft);
        if (kept !== undefined) await work(kept);
      } finally {
        isBusy.value = false;
      }
    })();
  };
  const { step, name, reference } = draft.ledger;
  const stepWord = own(isStep(step) ? recoveryWords[language].steps[step] : step);
  const hasReference = edits.value.text.toUpperCase().includes(reference);
  return (
    <form
      class="wb-draft rl-stack"
      aria-label={words.pane.own}
      onSubmit={(event) => {
        event.preventDefault();
        after(() => undefined);
      }}
    >
      <div class="wb-draft__head">
        <h1 tabIndex={-1} ref={heading}>
          <SentenceText text={words.step(stepWord, foreign(name, 200))} />
        </h1>
        <p class="rl-small rl-quiet">
          <SentenceText text={words.status} />{" "}
          <SentenceText text={words.reference(foreign(reference))} />
        </p>
      </div>
      <TextField
        id="draft-to"
        label={words.to.own}
        hint={words.toHint.own}
        value={edits.value.to}
        error={errors.value.to ?? null}
        charsMax={4_000}
        onInput={(to) => {
          edit({ to });
        }}
      />
      {message.cc.length === 0 ? null : (
        <p class="rl-small">
          {words.cc.own} :{" "}
          <SentenceText text={foreign(message.cc.map((one) => one.address).join(", "))} />
        </p>
      )}
      <TextField
        id="draft-subject"
        label={words.subject.own}
        value={edits.value.subject}
        error={errors.value.subject ?? null}
        charsMax={DRAFT_SUBJECT_CHARS_MAX}
        onInput={(subject) => {
          edit({ subject });
        }}
      />
      <div class="wb-draft__text">
        <TextAreaField
          id="draft-text"
          label={words.text.own}
          hint={words.textHint.own}
          value={edits.value.text}
          rows={22}
          charsMax={DRAFT_TEXT_CHARS_MAX / 2}
          onInput={(text) => {
            edit({ text });
          }}
        />
      </div>
      {message.attachments.length === 0 ? null : (
        <p class="rl-small">
          {words.attachments.own} :{" "}
          <SentenceText
            text={foreign(message.attachments.map((one) => one.name).join(", "), 2_000)}
          />
        </p>
      )}
      {hasReference ? null : <Notice tone="warning" text={words.referenceGone} />}
      {said.value === null ? null : (
        <Notice
          tone={said.value.tone}
          text={said.value.text}
          urgent={said.value.tone === "warning"}
        />
      )}
      <div class="wb-draft__acts rl-line">
        {isChanged ? (
          <Button look="primary" submit busy={isBusy.value} name="save-draft">
            {words.save.own}
          </Button>
        ) : null}
        {bench.about.kind === "sample" ? (
          <Button
            look={isChanged ? "plain" : "primary"}
            busy={isBusy.value}
            name="as-if-sent"
            onClick={() => {
              after((kept) => sendAsIf(bench, kept));
            }}
          >
            {words.asIfSent.own}
          </Button>
        ) : null}
        <Button
          name="download-draft"
          look={isChanged || bench.about.kind === "sample" ? "plain" : "primary"}
          onClick={() => {
            after((kept) => {
              offerFile(`${reference}.eml`, "message/rfc822", kept.bytes);
            });
          }}
        >
          {words.download.own}
        </Button>
        <Button
          name="declare-sent"
          busy={isBusy.value}
          onClick={() => {
            after((kept) => declareDraftSent(bench, kept));
          }}
        >
          {words.declare.own}
        </Button>
        <Button
          look="subtle"
          name="discard-draft"
          busy={isBusy.value}
          onClick={() => {
            void discardWaitingDraft(bench, draft);
          }}
        >
          {words.discard.own}
        </Button>
      </div>
      <p class="rl-small rl-quiet">
        <SentenceText text={words.downloadHint} />
      </p>
    </form>
  );
};
