/// <reference types="office-js" />
// The other end of a dialog: it says that it is there, and says back what it hears.
await Office.onReady();
Office.context.ui.addHandlerAsync(
  Office.EventType.DialogParentMessageReceived,
  (heard: { readonly message: string }) => {
    Office.context.ui.messageParent(`heard ${heard.message}`);
  },
  () => {
    Office.context.ui.messageParent("ready");
  },
);
