import { createAccount, type Account } from "./account.ts";
import { openProject, type Project } from "./host.ts";

/** Small projects for the tests of the emulator itself: an add-on in a few lines, with what one test wants of it. */
export const MANIFEST = {
  timeZone: "Europe/Paris",
  runtimeVersion: "V8",
  oauthScopes: [
    "https://www.googleapis.com/auth/gmail.addons.execute",
    "https://www.googleapis.com/auth/gmail.addons.current.message.readonly",
    "https://www.googleapis.com/auth/gmail.addons.current.action.compose",
    "https://www.googleapis.com/auth/drive.file",
    "https://www.googleapis.com/auth/drive.appdata",
    "https://www.googleapis.com/auth/script.external_request",
    "https://www.googleapis.com/auth/script.scriptapp",
    "https://www.googleapis.com/auth/script.locale",
  ],
  urlFetchWhitelist: [
    "https://gmail.googleapis.com/",
    "https://www.googleapis.com/drive/",
    "https://www.googleapis.com/upload/drive/",
  ],
  webapp: { executeAs: "USER_ACCESSING", access: "ANYONE" },
  addOns: {
    common: {
      name: "Demo",
      logoUrl: "https://www.gstatic.com/logo.png",
      useLocaleFromApp: true,
      homepageTrigger: { runFunction: "onHomepage" },
      universalActions: [{ label: "Réglages", runFunction: "onSettings" }],
      openLinkUrlPrefixes: ["https://mail.google.com/", "https://script.google.com/"],
    },
    gmail: {
      contextualTriggers: [{ unconditional: {}, onTriggerFunction: "onMessage" }],
      composeTrigger: {
        selectActions: [{ text: "Insérer", runFunction: "onCompose" }],
        draftAccess: "METADATA",
      },
    },
  },
};

export type ManifestData = typeof MANIFEST;

export const withScopes = (...more: readonly string[]): ManifestData => ({
  ...MANIFEST,
  oauthScopes: [...MANIFEST.oauthScopes, ...more],
});

export const withoutScope = (word: string): ManifestData => ({
  ...MANIFEST,
  oauthScopes: MANIFEST.oauthScopes.filter((one) => !one.endsWith(word)),
});

/** Entry points that do as little as they may; a later declaration of the same name takes their place. */
export const BASE = `
function text(words) { return CardService.newTextParagraph().setText(words); }
function cardOf(title, widgets, name) {
  var section = CardService.newCardSection();
  widgets.forEach(function (one) { section.addWidget(one); });
  var card = CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle(title)).addSection(section);
  if (name) card.setName(name);
  return card.build();
}
function actionOf(name, parameters) {
  return CardService.newAction().setFunctionName(name).setParameters(parameters || {});
}
function buttonOf(words, action) {
  return CardService.newTextButton().setText(words).setOnClickAction(action);
}
function answer(navigation) {
  return CardService.newActionResponseBuilder().setNavigation(navigation).build();
}
function get(url, more) {
  var headers = { Authorization: "Bearer " + ScriptApp.getOAuthToken() };
  Object.keys(more || {}).forEach(function (name) { headers[name] = more[name]; });
  return { url: url, headers: headers, muteHttpExceptions: true };
}
function onHomepage() { return cardOf("Accueil", [text("Bonjour")]); }
function onMessage(e) { return cardOf("Mail", [text(e.gmail.messageId)]); }
function onCompose() { return cardOf("Insérer", [text("Rien")]); }
function onSettings() {
  return CardService.newUniversalActionResponseBuilder().displayAddOnCards([cardOf("Réglages", [text("ok")])]).build();
}
function doGet() { return HtmlService.createHtmlOutput("<p>Bureau</p>"); }
`;

export const openDemo = (
  script: string,
  options: {
    readonly account?: Account;
    readonly manifest?: ManifestData;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): Project =>
  openProject({
    files: { "Code.js": `${BASE}\n${script}`, ...options.files },
    manifest: JSON.stringify(options.manifest ?? MANIFEST),
    account: options.account ?? createAccount(),
  });

/** A mail as it comes in. */
export const mailText = (parts: {
  readonly id: string;
  readonly subject?: string;
  readonly answers?: string;
  readonly from?: string;
  readonly text?: string;
}): string =>
  [
    `From: ${parts.from ?? "Paul Nordis <paul@nordis.example>"}`,
    "To: claire@menuiserie-lacombe.example",
    `Subject: ${parts.subject ?? "Facture F-1"}`,
    `Message-ID: <${parts.id}@nordis.example>`,
    ...(parts.answers === undefined
      ? []
      : [`In-Reply-To: <${parts.answers}>`, `References: <${parts.answers}>`]),
    "Date: Thu, 19 Nov 2026 09:12:00 +0100",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    parts.text ?? "Je règle vendredi. Merci, à bientôt !",
    "",
  ].join("\r\n");

/** Runs the body of a function in a script and gives what it returned, or throws what it threw. */
export const probe = (
  body: string,
  options: Parameters<typeof openDemo>[1] & { readonly more?: string } = {},
): unknown => {
  const project = openDemo(
    `${options.more ?? ""}\nfunction probe() { console.log(JSON.stringify([(function () { ${body} })()])); }`,
    options,
  );
  const { fault, logs } = project.run("probe");
  if (fault !== null) throw new Error(fault.message);
  return (JSON.parse(logs[logs.length - 1] ?? "[]") as readonly unknown[])[0];
};

/** The same beside an open mail, under the thirty seconds of a card and with its tokens; `e` is the event. */
export const probeMail = (
  body: string,
  options: Parameters<typeof openDemo>[1] & {
    readonly messageId: string;
    readonly clicks?: boolean;
  },
): unknown => {
  const inner = `console.log(JSON.stringify([(function () { ${body} })()]));`;
  const script =
    options.clicks === true
      ? `function onMessage(e) { return cardOf("Mail", [buttonOf("Go", actionOf("onGo"))]); }
       function onGo(e) { ${inner} return answer(CardService.newNavigation().updateCard(cardOf("Mail", [text("ok")]))); }`
      : `function onMessage(e) { ${inner} return cardOf("Mail", [text("ok")]); }`;
  const gmail = openDemo(script, options).openGmail();
  const opened = gmail.openMessage(options.messageId);
  const ran = options.clicks === true ? gmail.click("Go") : opened;
  if (ran === null || ran.fault !== null) throw new Error(ran?.fault?.message ?? "nothing ran");
  return (JSON.parse(ran.logs[ran.logs.length - 1] ?? "[]") as readonly unknown[])[0];
};
