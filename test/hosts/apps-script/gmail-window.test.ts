import { describe, expect, it } from "vitest";
import { createAccount } from "./account.ts";
import { mailText, MANIFEST, openDemo } from "./demo-project.ts";
import type { Gmail, GmailOptions } from "./host.ts";
import { checkCard } from "./cards/card-checks.ts";
import type { GoogleAppsCard } from "./cards/card-json.ts";
import type { World } from "./runtime/world.ts";

const opened = (script: string, options: GmailOptions = {}): Gmail => {
  const project = openDemo(script);
  const { id } = project.account.mailbox.receive(mailText({ id: "m1" }));
  const gmail = project.openGmail(options);
  gmail.openMessage(id);
  return gmail;
};

/** What the last run logged. */
const told = (script: string, act: (gmail: Gmail) => void, options: GmailOptions = {}): unknown => {
  const project = openDemo(script);
  const { id } = project.account.mailbox.receive(mailText({ id: "m1" }));
  const gmail = project.openGmail(options);
  gmail.openMessage(id);
  act(gmail);
  return JSON.parse(project.lastExecution().logs[0] ?? "null");
};

const FORM = `
function onMessage(e) {
  var kinds = CardService.SelectionInputType;
  return cardOf("Formulaire", [
    CardService.newTextInput().setFieldName("name").setTitle("Nom").setValue("Paul"),
    CardService.newTextInput().setFieldName("note").setTitle("Note").setMultiline(true),
    CardService.newDatePicker().setFieldName("on").setTitle("Le"),
    CardService.newSelectionInput().setFieldName("kind").setTitle("Sorte").setType(kinds.DROPDOWN).addItem("Une", "1", true).addItem("Deux", "2", false),
    CardService.newSelectionInput().setFieldName("many").setTitle("Plusieurs").setType(kinds.CHECK_BOX).addItem("A", "a", false).addItem("B", "b", false),
    buttonOf("Garder", actionOf("onSave", { id: "inv-1" }).addRequiredWidget("name")),
  ]);
}
function onSave(e) {
  console.log(JSON.stringify(e.commonEventObject));
  return CardService.newActionResponseBuilder().setNotification(CardService.newNotification().setText("Gardé")).build();
}`;

describe("a form", () => {
  it("comes with a click: what is in it, and the ids of the button", () => {
    const seen = told(FORM, (gmail) => {
      gmail.fill("Nom", "Paul Nordis");
      gmail.fill("on", "2026-11-27");
      gmail.fill("kind", "Deux");
      gmail.fill("many", ["a", "b"]);
      gmail.click("Garder");
      expect(gmail.toasts).toEqual(["Gardé"]);
    });
    expect(seen).toMatchObject({
      hostApp: "GMAIL",
      platform: "WEB",
      userLocale: "fr",
      timeZone: { id: "Europe/Paris", offset: "3600000" },
      parameters: { id: "inv-1" },
      formInputs: {
        name: { stringInputs: { value: ["Paul Nordis"] } },
        on: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 10, 27)) } },
        kind: { stringInputs: { value: ["2"] } },
        many: { stringInputs: { value: ["a", "b"] } },
      },
    });
    expect((seen as { readonly formInputs: object }).formInputs).not.toHaveProperty("note");
  });

  it("does not go where a required field is empty", () => {
    const gmail = opened(FORM);
    gmail.fill("name", "");
    expect(gmail.click("Garder")).toBeNull();
    expect(gmail.toasts).toEqual(["Required: name"]);
  });

  it("takes only what its fields take", () => {
    const gmail = opened(FORM);
    expect(() => gmail.fill("kind", "Trois")).toThrow(/kind has no Trois; there are Une, Deux/);
    expect(() => gmail.fill("on", "demain")).toThrow(/takes a day/);
    expect(() => gmail.fill("who", "x")).toThrow(/no field who; there are name \(Nom\)/);
    expect(gmail.valueOf("kind")).toEqual(["1"]);
  });

  it("does what a field does when it changes", () => {
    const script = `
      function onMessage() { return cardOf("Choix", [CardService.newSelectionInput().setFieldName("kind").setTitle("Sorte").setType(CardService.SelectionInputType.DROPDOWN).addItem("Une", "1", true).addItem("Deux", "2", false).setOnChangeAction(actionOf("onKind"))]); }
      function onKind(e) { return answer(CardService.newNavigation().updateCard(cardOf("Choix " + e.commonEventObject.formInputs.kind.stringInputs.value[0], [text("x")]))); }`;
    const gmail = opened(script);
    gmail.fill("kind", "2");
    expect(gmail.card().title).toBe("Choix 2");
    expect(gmail.stack).toHaveLength(1);
  });
});

describe("the stack of cards", () => {
  const script = `
    function onMessage() { return cardOf("Un", [buttonOf("Plus", actionOf("onMore", { at: "2" }))], "first"); }
    function onMore(e) {
      var at = Number(e.commonEventObject.parameters.at);
      return answer(CardService.newNavigation().pushCard(cardOf("N" + at, [
        buttonOf("Plus", actionOf("onMore", { at: String(at + 1) })), buttonOf("Racine", actionOf("onRoot")), buttonOf("Premier", actionOf("onFirst")), buttonOf("Retour", actionOf("onPop"))])));
    }
    function onRoot() { return answer(CardService.newNavigation().popToRoot()); }
    function onFirst() { return answer(CardService.newNavigation().popToNamedCard("first").updateCard(cardOf("Un encore", [text("x")], "first"))); }
    function onPop() { return answer(CardService.newNavigation().popCard()); }`;
  const titles = (gmail: Gmail): readonly string[] => gmail.stack.map((one) => one.title);

  it("grows and shrinks as answers say", () => {
    const gmail = opened(script);
    gmail.click("Plus");
    gmail.click("Plus");
    expect(titles(gmail)).toEqual(["Un", "N2", "N3"]);
    gmail.click("Retour");
    gmail.back();
    expect(titles(gmail)).toEqual(["Un"]);
    gmail.click("Plus");
    gmail.click("Plus");
    gmail.click("Racine");
    expect(titles(gmail)).toEqual(["Un"]);
    gmail.click("Plus");
    gmail.click("Premier");
    expect(titles(gmail)).toEqual(["Un encore"]);
    expect(() => {
      gmail.back();
    }).toThrow(/no card below/);
  });

  it("says what can be clicked when something else is asked for", () => {
    expect(() => opened(script).click("Moins")).toThrow(
      /nothing to click says Moins; there are Plus/,
    );
  });

  it("stays as it was where a click fails", () => {
    const gmail = opened(
      `function onMessage() { return cardOf("Un", [buttonOf("Faux", actionOf("onBad"))]); } function onBad() { throw new Error("no"); }`,
    );
    expect(gmail.click("Faux")?.fault).toEqual({ kind: "thrown", message: "Error: no" });
    expect(titles(gmail)).toEqual(["Un"]);
  });

  it("refuses an action that answers with nothing, or with a card", () => {
    const answers = (given: string): Gmail =>
      opened(
        `function onMessage() { return cardOf("Un", [buttonOf("Go", actionOf("onGo"))]); } function onGo() { ${given} }`,
      );
    expect(() => answers("").click("Go")).toThrow(/onGo answered with/);
    expect(() => answers('return cardOf("a", [text("b")]);').click("Go")).toThrow(
      /Card.Card, not Card.ActionResponse/,
    );
  });
});

describe("a trigger or a universal action", () => {
  it("answers with one card: Gmail would show several as a list of headers", () => {
    const two = '[cardOf("a", [text("b")]), cardOf("c", [text("d")])]';
    expect(() => opened(`function onMessage() { return ${two}; }`)).toThrow(
      /several cards at once/,
    );
    expect(opened(`function onMessage() { return ${two}.slice(1); }`).card().lines[0]).toBe("c");
    expect(() => opened("function onMessage() { return []; }")).toThrow(/gave no card/);
    const menu = opened(
      `function onSettings() { return CardService.newUniversalActionResponseBuilder().displayAddOnCards(${two}).build(); }`,
    );
    expect(() => menu.choose("Réglages")).toThrow(/several cards at once/);
  });
});

describe("what a card says", () => {
  it("is read in order, without its markup", () => {
    const gmail = opened(`function onMessage() {
      var section = CardService.newCardSection().setHeader("Faits").setCollapsible(true).setNumUncollapsibleWidgets(1)
        .addWidget(CardService.newDecoratedText().setTopLabel("PROMESSE").setText("<b>Dupont &amp; Fils</b><br>1 250,50 €").setBottomLabel("31 jours").setWrapText(true).setButton(buttonOf("Relancer", actionOf("onHomepage"))))
        .addWidget(CardService.newButtonSet().addButton(buttonOf("Suivi", actionOf("onHomepage")).setDisabled(true)).addButton(CardService.newTextButton().setText("Voir").setOpenLink(CardService.newOpenLink().setUrl("https://mail.google.com/mail/#all/1"))));
      return CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle("Dupont").setSubtitle("En retard")).addSection(section)
        .addCardAction(CardService.newCardAction().setText("Chercher").setOnClickAction(actionOf("onHomepage")))
        .setFixedFooter(CardService.newFixedFooter().setPrimaryButton(buttonOf("Commencer", actionOf("onHomepage")))).build();
    }`);
    const card = gmail.card();
    expect(card.lines).toEqual([
      "Dupont",
      "En retard",
      "Faits",
      "PROMESSE",
      "Dupont & Fils",
      "1 250,50 €",
      "31 jours",
      "Relancer",
      "Suivi",
      "Voir",
      "Commencer",
    ]);
    expect([card.labels, card.menu]).toEqual([
      ["Relancer", "Voir", "Commencer", "Chercher"],
      ["Chercher"],
    ]);
    gmail.click("Voir");
    expect(gmail.opened).toEqual([
      { url: "https://mail.google.com/mail/#all/1", openAs: "FULL_SIZE", onClose: "NOTHING" },
    ]);
  });

  it("is drawn as a page, by day and by night, with what comes from outside escaped", () => {
    const gmail = opened(
      `function onMessage() { return cardOf("A & <b>", [text("&lt;img src=x&gt; <b>gras</b>"), CardService.newTextInput().setFieldName("f").setTitle("Nom").setValue("<script>")]); }`,
    );
    const html = gmail.card().toHtml("dark");
    expect(html).toContain('<body class="dark">');
    expect(html).toContain("<h1>A &amp; &lt;b&gt;</h1>");
    expect(html).toContain("&lt;img src=x&gt; <b>gras</b>");
    expect(html).toContain("&lt;script&gt;");
  });
});

describe("a card is refused", () => {
  const fault = (widgets: string): string | null => {
    const project = openDemo(`function onHomepage() { return cardOf("Accueil", [${widgets}]); }`);
    return project.openGmail().openHome().fault?.message ?? null;
  };

  it.each([
    ["with a tag that nobody escaped", 'text("<img src=x onerror=y>")', /takes no <img/],
    ["with a text that was cut off in a tag", 'text("a <b")', /takes no <b>/],
    [
      "with a link within a text to anywhere",
      'text("<a href=\\"https://evil.example/\\">ici</a>")',
      /openLinkUrlPrefixes/,
    ],
    ["with a button that does nothing", 'CardService.newTextButton().setText("a")', /does nothing/],
    [
      "with a button without words",
      'CardService.newTextButton().setOnClickAction(actionOf("onHomepage"))',
      /needs a text/,
    ],
    [
      "with an action of no function",
      'buttonOf("a", actionOf("nowhere"))',
      /not at the top of a script/,
    ],
    [
      "with an action of a private place",
      'buttonOf("a", actionOf("Object.keys"))',
      /not at the top of a script/,
    ],
    [
      "with two fields of one name",
      'CardService.newTextInput().setFieldName("a"), CardService.newTextInput().setFieldName("a")',
      /Two fields are named a/,
    ],
    [
      "with a field without a name",
      'CardService.newTextInput().setTitle("a")',
      /needs a field name/,
    ],
    [
      "with a required field that is not there",
      'buttonOf("a", actionOf("onHomepage").addRequiredWidget("b"))',
      /not in the card/,
    ],
    [
      "with a link out of its prefixes",
      'CardService.newTextButton().setText("a").setOpenLink(CardService.newOpenLink().setUrl("https://evil.example/"))',
      /openLinkUrlPrefixes/,
    ],
    [
      "with a picture that is drawn",
      'CardService.newImage().setImageUrl("https://a.example/b.svg")',
      /no picture/,
    ],
    [
      "with a picture over http",
      'CardService.newImage().setImageUrl("http://a.example/b.png")',
      /no picture/,
    ],
    [
      "with two clicks on one thing",
      'buttonOf("a", actionOf("onHomepage")).setOnClickAction(actionOf("onHomepage"))',
      /only have one/,
    ],
    [
      "with parameters that are no texts",
      'buttonOf("a", CardService.newAction().setFunctionName("onHomepage").setParameters({ id: 5 }))',
      /id is no text/,
    ],
    ["with an empty section", "", /A section needs a widget/],
    ["with a widget of the preview", "CardService.newChipList()", /Developer Preview|not emulated/],
    ["above 100 kB", 'text(Array(103000).join("x"))', /too large/],
  ])("%s", (_, widgets, pattern) => {
    let said: string | null = null;
    try {
      said = fault(widgets);
    } catch (error) {
      said = String(error);
    }
    expect(said).toMatch(pattern);
  });

  it("with a tag left open, or closed without having been opened", () => {
    expect(fault('text("<b>a")')).toMatch(/leaves <b> open/);
    expect(fault('text("<b>a</i></b>")')).toMatch(/closes <i>/);
    expect(fault('text("<b>a<br><i>b</i></b>")')).toBeNull();
  });

  it("that has what no card of Google's has, or a field of another kind", () => {
    const card = (more: object): GoogleAppsCard => ({
      sections: [{ widgets: [{ textParagraph: { text: "a", ...more } }] }],
    });
    const world = {} as World;
    expect(() => {
      checkCard(card({ tone: "danger" }), world);
    }).toThrow(/GoogleAppsCardV1: .*tone/);
    expect(() => {
      checkCard(card({ text: 5 }), world);
    }).toThrow(/GoogleAppsCardV1: .*text/);
  });

  it("with more than 100 widgets in a section", () => {
    const texts = (count: number): string =>
      Array.from({ length: count }, () => 'text("a")').join(", ");
    expect(fault(texts(100))).toBeNull();
    expect(fault(texts(101))).toMatch(/at most 100 widgets/);
  });
});

describe("Gmail", () => {
  it("tells locale and zone only where the manifest asks, and the mail only beside one", () => {
    const project = openDemo(
      'function onHomepage(e) { console.log(JSON.stringify(e)); return cardOf("a", [text("b")]); }',
      {
        manifest: {
          ...MANIFEST,
          addOns: {
            ...MANIFEST.addOns,
            common: { ...MANIFEST.addOns.common, useLocaleFromApp: false },
          },
        },
      },
    );
    expect(JSON.parse(project.openGmail({ locale: "en" }).openHome().logs[0] ?? "")).toEqual({
      commonEventObject: { hostApp: "GMAIL", platform: "WEB" },
    });
  });

  it("has no home page of add-ons on a phone, and shows a mail's card there", () => {
    const project = openDemo(
      "function onMessage(e) { return cardOf(e.commonEventObject.platform, [text('a')]); }",
    );
    const { id } = project.account.mailbox.receive(mailText({ id: "m1" }));
    const phone = project.openGmail({ client: "ANDROID" });
    phone.openMessage(id);
    expect(phone.card().title).toBe("ANDROID");
    expect(() => phone.openHome()).toThrow(/phones/);
  });

  it("runs universal actions, which show cards or open a link", () => {
    const gmail = opened("");
    gmail.choose("Réglages");
    expect(gmail.stack.map((one) => one.title)).toEqual(["Réglages"]);
    expect(() => gmail.choose("Rien")).toThrow(/there are Réglages/);
  });

  it("opens the add-on anew when an overlay that asked for it is closed", () => {
    const gmail = opened(`
      function onMessage() { var p = PropertiesService.getUserProperties(); var n = Number(p.getProperty("n") || 0) + 1; p.setProperty("n", String(n));
        return cardOf("Fois " + n, [CardService.newTextButton().setText("Bureau").setOpenLink(CardService.newOpenLink().setUrl(ScriptApp.getService().getUrl()).setOpenAs(CardService.OpenAs.OVERLAY).setOnClose(CardService.OnClose.RELOAD))]); }`);
    gmail.click("Bureau");
    expect(gmail.opened[0]).toMatchObject({ openAs: "OVERLAY", onClose: "RELOAD" });
    gmail.closeOverlay();
    expect(gmail.card().title).toBe("Fois 2");
  });

  it("opens a draft that a compose action gives", () => {
    const account = createAccount();
    const { id } = account.mailbox.receive(mailText({ id: "m1" }));
    const script = `
      function onMessage() { return cardOf("a", [CardService.newTextButton().setText("Répondre").setComposeAction(actionOf("onDraft"), CardService.ComposedEmailType.REPLY_AS_DRAFT)]); }
      function onDraft(e) {
        GmailApp.setCurrentMessageAccessToken(e.gmail.accessToken);
        var request = get("https://gmail.googleapis.com/gmail/v1/users/me/drafts", { "X-Goog-Gmail-Access-Token": e.gmail.accessToken });
        request.method = "post"; request.contentType = "application/json"; request.payload = JSON.stringify({ message: { raw: Utilities.base64EncodeWebSafe("To: a@b.example\\r\\nSubject: x\\r\\n\\r\\nb") } });
        var draft = JSON.parse(UrlFetchApp.fetchAll([request])[0].getContentText());
        return CardService.newComposeActionResponseBuilder().setGmailDraft(GmailApp.getDraft(draft.id)).build();
      }`;
    const gmail = openDemo(script, { account }).openGmail();
    gmail.openMessage(id);
    gmail.click("Répondre");
    expect(gmail.openedDrafts).toEqual([...account.mailbox.drafts.keys()]);
  });

  it("writes into the draft of a compose action, with the people it is to", () => {
    const project = openDemo(`
      function onCompose(e) { return cardOf(e.gmail.toRecipients.join(), [buttonOf("Insérer", actionOf("onInsert"))]); }
      function onInsert() { return CardService.newUpdateDraftActionResponseBuilder().setUpdateDraftBodyAction(CardService.newUpdateDraftBodyAction().addUpdateContent("<b>x</b>", CardService.ContentType.MUTABLE_HTML).setUpdateType(CardService.UpdateDraftBodyType.IN_PLACE_INSERT)).build(); }`);
    const gmail = project.openGmail();
    expect(gmail.compose("Insérer", { to: ["paul@nordis.example"] }).card?.title).toBe(
      "paul@nordis.example",
    );
    gmail.click("Insérer");
    expect(gmail.draftUpdates).toEqual([
      { what: "body", values: [{ content: "<b>x</b>", type: "MUTABLE_HTML" }] },
    ]);
  });
});
