import type { VNode } from "preact";
import type { Block } from "#shared/drafting/blocks.ts";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";

/** A letter as it reads, without the form that a mail program gives it. */
export const DraftBlocks = ({ blocks }: { readonly blocks: readonly Block[] }): VNode => (
  <>
    {blocks.map((block, index) => (
      <BlockOf key={index} block={block} />
    ))}
  </>
);

const BlockOf = ({ block }: { readonly block: Block }): VNode => {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          {block.weight === "strong" ? (
            <b>
              <SentenceText text={block.words} />
            </b>
          ) : (
            <SentenceText text={block.words} />
          )}
        </p>
      );
    case "list":
      return (
        <ul class="rl-method__list">
          {block.items.map((item, index) => (
            <li key={index}>
              <SentenceText text={item} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return <TableOf block={block} />;
    case "sums":
      return (
        <dl class="rl-method__sums">
          {[...block.rows, ...block.totals].map(({ label, amount }, index) => (
            <div key={index}>
              <dt>
                <SentenceText text={label} />
              </dt>
              <dd>{amount.own}</dd>
            </div>
          ))}
        </dl>
      );
    case "lines":
      return (
        <p class={block.role === "foot" ? "rl-quiet" : undefined}>
          {block.lines.map((line, index) => (
            <span key={index} class="rl-method__line">
              <SentenceText text={line} />
            </span>
          ))}
        </p>
      );
  }
};

const TableOf = ({ block }: { readonly block: Extract<Block, { type: "table" }> }): VNode => {
  const label = block.caption?.own ?? block.columns.map(({ title }) => title.own).join(", ");
  const classAt = (index: number): string | undefined =>
    block.columns[index]?.align === "end" ? "rl-number" : undefined;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys.
    <section class="rl-table-scroll" aria-label={label} tabIndex={0}>
      <table class="rl-table">
        {block.caption === null ? null : <caption>{block.caption.own}</caption>}
        <thead>
          <tr>
            {block.columns.map(({ title }, index) => (
              <th key={title.own} scope="col" class={classAt(index)}>
                {title.own}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index} class={classAt(index)}>
                  <SentenceText text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {block.total === null ? null : (
          <tfoot>
            <tr>
              <td colSpan={block.columns.length - 1}>{block.total.label.own}</td>
              <td class="rl-number">{block.total.amount.own}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
};
