import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { writeText } from "#shared/app/policy-acts.ts";
import { isTextStep, textPreview, textsView } from "#shared/app/texts-view.ts";
import type {
  TextPreviewInput,
  TextPreviewView,
  TextStep,
  TextsView,
  TypedText,
} from "#shared/app/texts-view.ts";
import { OWN_SUBJECT_CHARS_MAX, OWN_TEXT_CHARS_MAX } from "#shared/drafting/own-text.ts";
import type { OwnTextPart } from "#shared/drafting/own-text.ts";
import type { Language } from "#shared/kernel/money.ts";
import { DESK_TEXTS } from "#shared/locales/desk-texts.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { SelectField, TextAreaField, TextField } from "#src/sidebar/components/field.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { DraftBlocks } from "#src/desk/draft-blocks.tsx";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";
import { policyOutcome } from "#src/desk/policy-outcome.ts";

const SAVE = "texts/save";
const BACK = "texts/as-shipped";

/** One's own words for a step, read on a debtor of the ledger while they are typed. */
export const TextsPage = (props: { readonly desk: Desk; readonly shell: Shell }): VNode => {
  const { desk, shell } = props;
  const drawn = useView(shell, textsView, null, "texts");
  return (
    <Loaded
      shell={shell}
      drawn={drawn}
      renderView={(view) => <TextsBody desk={desk} view={view} />}
    />
  );
};

const TextsBody = (props: { readonly desk: Desk; readonly view: TextsView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const words = DESK_TEXTS[shell.host.language.value];
  const step = useSignal<TextStep>("reminder-1");
  const language = useSignal<Language>(shell.host.language.peek());
  const waiting = useSignal<(() => void) | null>(null);
  /** What is half typed is not lost by looking at another step. */
  const move = (to: () => void): void => {
    if (shell.unsaved.peek()) waiting.value = to;
    else to();
  };
  const faults = desk.words.value.faults;
  const shown = view.steps.find((one) => one.step === step.value);
  return (
    <div class="rl-stack rl-stack--loose">
      <PageTitle desk={desk}>{view.title.own}</PageTitle>
      <p class="rl-quiet rl-desk__measure">{words.intro.own}</p>
      <div class="rl-desk__filter">
        <SelectField
          id="text-step"
          label={words.step.own}
          value={step.value}
          choices={view.steps.map((one) => ({
            value: one.step,
            label: one.isOwn[language.value] ? words.stepWritten(one.label) : one.label.own,
          }))}
          onInput={(value) => {
            if (isTextStep(value))
              move(() => {
                step.value = value;
              });
          }}
        />
        <SelectField
          id="text-language"
          label={words.language.own}
          value={language.value}
          choices={(["fr", "en"] as const).map((value) => ({
            value,
            label: words.languages[value].own,
          }))}
          onInput={(value) => {
            move(() => {
              language.value = value === "en" ? "en" : "fr";
            });
          }}
        />
      </div>
      {waiting.value === null ? null : (
        <Notice tone="warning" text={faults.unsaved} urgent>
          <Button
            small
            name="texts/stay"
            onClick={() => {
              waiting.value = null;
            }}
          >
            {faults.stay.own}
          </Button>
          <Button
            small
            name="texts/drop"
            onClick={() => {
              const to = waiting.peek();
              shell.unsaved.value = false;
              waiting.value = null;
              to?.();
            }}
          >
            {faults.leave.own}
          </Button>
        </Notice>
      )}
      {shown === undefined ? null : (
        <TextEditor
          key={`${step.value}/${language.value}/${JSON.stringify(shown.typed[language.value])}`}
          desk={desk}
          view={view}
          text={shown}
          language={language.value}
        />
      )}
    </div>
  );
};

const NO_FAULTS: TextPreviewView["faults"] = {};

const TextEditor = (props: {
  readonly desk: Desk;
  readonly view: TextsView;
  readonly text: TextsView["steps"][number];
  readonly language: Language;
}): VNode => {
  const { desk, view, text, language } = props;
  const { shell } = desk;
  const words = DESK_TEXTS[shell.host.language.value];
  const before = text.typed[language];
  const typed = useSignal<TypedText>(before);
  const faults = useSignal(NO_FAULTS);
  const last = useRef<OwnTextPart>("opening");
  const form = useRef<HTMLFormElement>(null);
  const change = (part: OwnTextPart, value: string): void => {
    typed.value = { ...typed.peek(), [part]: value };
    shell.unsaved.value = true;
  };
  const write = (key: string, to: TypedText): void => {
    void shell.act(key, async () => {
      const { step } = text;
      return policyOutcome(shell, await shell.host.run(writeText, { step, language, ...to }));
    });
  };
  const save = (): void => {
    const [first] = Object.keys(faults.peek());
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`#text-${first}`)?.focus();
      return;
    }
    if (JSON.stringify(typed.peek()) === JSON.stringify(before)) {
      shell.refused.value = { key: SAVE, text: words.unchanged };
      return;
    }
    write(SAVE, typed.peek());
  };
  const insert = (field: string): void => {
    const part = text.parts.includes(last.current) ? last.current : "opening";
    const place = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      `#text-${part}`,
    );
    if (place === null || place === undefined) return;
    const [from, to] = [place.selectionStart ?? place.value.length, place.selectionEnd ?? 0];
    const value = place.value.slice(0, from) + field + place.value.slice(Math.max(from, to));
    change(part, value);
    // The caret stands after what was inserted, once it is drawn.
    requestAnimationFrame(() => {
      place.focus();
      place.setSelectionRange(from + field.length, from + field.length);
    });
  };
  const field = (part: OwnTextPart): VNode => {
    const common = {
      id: `text-${part}`,
      label: words.parts[part].own,
      hint: words.partHint.own,
      value: typed.value[part],
      error: faults.value[part],
      onInput: (value: string) => {
        change(part, value);
      },
    };
    return (
      <div
        key={part}
        lang={language}
        onFocusIn={() => {
          last.current = part;
        }}
      >
        {part === "subject" ? (
          <TextField {...common} charsMax={OWN_SUBJECT_CHARS_MAX} />
        ) : (
          <TextAreaField {...common} rows={5} charsMax={OWN_TEXT_CHARS_MAX} />
        )}
      </div>
    );
  };
  const isOwn = text.isOwn[language];
  return (
    <div class="rl-method__split rl-method__split--text">
      <form
        ref={form}
        class="rl-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {text.parts.includes("subject") ? null : (
          <p class="rl-small rl-quiet">{words.noticeSubject.own}</p>
        )}
        {text.parts.map(field)}
        <fieldset class="rl-field">
          <legend class="rl-label">{words.fields.own}</legend>
          <p class="rl-small rl-quiet">{words.fieldsHint.own}</p>
          <div class="rl-line">
            {view.placeholders.map(({ key, typed: names, what }) => (
              <button
                key={key}
                type="button"
                class="rl-button rl-button--small rl-method__insert"
                data-key={`texts/insert/${key}`}
                title={words.insert(what).own}
                onClick={() => {
                  insert(names[language]);
                }}
              >
                {names[language]}
                <span class="rl-hidden"> : {what.own}</span>
              </button>
            ))}
          </div>
        </fieldset>
        <Refused shell={shell} keys={[SAVE, BACK]} />
        <div class="rl-line">
          <Button look="primary" submit name={SAVE} busy={shell.busy.value === SAVE}>
            {words.save.own}
          </Button>
          {isOwn ? (
            <Button
              name={BACK}
              busy={shell.busy.value === BACK}
              onClick={() => {
                write(BACK, { subject: "", opening: "", closing: "" });
              }}
            >
              {words.asShipped.own}
            </Button>
          ) : null}
        </div>
      </form>
      <Preview
        desk={desk}
        view={view}
        step={text.step}
        language={language}
        typed={typed.value}
        onFaults={(found) => {
          if (JSON.stringify(found) !== JSON.stringify(faults.peek())) faults.value = found;
        }}
      />
    </div>
  );
};

/** Read again a moment after the last key. */
const PAUSE_MS = 200;

const Preview = (props: {
  readonly desk: Desk;
  readonly view: TextsView;
  readonly step: TextStep;
  readonly language: Language;
  readonly typed: TypedText;
  readonly onFaults: (faults: TextPreviewView["faults"]) => void;
}): VNode => {
  const { desk, view, step, language, typed, onFaults } = props;
  const { shell } = desk;
  const words = DESK_TEXTS[shell.host.language.value].preview;
  const chosen = useSignal<string>(view.samples[0]?.value ?? "");
  const settled = useSignal<TypedText>(typed);
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.value = typed;
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, settled]);
  const account = chosen.value === "" ? null : chosen.value;
  const input: TextPreviewInput = { step, language, typed: settled.value, account };
  const drawn = useView(shell, textPreview, input, JSON.stringify(input)).value;
  const last = useRef<TextPreviewView | null>(null);
  if (drawn.type === "view") last.current = drawn.view;
  useEffect(() => {
    if (drawn.type === "view") onFaults(drawn.view.faults);
  });
  const read = last.current;
  return (
    <section class="rl-method__preview" aria-labelledby="text-preview">
      <h2 id="text-preview">{words.title.own}</h2>
      <SelectField
        id="text-sample"
        label={words.on.own}
        value={chosen.value}
        choices={[...view.samples, { value: "", label: words.example.own }]}
        onInput={(value) => {
          chosen.value = value;
        }}
      />
      {drawn.type === "fault" ? <Notice tone="danger" text={drawn.text} urgent /> : null}
      {read === null ? null : (
        <>
          <p class="rl-small rl-quiet">
            <SentenceText text={read.on} />
          </p>
          {read.notes.map((note: Sentence, index) => (
            <Notice key={index} tone="warning" text={note} />
          ))}
          {read.subject === null ? null : (
            <div class="rl-method__letter" lang={language}>
              <p class="rl-method__subject">
                {read.onPaper ? null : <span class="rl-hidden">{words.subject.own} : </span>}
                <b>
                  <bdi>{read.subject}</bdi>
                </b>
              </p>
              <DraftBlocks blocks={read.blocks} />
            </div>
          )}
        </>
      )}
    </section>
  );
};
