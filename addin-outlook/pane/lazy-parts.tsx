import type { ComponentType, VNode } from "preact";
import { UI } from "#shared/locales/ui.ts";
import { useEffect, useState } from "preact/hooks";
import type { Host } from "#src/sidebar/host.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import type { Pane, PanePart } from "./pane.ts";

export type PartProps = { readonly pane: Pane; readonly host: Host };

/** A part of the pane that comes with its own bundle; where it does not come, a button asks for it again. */
const lazy = <Props extends PartProps>(
  load: () => Promise<ComponentType<Props>>,
): ((props: Props) => VNode | null) => {
  let loaded: ComponentType<Props> | null = null;
  return (props) => {
    const [part, setPart] = useState<ComponentType<Props> | null>(() => loaded);
    const [failed, setFailed] = useState(false);
    const [tries, setTries] = useState(0);
    useEffect(() => {
      if (part !== null) return;
      load().then(
        (found) => {
          loaded = found;
          setPart(() => found);
        },
        () => {
          setFailed(true);
        },
      );
    }, [part, tries]);
    if (part !== null) {
      const Part = part;
      return <Part {...props} />;
    }
    if (!failed) return null;
    const { pane } = props;
    return (
      <Notice tone="danger" text={UI[pane.language.value].faults.notLoaded} urgent>
        <Button
          small
          name="part/retry"
          onClick={() => {
            setFailed(false);
            setTries(tries + 1);
          }}
        >
          {pane.words.value.begin.retry.own}
        </Button>
        {pane.part.value === "sidebar" ? null : (
          <Button
            small
            name="part/leave"
            onClick={() => {
              pane.part.value = "sidebar";
            }}
          >
            {pane.words.value.strip.backToPane.own}
          </Button>
        )}
      </Notice>
    );
  };
};

export const ComposePart = lazy<PartProps>(
  async () => (await import("./compose-part.tsx")).ComposePart,
);
const Desk = lazy<PartProps>(async () => (await import("./desk-part.tsx")).DeskPart);
const Diagnosis = lazy<PartProps>(async () => (await import("./diagnosis-part.tsx")).DiagnosisPart);
const Options = lazy<PartProps>(async () => (await import("./options-part.tsx")).OptionsPart);

/** What stands in the sidebar's place for a while. */
export const PartView = (
  props: PartProps & { readonly part: Exclude<PanePart, "sidebar"> },
): VNode => {
  switch (props.part) {
    case "desk":
      return <Desk pane={props.pane} host={props.host} />;
    case "diagnosis":
      return <Diagnosis pane={props.pane} host={props.host} />;
    case "options":
      return <Options pane={props.pane} host={props.host} />;
  }
};
