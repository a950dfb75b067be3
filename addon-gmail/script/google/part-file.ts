/// <reference types="google-apps-script" />

/** The text of an HTML file of this project; Google throws where there is none of that name. */
export const fileText = (name: string): string =>
  HtmlService.createHtmlOutputFromFile(name).getContent();

/** The text that lies in gzip and base64. */
export const unpackedText = (base64: string): string =>
  Utilities.ungzip(
    Utilities.newBlob(Utilities.base64Decode(base64), "application/x-gzip"),
  ).getDataAsString("UTF-8");
