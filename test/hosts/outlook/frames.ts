import { HOST_ORIGIN } from "./protocol.ts";
import type { Session } from "./session.ts";

export type WindowOptions = {
  readonly addinUrl: string;
  readonly language: string;
  readonly requirements: Readonly<Record<string, string>>;
  readonly mayDownload: boolean;
  readonly width: number;
  /** Null where it may never be ready. */
  readonly readyMs: number | null;
};

/** What office.js reads of itself in a frame: its address and its name. */
export const frameIdentity = (
  addinUrl: string,
  language: string,
  session: Session,
  isDialog: boolean,
): { readonly url: string; readonly name: string } => {
  const hostInfo = [
    "Outlook",
    "Web",
    "16.01",
    language.toLowerCase(),
    session.controlId,
    isDialog ? "isDialog" : "",
    "",
  ];
  const url = new URL(addinUrl);
  url.searchParams.set("_host_Info", hostInfo.join("$"));
  return {
    url: url.href,
    name: JSON.stringify({
      baseFrameName: session.conversationId,
      hostInfo: hostInfo.join("|"),
      xdmInfo: [session.conversationId, session.controlId, `${HOST_ORIGIN}/`].join("|"),
      serializerVersion: "1",
      flights: "[]",
    }),
  };
};
