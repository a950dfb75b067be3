import { foreign, own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { cardEventOf } from "./actions/card-event.ts";
import { dispatch } from "./actions/dispatch.ts";
import { workHourly } from "./actions/hourly.ts";
import { SCREENS } from "./actions/screens.ts";
import { openWorld } from "./actions/world.ts";
import type { World } from "./actions/world.ts";
import type { Answer, Card } from "./cards/card.ts";
import { wordsOf } from "./cards/face.ts";
import type { Face } from "./cards/face.ts";
import { faultCard } from "./cards/fault-card.ts";
import { fitCard } from "./cards/fit-card.ts";
import { deskHtml } from "./desk/desk-page.ts";
import { deskOutput } from "./google/desk-output.ts";
import { drawAnswer, drawCard, drawInsert, drawUniversal } from "./google/draw-card.ts";
import { googleServices, isDaysQuota } from "./google/apps-script.ts";
import { openGmailLedger } from "./ledger/open-ledger.ts";
import { buildId, pageText, part, variant } from "./parts.ts";

/**
 * The functions that Google calls: the manifest names them, and the build makes each a function at the top of the script.
 * Each is synchronous, and an execution of its own; nothing is remembered from one to the next.
 */

/** The home card, without a mail: from the properties alone. */
export const onHomepage = (event: unknown) =>
  drawn(event, (world) => SCREENS.today(world, null, false));

/** A mail is opened: runs for every one, so that a mail of nobody must cost nearly nothing. */
export const onMessage = (event: unknown) =>
  drawn(event, (world) => SCREENS.mail(world, null, null));

/** Beside a draft that is being written. */
export const onCompose = (event: unknown) =>
  drawn(event, (world) => {
    const answer = part("acts").acts.composing(world);
    return answer.kind === "compose-card" ? answer.card : SCREENS.today(world, null, false);
  });

/** Every button of every card. */
export const onAction = (event: unknown) => {
  let { face } = bareOf(event);
  try {
    const world = worldOf(event);
    face = world.face;
    const answer = dispatch(world);
    if (!("kind" in answer)) {
      const { show } = answer;
      return drawAnswer(
        show === null ? answer : { ...answer, show: { ...show, card: fitCard(show.card, face) } },
      );
    }
    return answer.kind === "insert"
      ? drawInsert(answer)
      : drawAnswer(onlyShown("update", fitCard(answer.card, face)));
  } catch (cause) {
    return drawAnswer(onlyShown("push", unforeseen(face, cause)));
  }
};

const onlyShown = (how: "update" | "push", card: Card): Answer => ({
  show: { how, card },
  toast: null,
  open: null,
  changed: false,
});

/** The three of the add-on's own menu. */
export const onSettings = (event: unknown) =>
  universal(event, (world) => part("acts").acts.settingsScreen(world));

export const onSearch = (event: unknown) =>
  universal(event, (world) => part("acts").acts.searchScreen(world));

export const onDiagnose = (event: unknown) =>
  universal(event, (world) => part("acts").acts.diagnoseScreen(world, buildId()));

/** The job of the hour. Google writes down what it throws, and mails it to the person: that is never words of a mail. */
export const onHourly = (event: unknown): void => {
  let failed: string | null = null;
  try {
    workHourly(worldOf(event));
  } catch (cause) {
    failed = cause instanceof Error ? cause.name : "unforeseen";
  }
  if (failed !== null) throw new Error(`onHourly: ${failed}`);
};

/** The page of the desk; its frame learns from the parameters which screen was asked for, and nothing else. */
export const doGet = (event: unknown) => deskOutput(deskHtml(pageText("desk"), event));

/** The one function that the page of the desk calls. */
export const callDesk = (text: unknown): string => {
  const { desk } = part("desk");
  const setting = {
    services: googleServices(),
    openLedger: openGmailLedger,
    build: buildId(),
    parts: {
      acts: () => part("acts").acts,
      cases: () => part("cases").cases,
      replies: () => part("replies").replies,
    },
  };
  return desk.callDesk(text, setting.build, (language) => desk.openDeskWorld(language, setting));
};

const worldOf = (event: unknown): World =>
  openWorld(cardEventOf(event), {
    services: googleServices(),
    openLedger: openGmailLedger,
    parts: { reading: () => part("reading").reading, acts: () => part("acts").acts },
    screens: SCREENS,
    build: buildId(),
    looksPossible: () => variant() === "full",
  });

const drawn = (event: unknown, screen: (world: World) => Card) => drawCard(safely(event, screen));

const universal = (event: unknown, screen: (world: World) => Card) =>
  drawUniversal(safely(event, screen));

const safely = (event: unknown, screen: (world: World) => Card): Card => {
  let { face } = bareOf(event);
  try {
    const world = worldOf(event);
    face = world.face;
    return fitCard(screen(world), face);
  } catch (cause) {
    return unforeseen(face, cause);
  }
};

/** What can be said before anything was read: where Google gives not even the properties, a person still reads why. */
const bareOf = (event: unknown): { readonly face: Face } => {
  const { language, onPhone } = cardEventOf(event);
  return { face: { language: language ?? "fr", onPhone, desk: null } };
};

/** Of a fault that no Result foresaw, a person reads one line; the log has that it happened, and not a word of it. */
const FAULT_CHARS_MAX = 200;

const unforeseen = (face: Face, cause: unknown): Card => {
  googleServices().log("unforeseen");
  return faultCard(faultWords(face, cause), face, null, wordsOf(face).faults.interrupted);
};

const faultWords = (face: Face, cause: unknown): Sentence => {
  const { quota, unforeseen: why } = wordsOf(face).faults;
  return isDaysQuota(cause) ? quota : [...why, own(" "), foreign(String(cause), FAULT_CHARS_MAX)];
};
