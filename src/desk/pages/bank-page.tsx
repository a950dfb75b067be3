import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { bankLinesView } from "#shared/app/bank-lines-view.ts";
import type { BankLineView, BankLinesView } from "#shared/app/bank-lines-view.ts";
import { assignBankLine } from "#shared/app/bank-acts.ts";
import type { AssignBankLineInput } from "#shared/app/bank-acts.ts";
import { QUERY_CHARS_MAX, searchView } from "#shared/app/search-view.ts";
import type { SearchHitView, SearchView } from "#shared/app/search-view.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { Empty } from "#src/sidebar/components/empty.tsx";
import { TextField } from "#src/sidebar/components/field.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { outcome } from "#src/sidebar/screen-runner.ts";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";

/** Money that no debtor could be found for. */
export const BankPage = ({ desk }: { readonly desk: Desk }): VNode => {
  const drawn = useView(desk.shell, bankLinesView, null, "bank");
  return (
    <Loaded
      shell={desk.shell}
      drawn={drawn}
      renderView={(view) => <BankBody desk={desk} view={view} />}
    />
  );
};

type Working = { readonly line: string; readonly on: "assign" | "aside" };

const BankBody = (props: { readonly desk: Desk; readonly view: BankLinesView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const working = useSignal<Working | null>(null);
  return (
    <div class="rl-stack rl-stack--loose rl-desk__measure">
      <PageTitle desk={desk}>{view.title.own}</PageTitle>
      {view.empty !== null ? (
        <Empty shell={shell} empty={view.empty} />
      ) : (
        <>
          <p class="rl-quiet">{view.intro.own}</p>
          <p>
            <b>{view.count.own}</b>
          </p>
          <ul class="rl-stack">
            {view.lines.map((line) => (
              <Line
                key={line.key}
                desk={desk}
                line={line}
                working={working.value?.line === line.line ? working.value.on : null}
                onWork={(on) => {
                  working.value = on === null ? null : { line: line.line, on };
                }}
              />
            ))}
          </ul>
        </>
      )}
      {view.settled === null ? null : <p class="rl-small rl-quiet">{view.settled.own}</p>}
    </div>
  );
};

const settle = (desk: Desk, key: string, input: AssignBankLineInput): void => {
  const { shell } = desk;
  void shell.act(key, async () => outcome(shell, await shell.host.run(assignBankLine, input)));
};

const Line = (props: {
  readonly desk: Desk;
  readonly line: BankLineView;
  readonly working: Working["on"] | null;
  readonly onWork: (on: Working["on"] | null) => void;
}): VNode => {
  const { desk, line, working, onWork } = props;
  const words = desk.words.value.bank;
  const titleId = `bank-${line.key}`;
  return (
    <li class="rl-card">
      <div class="rl-spread" id={titleId}>
        <p>
          {line.date.own}
          {line.payer === null ? null : (
            <>
              {" · "}
              <b>
                <ForeignText text={line.payer} />
              </b>
            </>
          )}
        </p>
        <p class="rl-amount">
          <b>{line.amount.own}</b>
        </p>
      </div>
      {line.reference === null ? null : (
        <p class="rl-small rl-quiet">
          <ForeignText text={line.reference} />
        </p>
      )}
      <fieldset class="rl-line" aria-labelledby={titleId}>
        <Button
          small
          look={working === null ? "plain" : "subtle"}
          name={`assign/${line.key}`}
          onClick={() => {
            onWork(working === "assign" ? null : "assign");
          }}
        >
          {words.choose.own}
        </Button>
        <Button
          small
          look="subtle"
          name={`aside/${line.key}`}
          onClick={() => {
            onWork(working === "aside" ? null : "aside");
          }}
        >
          {words.setAside.own}
        </Button>
      </fieldset>
      {working === "assign" ? <AssignTo desk={desk} line={line} /> : null}
      {working === "aside" ? <SetAside desk={desk} line={line} /> : null}
    </li>
  );
};

/** Debtors shown to choose from: more is a search to be made finer. */
const CANDIDATES_MAX = 8;

type Candidate = {
  readonly account: string;
  readonly name: Foreign;
  readonly found: string | null;
};

/** One line a debtor, by the first thing that was found of it. */
const candidatesOf = (hits: readonly SearchHitView[]): readonly Candidate[] => {
  const byAccount = new Map<string, Candidate>();
  for (const { account, label, debtor } of hits) {
    if (byAccount.has(account)) continue;
    byAccount.set(account, {
      account,
      name: debtor ?? label,
      found: debtor === null ? null : label.foreign,
    });
  }
  return [...byAccount.values()].slice(0, CANDIDATES_MAX);
};

const AssignTo = (props: { readonly desk: Desk; readonly line: BankLineView }): VNode => {
  const { desk, line } = props;
  const { shell } = desk;
  const words = desk.words.value.bank;
  const query = useSignal(line.guess.slice(0, QUERY_CHARS_MAX));
  const box = useRef<HTMLDivElement>(null);
  const drawn = useView(shell, searchView, { query: query.value }, query.value);
  const last = useSignal<SearchView | null>(null);
  if (drawn.value.type === "view") last.value = drawn.value.view;
  const key = `assign/${line.key}/do`;
  useEffect(() => {
    box.current?.querySelector("input")?.focus();
  }, []);
  const candidates = candidatesOf(last.value?.hits ?? []);
  return (
    <div class="rl-stack rl-stack--tight" ref={box}>
      <TextField
        id={`bank-debtor-${line.key}`}
        label={words.debtor.own}
        hint={words.candidates.own}
        input="search"
        charsMax={QUERY_CHARS_MAX}
        value={query.value}
        onInput={(text) => {
          query.value = text;
        }}
      />
      {query.value.trim() !== "" && candidates.length === 0 ? (
        <div class="rl-line">
          <output class="rl-small rl-quiet">{words.none.own}</output>
          <Button
            small
            name={`${key}/new`}
            onClick={() => {
              shell.go({ at: "form", form: "debtor", account: null, subject: null, origin: null });
            }}
          >
            {words.addDebtor.own}
          </Button>
        </div>
      ) : null}
      <ul class="rl-stack rl-stack--tight">
        {candidates.map((candidate) => (
          <li key={candidate.account} class="rl-line">
            <Button
              small
              name={`${key}/${candidate.account}`}
              busy={shell.busy.value === key}
              onClick={() => {
                settle(desk, key, {
                  line: line.line,
                  account: candidate.account,
                  allocations: null,
                });
              }}
            >
              <span>
                <SentenceText text={words.assignTo(candidate.name)} />
              </span>
            </Button>
            {candidate.found === null ? null : (
              <span class="rl-small rl-quiet">
                <bdi>{candidate.found}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Refused shell={shell} keys={[key]} />
    </div>
  );
};

const SetAside = (props: { readonly desk: Desk; readonly line: BankLineView }): VNode => {
  const { desk, line } = props;
  const { shell } = desk;
  const words = desk.words.value.bank;
  const reason = useSignal("");
  const box = useRef<HTMLFormElement>(null);
  const key = `aside/${line.key}/do`;
  useEffect(() => {
    box.current?.querySelector("input")?.focus();
  }, []);
  return (
    <form
      class="rl-stack rl-stack--tight"
      ref={box}
      onSubmit={(event) => {
        event.preventDefault();
        settle(desk, key, { line: line.line, setAside: reason.peek() });
      }}
    >
      <TextField
        id={`bank-reason-${line.key}`}
        label={words.reason.own}
        hint={words.reasonHint.own}
        value={reason.value}
        required
        onInput={(text) => {
          reason.value = text;
        }}
      />
      <div class="rl-line">
        <Button small submit name={key} busy={shell.busy.value === key}>
          {words.confirmAside.own}
        </Button>
      </div>
      <Refused shell={shell} keys={[key]} />
    </form>
  );
};
