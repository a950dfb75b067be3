import type { SearchHitView, SearchView } from "#shared/app/search-view.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { buttonOf, buttonsOf, does, factOf, run, sectionOf, textOf } from "./card.ts";
import type { Card, Click, Widget } from "./card.ts";
import { clickOf } from "./clicks.ts";
import { menuOf, wordsOf } from "./face.ts";
import type { Face } from "./face.ts";

/** The field of every search card; what is typed comes back under this name. */
export const QUERY_FIELD = "query";

/**
 * A search, and what it found. With `mail` a claim is being chosen for the open mail: a hit attaches, it does not open.
 */
export const searchCard = (
  view: SearchView,
  face: Face,
  mail: string | null = null,
  notice: Sentence | null = null,
): Card => {
  const words = wordsOf(face);
  const again = does("search", mail === null ? {} : { message: mail });
  return {
    name: "search",
    title: [view.label],
    subtitle: null,
    sections: [
      sectionOf([
        ...(notice === null ? [] : [textOf(notice)]),
        {
          kind: "input",
          name: QUERY_FIELD,
          label: [view.placeholder],
          hint: null,
          value: view.query.foreign,
          lines: false,
          suggestions: [],
          change: null,
        },
        ...buttonsOf(buttonOf([words.searchButton], again, "primary")),
        // Nothing was searched for: the field says already what may be typed.
        ...(view.query.foreign === "" ? [] : [textOf([view.status], "quiet")]),
      ]),
      ...(view.hits.length === 0
        ? []
        : [sectionOf(view.hits.map((hit) => hitWidget(hit, face, mail)))]),
    ],
    menu: menuOf(face),
    footer: null,
  };
};

const hitWidget = (hit: SearchHitView, face: Face, mail: string | null): Widget => {
  const click: Click =
    mail === null
      ? clickOf(hit.open.action, face)
      : does("mail", { message: mail, account: hit.account });
  return factOf([run([hit.label], "strong")], {
    top: [hit.kindWord],
    bottom: hit.debtor === null ? null : [hit.debtor],
    click,
    button: mail === null ? null : buttonOf([wordsOf(face).chooseThis], click),
  });
};
