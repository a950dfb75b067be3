import type { VNode } from "preact";
import type { GroupView } from "#shared/app/debtor-groups.ts";
import type { ItemView, SectionView } from "#shared/app/file-sheet.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { ActionButton, Actions, NoticeOf, Refused } from "./actions.tsx";
import { Fields } from "./facts.tsx";
import { Icon } from "./icon.tsx";
import { ForeignText, SentenceText } from "./sentence-text.tsx";

/** Buttons shown before the rest goes into a menu. */
const ADDS_SHOWN = 2;
const ITEM_ACTIONS_SHOWN = 3;

/** What a person opened or closed stays so until the face is left: forms lead away and back. */
const TOUCHED = new WeakMap<Shell, Map<string, boolean>>();

const touchedOf = (shell: Shell): Map<string, boolean> => {
  const known = TOUCHED.get(shell);
  if (known !== undefined) return known;
  const made = new Map<string, boolean>();
  TOUCHED.set(shell, made);
  return made;
};

/** The lists of a debtor's file, under headings that open and close: what matters stays on top. */
export const FileGroups = (props: {
  readonly shell: Shell;
  readonly account: string;
  readonly groups: readonly GroupView[];
  /** Where there is room, whatever holds something is open. */
  readonly roomy?: boolean;
}): VNode => (
  <div class="rl-groups">
    {props.groups.map((group) => (
      <Group key={group.key} {...props} group={group} />
    ))}
  </div>
);

const Group = (props: {
  readonly shell: Shell;
  readonly account: string;
  readonly group: GroupView;
  readonly roomy?: boolean;
}): VNode => {
  const { shell, group } = props;
  const touched = touchedOf(shell);
  const key = `${props.account}/${group.key}`;
  const holds = (group.count ?? 0) > 0 || group.fields.length > 0;
  const open = touched.get(key) ?? (group.open || (props.roomy === true && holds));
  return (
    <details
      class="rl-group"
      open={open}
      onToggle={(event) => {
        touched.set(key, event.currentTarget.open);
      }}
    >
      <summary data-key={`group/${group.key}`}>
        <Icon name="next" />
        <h2>{group.title.own}</h2>
        {group.count === null || group.count === 0 ? null : (
          <span class="rl-count">{group.count}</span>
        )}
      </summary>
      <div class="rl-group__body">
        {group.notices.map((notice) => (
          <NoticeOf key={notice.key} shell={shell} notice={notice} />
        ))}
        {group.fields.length === 0 ? null : <Fields fields={group.fields} />}
        {group.sections.map((section) => (
          <Section
            key={section.key}
            shell={shell}
            section={section}
            isNamed={section.title.own !== group.title.own}
          />
        ))}
        {group.adds.length === 0 ? null : (
          <Actions shell={shell} actions={group.adds} small shown={ADDS_SHOWN} />
        )}
      </div>
    </details>
  );
};

const Section = (props: {
  readonly shell: Shell;
  readonly section: SectionView;
  /** False where the heading above says the same. */
  readonly isNamed: boolean;
}): VNode => {
  const { shell, section, isNamed } = props;
  return (
    <section class="rl-section" aria-label={section.title.own}>
      {!isNamed && section.add === null ? null : (
        <div class="rl-line rl-line--between">
          {isNamed ? <h3>{section.title.own}</h3> : <span />}
          {section.add === null ? null : <ActionButton shell={shell} action={section.add} small />}
        </div>
      )}
      <Refused shell={shell} keys={section.add === null ? [] : [section.add.key]} />
      {section.hint === null ? null : <p class="rl-small rl-quiet">{section.hint.own}</p>}
      {section.items.length === 0 ? (
        <p class="rl-small rl-quiet">{section.none.own}</p>
      ) : (
        <ul class="rl-plain-rows">
          {section.items.map((item) => (
            <Item key={item.key} shell={shell} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
};

/** One short line with one button stands beside it. */
const classOf = ({ done, words, note, actions }: ItemView): string | undefined =>
  done
    ? "rl-done-item"
    : words === null && note.length === 0 && actions.length === 1
      ? "rl-beside"
      : undefined;

const Item = (props: { readonly shell: Shell; readonly item: ItemView }): VNode => {
  const { shell, item } = props;
  return (
    <li class={classOf(item)}>
      <p>
        <SentenceText text={item.text} />
      </p>
      {item.words === null ? null : (
        <p class="rl-quote rl-small">
          <ForeignText text={item.words} />
        </p>
      )}
      {item.note.length === 0 ? null : (
        <p class="rl-small rl-quiet">
          <SentenceText text={item.note} />
        </p>
      )}
      {item.actions.length === 0 ? null : (
        <Actions shell={shell} actions={item.actions} small shown={ITEM_ACTIONS_SHOWN} />
      )}
    </li>
  );
};
