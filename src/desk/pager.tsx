import type { VNode } from "preact";
import { Button } from "#src/sidebar/components/button.tsx";

/** Steps through pages; nothing where there is one only. */
export const Pager = (props: {
  readonly label: string;
  readonly page: number;
  readonly pages: number;
  readonly previous: string;
  readonly next: string;
  readonly onPage: (page: number) => void;
}): VNode | null =>
  props.pages < 2 ? null : (
    <fieldset class="rl-line" aria-label={props.label}>
      {props.page === 0 ? null : (
        <Button
          small
          name="page/previous"
          onClick={() => {
            props.onPage(props.page - 1);
          }}
        >
          {props.previous}
        </Button>
      )}
      <span class="rl-quiet">{props.label}</span>
      {props.page + 1 >= props.pages ? null : (
        <Button
          small
          name="page/next"
          onClick={() => {
            props.onPage(props.page + 1);
          }}
        >
          {props.next}
        </Button>
      )}
    </fieldset>
  );
