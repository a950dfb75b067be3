import { EmulatorGap, Part, ScriptException, text, type Behaviours } from "../runtime/part.ts";
import type { World } from "../runtime/world.ts";

/**
 * Of GmailApp only what a compose action needs: whether it works under the add-on's scopes is one of the questions that
 * a real account must answer (facts/gmail.md, 7), so Relance reads and writes by REST.
 */
export const gmailApp = ({ account, mail }: World): Behaviours => {
  let isSet = false;
  const needsToken = (): void => {
    if (!isSet)
      throw new ScriptException("Access denied: : Missing access token for authorization.");
  };
  return {
    "Gmail.GmailApp": {
      setCurrentMessageAccessToken: (_, values) => {
        isSet = mail !== null && text(values, 0) === mail.accessToken;
      },
      getDraft: (_, values) => {
        needsToken();
        const id = text(values, 0);
        if (!account.mailbox.drafts.has(id))
          throw new ScriptException("Gmail operation not allowed.");
        return new Part("Gmail.GmailDraft", id);
      },
      getMessageById: (_, values) => {
        needsToken();
        throw new EmulatorGap(`GmailApp.getMessageById(${text(values, 0)}): read by REST`);
      },
    },
    "Gmail.GmailDraft": { getId: (self) => self.state },
  };
};
