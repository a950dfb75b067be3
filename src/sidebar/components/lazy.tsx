import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Shell } from "#src/sidebar/shell.ts";
import { Notice } from "./notice.tsx";

/**
 * A part of the page that comes with its own bundle, so that the first paint waits for nothing else. Where it does not
 * come (a deploy took it away, no network), that is said, with a button to try again.
 */
export const lazyPart = <Props extends { readonly shell: Shell }>(
  load: () => Promise<ComponentType<Props>>,
  /** A part beside another one says nothing of itself while it comes, nor where it does not. */
  quiet = false,
): ((props: Props) => VNode | null) => {
  let loaded: ComponentType<Props> | null = null;
  return (props) => {
    const [part, setPart] = useState<ComponentType<Props> | null>(() => loaded);
    const [failed, setFailed] = useState(false);
    const [tries, setTries] = useState(0);
    const words = props.shell.words.value;
    useEffect(() => {
      if (part !== null) return undefined;
      let left = false;
      load().then(
        (found) => {
          loaded = found;
          if (!left) setPart(() => found);
        },
        () => {
          if (!left) setFailed(true);
        },
      );
      return () => {
        left = true;
      };
    }, [part, tries]);
    if (part !== null) {
      const Part = part;
      return <Part {...props} />;
    }
    if (quiet) return null;
    if (!failed) return <p class="rl-quiet">{words.shell.loading.own}</p>;
    return (
      <Notice tone="danger" text={words.faults.notLoaded} urgent>
        <button
          type="button"
          class="rl-button rl-button--small"
          onClick={() => {
            setFailed(false);
            setTries(tries + 1);
          }}
        >
          {words.shell.retry.own}
        </button>
      </Notice>
    );
  };
};
