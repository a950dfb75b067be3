import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Sentence } from "#shared/locales/locale.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { lazyPart } from "#src/sidebar/components/lazy.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { useKeys } from "#src/sidebar/components/use-keys.ts";
import { refusalText } from "#src/sidebar/refusal-text.ts";
import type { AnyRefusal } from "#src/sidebar/refusal-text.ts";
import type { ActOutcome, Place, Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import { FORMS, isDaily } from "./form-definitions.ts";
import type { MakeForm } from "./form-definitions.ts";
import { doWork } from "./host-form.ts";
import { fieldOf } from "#shared/app/forms/refused-field.ts";
import { formFacts } from "#shared/app/forms/form-facts.ts";
import type { FormFacts } from "#shared/app/forms/form-facts.ts";
import { FormFields, FormIntro, FormNotes } from "./form-fields.tsx";
import { formReader } from "#shared/app/forms/form-spec.ts";
import type { FormDefinition, FormErrors, FormState } from "#shared/app/forms/form-spec.ts";
import { formWords } from "./form-words.ts";

export type FormPlace = Extract<Place, { readonly at: "form" }>;

const PREFIX = "rl-form-";
const ACT_KEY = "form";

type FormProps = {
  readonly shell: Shell;
  readonly place: FormPlace;
  /** Where it goes when it is done or left; the place before, unless said. */
  readonly onLeave?: () => void;
};

/** Rarer forms, with the law that they speak of, come when the first of them is opened. */
const FileFormScreen = lazyPart<FormProps>(async () => {
  const { FILE_FORMS } = await import("./file-form-definitions.ts");
  return (props) => {
    const { form } = props.place;
    return isDaily(form) ? null : <FormMade {...props} make={FILE_FORMS[form]} />;
  };
});

/** One form of the views: fields, one button, errors where they are. Enter submits, Escape leaves. */
export const FormScreen = (props: FormProps): VNode | null => {
  const { form } = props.place;
  return isDaily(form) ? <FormMade {...props} make={FORMS[form]} /> : <FileFormScreen {...props} />;
};

const FormMade = (props: FormProps & { readonly make: MakeForm }): VNode => {
  const { shell, place, make } = props;
  const drawn = useView(shell, formFacts, { account: place.account }, place.account ?? "").value;
  const words = formWords(shell);
  // What was typed outlives a redrawing: the facts that the form began with are kept.
  const first = useRef<FormFacts | null>(null);
  if (drawn.type === "view" && first.current === null) first.current = drawn.view;
  if (first.current !== null) {
    return (
      <FormOf
        shell={shell}
        place={place}
        make={make}
        facts={first.current}
        onLeave={props.onLeave ?? shell.back}
      />
    );
  }
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  return <p class="rl-quiet">{words.shell.loading.own}</p>;
};

const FormOf = (props: {
  readonly shell: Shell;
  readonly place: FormPlace;
  readonly make: MakeForm;
  readonly facts: FormFacts;
  readonly onLeave: () => void;
}): VNode => {
  const { shell, place, make, facts } = props;
  const words = formWords(shell);
  const language = shell.host.language.value;
  const me = shell.host.author.value;
  const definition = useMemo(
    () =>
      make({
        account: place.account,
        also: place.also ?? [],
        subject: place.subject,
        state: facts.state,
        creditor: facts.creditor,
        ledger: facts.ledger,
        me,
        today: shell.host.today(),
        language,
        words,
      }),
    [shell.host, place, make, facts, me, language, words],
  );
  return (
    <EditedForm
      shell={shell}
      definition={definition}
      onLeave={props.onLeave}
      onSubmit={async (state) => {
        const reader = formReader(definition, state, words, language);
        const work = definition.read(reader);
        if (work === null || reader.errors.size > 0) return reader.errors;
        const refusals: AnyRefusal[] = [];
        const outcome = await shell.act(
          ACT_KEY,
          async (): Promise<ActOutcome> => {
            const result = await doWork(work, shell.host);
            if (result.ok) return { type: "done", done: result.value };
            refusals.push(result.error);
            return { type: "refused", text: refusalText(result.error, language) };
          },
          place.origin,
        );
        if (outcome.type === "done") {
          props.onLeave();
          return new Map();
        }
        const [refusal] = refusals;
        const field = refusal === undefined ? null : fieldOf(refusal, definition, state);
        if (field === null || outcome.type !== "refused") return new Map();
        // Said beside its field, it need not be said twice.
        shell.refused.value = null;
        return new Map([[field, outcome.text]]);
      }}
    />
  );
};

/** The form's own face, without where its facts come from: first run and open mail use it as well. */
export const EditedForm = (props: {
  readonly shell: Shell;
  readonly definition: Omit<FormDefinition, "read">;
  readonly onSubmit: (state: FormState) => Promise<FormErrors>;
  readonly onLeave: (() => void) | null;
  readonly prefix?: string;
  /** False where the form is one part of a screen among others. */
  readonly focus?: boolean;
  /** The title is the screen's, unless the form stands within another. */
  readonly heading?: "h1" | "h2" | "none";
}): VNode => {
  const { shell, definition } = props;
  const prefix = props.prefix ?? PREFIX;
  const words = formWords(shell);
  const state = useSignal(definition.initial);
  const errors = useSignal<FormErrors>(new Map());
  const form = useRef<HTMLFormElement>(null);
  const refused = shell.refused.value;
  const Heading = props.heading === "h2" ? "h2" : "h1";
  const takesFocus = props.focus !== false;
  useEffect(() => {
    if (!takesFocus) return;
    form.current?.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
  }, [takesFocus]);
  useKeys(form, (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || props.onLeave === null) return;
    event.preventDefault();
    event.stopPropagation();
    props.onLeave();
  });
  const focusFirstError = (found: FormErrors): void => {
    const field = definition.fields.find((one) =>
      [...found.keys()].some((name) => name === one.name || name.startsWith(`${one.name}/`)),
    );
    const name = [...found.keys()].find((key) => key === field?.name) ?? [...found.keys()][0];
    if (name !== undefined) document.getElementById(`${prefix}${name}`)?.focus();
  };
  const submit = async (): Promise<void> => {
    const found = await props.onSubmit(state.peek());
    errors.value = found;
    focusFirstError(found);
  };
  return (
    <form
      ref={form}
      class="rl-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {props.heading === "none" ? null : <Heading>{definition.title.own}</Heading>}
      <FormIntro text={definition.intro} />
      {definition.blocked === null ? (
        <FormFields
          definition={definition}
          state={state.value}
          errors={errors.value}
          words={words}
          prefix={prefix}
          onChange={(change) => {
            state.value = change(state.peek());
            shell.unsaved.value = true;
          }}
        />
      ) : (
        <Notice tone="warning" text={definition.blocked} />
      )}
      {definition.blocked === null ? (
        <FormNotes definition={definition} state={state.value} />
      ) : null}
      {refused?.key === ACT_KEY ? <Refusal text={refused.text} /> : null}
      <div class="rl-line">
        {definition.blocked === null ? (
          <Button look="primary" submit busy={shell.busy.value === ACT_KEY} name="form/submit">
            {definition.submit.own}
          </Button>
        ) : null}
        {props.onLeave === null ? null : (
          <Button onClick={props.onLeave} name="form/leave">
            {words.shell.cancel.own}
          </Button>
        )}
      </div>
    </form>
  );
};

const Refusal = ({ text }: { readonly text: Sentence }): VNode => (
  <Notice tone="danger" text={text} urgent />
);
