/**
 * Calls of Office.js by the number that office.js 16.0.15407 sends, the requirement set that brought them in
 * (@types/office-js), and whether they ask the server. Numbers from 90000 are ours, for methods that are newer than
 * that office.js: what Microsoft's own send is not known.
 */
const call = <Name extends string>(name: Name, since: string, asksServer = false) => ({
  name,
  since,
  asksServer,
});

const SHAPES = {
  2: call("getUserIdentityTokenAsync", "1.1", true),
  3: call("loadCustomPropertiesAsync", "1.1", true),
  4: call("customProperties.saveAsync", "1.1", true),
  5: call("makeEwsRequestAsync", "1.1", true),
  7: call("displayNewAppointmentForm", "1.1"),
  8: call("displayMessageForm", "1.1"),
  10: call("displayReplyForm", "1.1"),
  11: call("displayReplyAllForm", "1.1"),
  12: call("getCallbackTokenAsync", "1.1", true),
  14: call("body.getTypeAsync", "1.1"),
  15: call("recipients.getAsync", "1.1"),
  16: call("addFileAttachmentAsync", "1.1", true),
  17: call("subject.setAsync", "1.1"),
  18: call("subject.getAsync", "1.1"),
  20: call("removeAttachmentAsync", "1.1"),
  21: call("recipients.setAsync", "1.1"),
  22: call("recipients.addAsync", "1.1"),
  23: call("body.prependAsync", "1.1"),
  24: call("time.getAsync", "1.1"),
  29: call("setSelectedDataAsync", "1.2"),
  30: call("displayReplyForm", "1.1"),
  31: call("displayReplyAllForm", "1.1"),
  32: call("saveAsync", "1.3", true),
  33: call("notificationMessages.addAsync", "1.3"),
  34: call("notificationMessages.getAllAsync", "1.3"),
  35: call("notificationMessages.replaceAsync", "1.3"),
  36: call("notificationMessages.removeAsync", "1.3"),
  37: call("body.getAsync", "1.3"),
  38: call("body.setAsync", "1.3"),
  41: call("close", "1.3"),
  42: call("closeContainer", "1.5"),
  44: call("displayNewMessageForm", "1.6"),
  99: call("getInitializationContextAsync", "1.3"),
  107: call("from.getAsync", "1.7"),
  108: call("getSharedPropertiesAsync", "1.8", true),
  148: call("addFileAttachmentFromBase64Async", "1.8", true),
  149: call("getAttachmentsAsync", "1.8"),
  150: call("getAttachmentContentAsync", "1.8", true),
  157: call("categories.getAsync", "1.8"),
  158: call("categories.addAsync", "1.8", true),
  159: call("categories.removeAsync", "1.8", true),
  160: call("masterCategories.getAsync", "1.8", true),
  161: call("masterCategories.addAsync", "1.8", true),
  162: call("masterCategories.removeAsync", "1.8", true),
  164: call("getItemIdAsync", "1.8"),
  168: call("getAllInternetHeadersAsync", "1.8", true),
  174: call("getComposeTypeAsync", "1.10"),
  177: call("displayNewAppointmentFormAsync", "1.9"),
  178: call("displayNewMessageFormAsync", "1.9"),
  179: call("displayMessageFormAsync", "1.9"),
  181: call("displayReplyFormAsync", "1.9"),
  182: call("displayReplyAllFormAsync", "1.9"),
  183: call("displayReplyFormAsync", "1.9"),
  184: call("displayReplyAllFormAsync", "1.9"),
  185: call("sessionData.setAsync", "1.11"),
  186: call("sessionData.getAsync", "1.11"),
  187: call("sessionData.getAllAsync", "1.11"),
  188: call("sessionData.clearAsync", "1.11"),
  189: call("sessionData.removeAsync", "1.11"),
  404: call("roamingSettings.saveAsync", "1.1", true),
  90130: call("getSelectedItemsAsync", "1.13"),
  90140: call("getAsFileAsync", "1.14", true),
  90150: call("loadItemByIdAsync", "1.15", true),
  90151: call("unloadAsync", "1.15"),
  90181: call("displayReplyFormAsync", "1.15"),
  90182: call("displayReplyAllFormAsync", "1.15"),
};

/** What tests name a call by. Dialogs are asked of office.js itself, not of the host. */
export type CallName = (typeof SHAPES)[keyof typeof SHAPES]["name"] | "displayDialogAsync";

export type CallShape = {
  readonly name: CallName;
  readonly since: string;
  readonly asksServer: boolean;
};

export const shapeOf = (dispatchId: number): CallShape | null =>
  new Map<string, CallShape>(Object.entries(SHAPES)).get(String(dispatchId)) ?? null;

/** `1.10` is after `1.9`. */
export const isSetAtLeast = (set: string, asked: string): boolean => {
  const [major = 0, minor = 0] = set.split(".").map(Number);
  const [askedMajor = 0, askedMinor = 0] = asked.split(".").map(Number);
  return major > askedMajor || (major === askedMajor && minor >= askedMinor);
};
