import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { MailDraft } from "#shared/app/use-case.ts";
import { foreign } from "#shared/kernel/text.ts";
import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import { ledgerFacts } from "#src/custody/ledger-facts.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText, SentenceText, plainText } from "#src/sidebar/components/sentence-text.tsx";
import { fromNote } from "./from-note.ts";
import { keptDraftsOf, openAgain } from "./drafts.ts";
import { attachBackup } from "./hand-over.ts";
import type { PartProps } from "./lazy-parts.tsx";

type Waiting = { readonly key: string; readonly name: string; readonly draft: MailDraft };

/** Drafts shown beside the one that is open: the newest. */
const SHOWN_MAX = 12;

/** Beside a draft of Outlook's own: what Relance has prepared goes into it. */
export const ComposePart = ({ pane }: PartProps): VNode | null => {
  const words = OUTLOOK_PARTS[pane.language.value].compose;
  const waiting = useSignal<readonly Waiting[]>([]);
  const busy = useSignal<string | null>(null);
  const version = pane.version.value;
  useEffect(() => {
    let stale = false;
    void waitingDrafts(pane).then((found) => {
      if (!stale) waiting.value = found;
    });
    return () => {
      stale = true;
    };
  }, [pane, version, waiting]);
  const act = (name: string, work: () => Promise<unknown>) => () => {
    if (busy.value !== null) return;
    busy.value = name;
    void work().finally(() => {
      busy.value = null;
    });
  };
  const { can } = pane.outlook.client;
  const from = fromNote(pane);
  // Without a ledger there is nothing to insert, and nothing to look for: the first steps stand below.
  if (pane.ledger.value === null) return null;
  return (
    <section class="rl-stack rl-stack--tight ol-compose" aria-label={words.title.own}>
      <p class="rl-small">
        <SentenceText text={words.intro} />
      </p>
      {from.warning === null ? null : <Notice tone="warning" text={from.warning} />}
      {from.text === null ? null : (
        <p class="rl-small rl-quiet">
          <SentenceText text={from.text} />
        </p>
      )}
      {can.attach ? null : <Notice tone="info" text={words.noFiles} />}
      {waiting.value.length === 0 ? (
        <p class="rl-small rl-quiet">
          <SentenceText text={words.none} />
        </p>
      ) : (
        <ul class="rl-plain-rows" aria-label={words.waiting.own}>
          {waiting.value.map(({ key, name, draft }) => (
            <li key={key} class="rl-line rl-line--between">
              <span>
                <b>
                  <ForeignText text={foreign(name, 80)} />
                </b>
                <br />
                <span class="rl-small rl-quiet">
                  <ForeignText text={foreign(draft.subject, 80)} />
                </span>
              </span>
              <Button
                small
                look="primary"
                name={`insert/${key}`}
                busy={busy.value === key}
                onClick={act(key, () => openAgain(pane, key))}
              >
                {words.insert.own}
                <span class="rl-hidden">{plainText(words.insertFor(foreign(name, 80)))}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {can.attach ? (
        <div>
          <Button
            small
            name="compose/backup"
            busy={busy.value === "backup"}
            onClick={act("backup", () => attachBackup(pane))}
          >
            {words.attachBackup.own}
          </Button>
        </div>
      ) : null}
    </section>
  );
};

/** Those that the ledger says are neither sent nor discarded, and whose words are here. */
const waitingDrafts = async (pane: PartProps["pane"]): Promise<readonly Waiting[]> => {
  const kept = await (await keptDraftsOf(pane)).all();
  const facts = await pane.run(ledgerFacts, null);
  if (!facts.ok) return [];
  const waiting: Waiting[] = [];
  for (const [key, draft] of kept) {
    const known = facts.value.drafts.get(key);
    if (known?.state === "prepared") waiting.push({ key, name: known.name, draft });
  }
  return waiting.slice(-SHOWN_MAX).reverse();
};
