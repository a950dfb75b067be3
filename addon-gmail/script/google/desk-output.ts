/// <reference types="google-apps-script" />

/**
 * The desk's page. No page of another site may hold it in a frame: that is what Google does where no other mode is set, and
 * the overlay that Gmail opens is a window of its own.
 */
export const deskOutput = (html: string) =>
  HtmlService.createHtmlOutput(html)
    .setTitle("Relance")
    .addMetaTag("viewport", "width=device-width, initial-scale=1");
