import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Desk } from "./desk-shell.ts";

/** The heading of a page. After a movement it takes focus, so that a screen reader says where one is. */
export const PageTitle = (props: {
  readonly desk: Desk;
  readonly id?: string;
  readonly children: ComponentChildren;
}): VNode => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (props.desk.takesFocus()) heading.current?.focus({ preventScroll: true });
  }, [props.desk]);
  return (
    <h1 tabIndex={-1} ref={heading} id={props.id}>
      {props.children}
    </h1>
  );
};
