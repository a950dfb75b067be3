import type { ReadableMail } from "./reading.ts";
import type { Signal } from "./signals.ts";
import { foldedInPlace } from "./words.ts";

const SUBJECTS = [
  "automatic reply",
  "auto reply",
  "autoreply",
  "auto:",
  "reponse automatique",
  "reponse auto",
  "absence du bureau",
  "absent du bureau",
  "absence :",
  "out of office",
  "out of the office",
  "accuse de reception",
  "automatische antwort",
  "abwesenheitsnotiz",
  "abwesend",
  "respuesta automatica",
  "risposta automatica",
  "automatisch antwoord",
  "automatisk svar",
  "votre message a bien ete recu",
  "ticket cree",
  "ticket received",
  "request received",
];

/** What the headers and the subject say of a machine that wrote (RFC 3834, and what its forerunners set). */
export const robotOf = (mail: ReadableMail): readonly Signal[] => {
  const signals: Signal[] = [];
  const add = (rule: string, weight: number, quote: string): void => {
    signals.push({ tag: "autoreply", rule, weight, sentence: -1, span: null, hit: null, quote });
  };
  for (const header of mail.headers) {
    const name = header.name.toLowerCase();
    const value = header.value.toLowerCase().trim();
    const quote = `${header.name}: ${header.value.slice(0, 200)}`;
    if (name === "auto-submitted" && value !== "no") add("robot.auto-submitted", 2.6, quote);
    else if (name === "x-autoreply" || name === "x-autorespond" || name === "x-autoresponder")
      add("robot.x-autoreply", 2.8, quote);
    else if (name === "precedence" && /^(?:auto_reply|bulk|junk)/.test(value))
      add("robot.precedence", value.startsWith("auto") ? 2.8 : 1.5, quote);
    else if (name === "x-auto-response-suppress") add("robot.suppress", 1.5, quote);
  }
  const subject = foldedInPlace(mail.subject);
  const found = SUBJECTS.find((start) => subject.startsWith(start));
  if (found !== undefined)
    signals.push({
      tag: "autoreply",
      rule: "robot.subject",
      weight: 3,
      sentence: -1,
      span: { of: "subject", from: 0, to: mail.subject.length },
      hit: null,
      quote: mail.subject,
    });
  return signals;
};
