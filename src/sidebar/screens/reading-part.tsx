import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { ReadingView, WordRun } from "#shared/app/mail-view.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { READING_WORDS } from "#shared/locales/reading-words.ts";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { Refused } from "#src/sidebar/components/actions.tsx";
import type { Shell } from "#src/sidebar/shell.ts";

export type ReadingPartProps = {
  readonly shell: Shell;
  readonly reading: ReadingView;
  /** A tag chosen where the reading asks what it is; `key` is the button's. */
  readonly onTag: (tag: Tag, key: string) => void;
};

/**
 * What was understood, in one sentence, with the words it rests on and why. Where it is not sure it asks, the likeliest
 * tags first.
 */
export const ReadingPart = (props: ReadingPartProps): VNode => {
  const { shell, reading } = props;
  const words = shell.words.value;
  const own = READING_WORDS[shell.host.language.value];
  const showWhy = useSignal(false);
  const asks = reading.likeliest.length > 0 && reading.confirmed === null;
  return (
    <section class="rl-card rl-card--brand" aria-label={words.mail.suggestion.own}>
      <div class="rl-spread">
        <h2>{asks ? own.whatIsIt.own : titleOf(reading)}</h2>
        {reading.confirmed === null ? (
          <span class={`rl-small rl-confidence rl-confidence--${reading.confidence}`}>
            {reading.confidenceWord.own}
          </span>
        ) : null}
      </div>
      {asks ? (
        <Asked {...props} />
      ) : (
        <p>
          <SentenceText text={reading.confirmed?.text ?? reading.summary} />
        </p>
      )}
      {reading.detail === null || reading.confirmed !== null || asks ? null : (
        <p class="rl-small">
          <b>{reading.detail.label.own}</b> · {reading.detail.who.own}
        </p>
      )}
      {reading.runs.length === 0 ? null : (
        <div>
          <LinkButton
            name="reading/why"
            expanded={showWhy.value}
            onClick={() => {
              showWhy.value = !showWhy.value;
            }}
          >
            <span class="rl-small">
              {showWhy.value ? words.shell.hide.own : words.mail.why.own}
            </span>
          </LinkButton>
        </div>
      )}
      {showWhy.value ? <Grounds shell={shell} reading={reading} /> : null}
    </section>
  );
};

/** What a person said it is holds, whatever it was read as. */
const titleOf = ({ confirmed, tags, tagWord }: ReadingView): string => {
  const said = confirmed?.tag ?? null;
  return (tags.find(({ tag }) => tag === said)?.label ?? tagWord).own;
};

const Asked = ({ shell, reading, onTag }: ReadingPartProps): VNode => {
  const keys = reading.likeliest.map(({ tag }) => `tag/${tag}`);
  return (
    <>
      <div class="rl-line">
        {/* None is the primary one: what nobody is sure of must not invite a click. */}
        {reading.likeliest.map(({ tag, label }) => (
          <Button
            key={tag}
            name={`tag/${tag}`}
            busy={shell.busy.value === `tag/${tag}`}
            onClick={() => {
              onTag(tag, `tag/${tag}`);
            }}
          >
            {label.own}
          </Button>
        ))}
      </div>
      <Refused shell={shell} keys={keys} />
    </>
  );
};

/** The new words with what rests on them marked, the same as a list, and the rest of the mail a click away. */
const Grounds = (props: { readonly shell: Shell; readonly reading: ReadingView }): VNode => {
  const { shell, reading } = props;
  const { cutOff } = reading;
  const words = READING_WORDS[shell.host.language.value];
  const showAll = useSignal(false);
  return (
    <div class="rl-stack rl-stack--tight">
      <h3 class="rl-small">{words.words.own}</h3>
      <p class="rl-quote rl-small">
        {reading.runs.map((run, index) => (
          // Runs have no name: their rank tells them apart.
          <Run key={String(index)} run={run} rests={words.rests} />
        ))}
      </p>
      {reading.why.length === 0 ? null : (
        <ul class="rl-bullets rl-small">
          {reading.why.map((why, index) => (
            // Grounds have no name: their rank tells them apart.
            <li key={String(index)}>
              <SentenceText text={why} />
            </li>
          ))}
        </ul>
      )}
      {cutOff === null ? null : (
        <div>
          <LinkButton
            name="reading/whole"
            expanded={showAll.value}
            onClick={() => {
              showAll.value = !showAll.value;
            }}
          >
            <span class="rl-small">
              {showAll.value ? words.hideWhole.own : words.wholeText.own}
            </span>
          </LinkButton>
        </div>
      )}
      {showAll.value && cutOff !== null ? (
        <>
          {cutOff.signature.foreign === "" ? null : (
            <div>
              <h3 class="rl-small rl-quiet">{words.signature.own}</h3>
              <p class="rl-quote rl-small">
                <ForeignText text={cutOff.signature} />
              </p>
            </div>
          )}
          {cutOff.quoted.foreign === "" ? null : (
            <div>
              <h3 class="rl-small rl-quiet">{words.quoted.own}</h3>
              <p class="rl-quote rl-small">
                <ForeignText text={cutOff.quoted} />
              </p>
            </div>
          )}
        </>
      ) : null}
    </div>
  );
};

const Run = (props: {
  readonly run: WordRun;
  readonly rests: (of: { readonly own: string }) => { readonly own: string };
}): VNode => {
  const { run, rests } = props;
  if (run.of === null) return <ForeignText text={run.text} />;
  return (
    <mark class="rl-mark" title={run.of.own}>
      <ForeignText text={run.text} />
      <span class="rl-hidden">{rests(run.of).own}</span>
    </mark>
  );
};
