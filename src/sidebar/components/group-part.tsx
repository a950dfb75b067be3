import type { VNode } from "preact";
import type { GroupPartView } from "#shared/app/group-part.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { Actions } from "./actions.tsx";
import { LinkButton } from "./button.tsx";
import { ForeignText, SentenceText, plainText } from "./sentence-text.tsx";

/** The others of a debtor's group, each a way to its own screen. */
export const GroupPart = (props: {
  readonly shell: Shell;
  readonly group: GroupPartView | null;
}): VNode | null => {
  const { shell, group } = props;
  if (group === null) return null;
  return (
    <section class="rl-section" aria-label={plainText(group.title)} data-part="group">
      <h2>
        <SentenceText text={group.title} />
      </h2>
      <ul class="rl-plain-rows">
        {group.members.map(({ key, name, owes, open }) => (
          <li key={key}>
            <LinkButton
              name={open.key}
              onClick={() => {
                void shell.perform(open.key, open.action);
              }}
            >
              <ForeignText text={name} />
            </LinkButton>
            <p class="rl-small rl-quiet">
              <SentenceText text={owes} />
            </p>
          </li>
        ))}
      </ul>
      {group.others === null ? null : <p class="rl-small rl-quiet">{group.others.own}</p>}
      {group.mail === null ? null : <Actions shell={shell} actions={[group.mail]} small />}
    </section>
  );
};
