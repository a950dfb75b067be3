import type { ComponentChildren, VNode } from "preact";
import type { CitedView } from "#shared/app/clocks-view.ts";
import type { LawPage } from "#shared/app/view-parts.ts";
import { LAW_PAGES } from "#shared/app/view-parts.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { LAW_SCREEN } from "#shared/locales/law-screen-words.ts";
import { Icon } from "#src/sidebar/components/icon.tsx";
import { Tabs } from "#src/sidebar/components/tabs.tsx";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
import type { LawPlace, Shell } from "#src/sidebar/shell.ts";
import "./law.css";

/** « à vérifier », « non trouvé »: beside what it is said of, in words and in a frame. */
export const Mark = ({ mark }: { readonly mark: Own | null }): VNode | null =>
  mark === null ? null : (
    <>
      {" "}
      <span class="rl-law-mark">{mark.own}</span>
    </>
  );

/** A text of law and how it was read. */
export const CitedText = ({ cited }: { readonly cited: CitedView }): VNode => (
  <span>
    {cited.text.own}
    <Mark mark={cited.mark} />
  </span>
);

export const Numbers = ({ numbers }: { readonly numbers: readonly Foreign[] }): VNode => (
  <>
    {numbers.map((number, index) => (
      <span key={number.foreign}>
        {index > 0 ? ", " : ""}
        <span class="rl-law-number">
          <ForeignText text={number} />
        </span>
      </span>
    ))}
  </>
);

/** Something that opens: its first line says what is in it. */
export const Fold = (props: {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}): VNode => (
  <details class="rl-group rl-law-fold" open={props.open === true}>
    <summary data-key={props.name}>
      <Icon name="next" />
      {props.label}
    </summary>
    <div class="rl-group__body">{props.children}</div>
  </details>
);

const PANEL_ID = "rl-law-panel";

/** The four pages of law of one debtor, and the one that is open. */
export const LawFrame = (props: {
  readonly shell: Shell;
  readonly place: LawPlace;
  readonly children: ComponentChildren;
}): VNode => {
  const { shell, place } = props;
  const words = LAW_SCREEN[shell.host.language.value];
  return (
    <div class="rl-law">
      <Tabs
        label={words.title.own}
        panelId={PANEL_ID}
        selected={place.page}
        tabs={LAW_PAGES.map((key) => ({ key, label: words.pages[key].own, count: null }))}
        onSelect={(key) => {
          const page = LAW_PAGES.find((one) => one === key) ?? place.page;
          if (page !== place.page) shell.replace(lawPlace(place, page));
        }}
      />
      <div
        id={PANEL_ID}
        role="tabpanel"
        aria-labelledby={`${PANEL_ID}-tab-${place.page}`}
        class="rl-stack rl-law__panel"
      >
        {props.children}
      </div>
    </div>
  );
};

const lawPlace = (place: LawPlace, page: LawPage): LawPlace => ({ ...place, page });
