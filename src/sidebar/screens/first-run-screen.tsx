import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { openLedger } from "#shared/app/ledger-acts.ts";
import { NEW_CREDITOR, firstRunView } from "#shared/app/settings-view.ts";
import type { FirstRunView } from "#shared/app/settings-view.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { EditedForm } from "#src/sidebar/forms/form-screen.tsx";
import { formReader } from "#shared/app/forms/form-spec.ts";
import { outcome } from "#src/sidebar/screen-runner.ts";
import type { ActOutcome, Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import {
  AUTHOR_FIELD,
  authorField,
  fieldOfSetting,
  identityOf,
  stateOfSettings,
} from "#shared/app/forms/setting-fields.ts";
import { formWords } from "#src/sidebar/forms/form-words.ts";

/** Who the creditor is, in under a minute; chasing for others is refused in words. */
export const FirstRunScreen = ({ shell }: { readonly shell: Shell }): VNode => {
  const storage = shell.host.storagePlace.value;
  const drawn = useView(shell, firstRunView, { storage }, JSON.stringify(storage)).value;
  if (drawn.type === "loading") {
    return <p class="rl-quiet">{shell.words.value.shell.loading.own}</p>;
  }
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  return <FirstRun shell={shell} view={drawn.view} />;
};

const FirstRun = (props: { readonly shell: Shell; readonly view: FirstRunView }): VNode => {
  const { shell, view } = props;
  const words = formWords(shell);
  const answer = useSignal<"yes" | "no" | null>(null);
  const said = shell.host.storage.value;
  return (
    <div class="rl-stack">
      <h1>{view.title.own}</h1>
      <p class="rl-quiet">{view.intro.own}</p>
      {said.tone === "good" ? null : <Notice tone={said.tone} text={[said.text]} />}
      {answer.value === "yes" ? (
        <Details shell={shell} view={view} />
      ) : (
        <section class="rl-stack" aria-label={words.firstRun.question.own}>
          <h2>{view.ownInvoices.question.own}</h2>
          {answer.value === "no" ? (
            <>
              <Notice tone="warning" text={[view.ownInvoices.refused]} urgent />
              <div>
                <LinkButton
                  name="first-run/change"
                  onClick={() => {
                    answer.value = null;
                  }}
                >
                  {words.firstRun.change.own}
                </LinkButton>
              </div>
            </>
          ) : (
            <div class="rl-line">
              <Button
                look="primary"
                name="first-run/yes"
                onClick={() => {
                  answer.value = "yes";
                }}
              >
                {view.ownInvoices.yes.own}
              </Button>
              <Button
                name="first-run/no"
                onClick={() => {
                  answer.value = "no";
                }}
              >
                {view.ownInvoices.no.own}
              </Button>
            </div>
          )}
        </section>
      )}
      <p class="rl-small rl-quiet">
        <SentenceText text={view.storage} />
      </p>
    </div>
  );
};

/** Faults of a host are of its own words: enough of them to find the cause, no more. */
const DETAIL_CHARS_MAX = 200;

const Details = (props: { readonly shell: Shell; readonly view: FirstRunView }): VNode => {
  const { shell, view } = props;
  const { host } = shell;
  const words = formWords(shell);
  // Who signs is who writes, until the settings say otherwise: one question less.
  const asked = view.fields.filter(({ key }) => key !== "signatory");
  const definition = {
    title: words.settings.identity,
    intro: null,
    blocked: null,
    submit: view.start,
    currency: "EUR" as const,
    fields: [authorField(words), ...asked.map(fieldOfSetting)],
    initial: stateOfSettings(asked, {
      [AUTHOR_FIELD]: host.author.peek() || (host.likelyName ?? ""),
      addresses: (host.likelyAddresses ?? []).join("\n"),
    }),
  };
  const begin = async (): Promise<ActOutcome | null> => {
    if (host.ledger.peek() !== null) return null;
    const begun = await host.beginLedger();
    const { said } = begun;
    if (said !== undefined)
      return begun.ok
        ? { type: "done", done: { text: said, undo: null } }
        : { type: "refused", text: said };
    if (begun.ok) return null;
    const known = Object.entries(words.faults).find(([type]) => type === begun.detail);
    if (known !== undefined) {
      return { type: "refused", text: "own" in known[1] ? [known[1]] : known[1] };
    }
    const detail = foreign(begun.detail ?? "", DETAIL_CHARS_MAX);
    return { type: "refused", text: [...words.faults["storage-refused"], own(" "), detail] };
  };
  return (
    <EditedForm
      shell={shell}
      definition={definition}
      prefix="rl-first-"
      heading="h2"
      onLeave={null}
      onSubmit={async (state) => {
        const reader = formReader(definition, state, words, host.language.peek());
        const author = reader.required(AUTHOR_FIELD);
        const typed = identityOf(reader, asked, NEW_CREDITOR, words);
        if (typed === null || reader.errors.size > 0) return reader.errors;
        const creditor = {
          ...typed,
          signatory: typed.signatory ?? author,
          language: host.language.peek(),
        };
        const done = await shell.act("form", async () => {
          host.setAuthor(author);
          const settled = await begin();
          if (settled !== null) return settled;
          return outcome(shell, await host.run(openLedger, { creditor, ownInvoices: true }));
        });
        if (done.type === "done") {
          shell.back();
          shell.showMail();
        }
        return new Map();
      }}
    />
  );
};
