import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import { planIn } from "#shared/mail/read-plan.ts";
import { promiseIn } from "#shared/mail/read-promise.ts";
import type { ReadingContext } from "#shared/mail/reading.ts";
import { toldIn } from "#shared/mail/told.ts";

// A Friday.
const context: ReadingContext = {
  sentOn: dateOf("2026-11-20"),
  currency: "EUR",
  invoices: [
    { number: "F2026-0118", totalMinor: 240_000, dueOn: dateOf("2026-10-31") },
    { number: "F2026-0131", totalMinor: 60_000, dueOn: dateOf("2026-11-15") },
  ],
  ownAddresses: [],
  knownIbans: [],
};
const promised = (words: string, over: Partial<ReadingContext> = {}) => {
  const { by, amountMinor } = promiseIn(toldIn(words, { ...context, ...over }), [], {
    ...context,
    ...over,
  }).value;
  return [by, amountMinor === null ? null : amountMinor / 100];
};

describe("the day of a promise, where several are named", () => {
  it.each([
    ["Nous avons bien reçu votre relance du 12 novembre. Le virement partira le 27.", "2026-11-27"],
    ["Votre facture du 3 octobre, échue le 31, sera réglée le 4 décembre.", "2026-12-04"],
    ["Thanks for your mail of the 12th. We will pay on the 30th.", "2026-11-30"],
    ["Mon associé rentre lundi et le virement sera fait jeudi.", "2026-11-26"],
    ["My boss is away until Tuesday; he'll release the payment on Wednesday.", "2026-11-25"],
    ["Notre client nous paie le 25, on vous vire le tout le 28.", "2026-11-28"],
    ["Our customer pays us on the 25th and you'll have it on the 28th.", "2026-11-28"],
    ["Réunion mardi avec la direction, paiement jeudi.", "2026-11-26"],
    ["I'll call you Monday about the pallets. The transfer leaves Wednesday.", "2026-11-25"],
    ["La livraison arrive le 2 décembre, et vous serez réglés le 10 décembre.", "2026-12-10"],
    ["Vendredi, lundi au plus tard.", "2026-11-30"],
    ["We'll pay Thursday or Friday.", "2026-11-27"],
    ["entre le 10 et le 15 décembre", "2026-12-15"],
    ["It goes out with next Friday's run (4 December).", "2026-12-04"],
    ["Ordre saisi ce jour, date d'exécution le 30/11.", "2026-11-30"],
    ["I keyed it in today for value date 2 December.", "2026-12-02"],
    ["Ce n'est pas parti le 15 comme prévu, ça partira le 30.", "2026-11-30"],
    ["The run of the 13th missed it, so it goes with the one on the 27th.", "2026-11-27"],
    ["Je devais vous payer lundi dernier, ce sera fait demain.", "2026-11-21"],
    ["Nos bureaux sont ouverts de 9h à 17h. Virement semaine 49.", "2026-12-04"],
    ["Appelez-moi au 06 12 11 20 26 si besoin, sinon paiement fin novembre.", "2026-11-30"],
    ["facture F2026-0118 : règlement à 30 jours fin de mois soit le 30/11", "2026-11-30"],
    ["We pay on the last working day of the month.", "2026-11-30"],
    ["vous serez payé avant Noël", "2026-12-24"],
    ["on solde ça avant la fin du mois", "2026-11-30"],
    ["paiement à 15 jours, donc d'ici le 5/12", "2026-12-05"],
    ["Je passerai déposer le chèque mardi matin.", "2026-11-24"],
    ["You'll have the money w/c 30 November.", "2026-12-04"],
    ["It's on the list for EOM.", "2026-11-30"],
    ["Ça part dans le lot de jeudi.", "2026-11-26"],
    ["Programmé pour le 26.", "2026-11-26"],
    ["Payment is set up for the 1st of December.", "2026-12-01"],
    ["comptez sur moi pour mardi en huit", "2026-12-01"],
    ["I promise you'll have it by close of business Tuesday", "2026-11-24"],
    ["Je vous règle dès lundi", "2026-11-23"],
    ["Virement lundi. Le reste dès que vous aurez livré.", "2026-11-23"],
    ["It goes out on Monday. As soon as we can we'll pay you the rest.", "2026-11-23"],
    ["Fin du mois pour les deux, la billetterie nous reverse le 25.", "2026-11-30"],
    ["La billetterie nous reverse le 25, le lendemain c'est chez vous.", "2026-11-26"],
    ["Je la règle le 3 décembre", "2026-12-03"],
    [
      "le 5 de chaque mois je fais mes paiements, vous serez dans celui du 5 décembre",
      "2026-12-05",
    ],
  ])("%s", (words, by) => {
    expect(promised(words)[0]).toBe(by);
  });
});

describe("a promise without a day", () => {
  it.each([
    "Dès que notre client nous aura payés, nous vous réglerons.",
    "We will pay as soon as the grant comes in.",
    "Je vous règle au retour de M. Petit.",
    "You will be paid, I promise.",
    "Vous êtes le premier de la pile, on vous règle dès la récolte rentrée.",
    "Suite à votre courrier du 12 novembre, nous paierons.",
    "Your invoice of 3 October will be paid as soon as we can.",
    "Votre facture échue le 31 octobre sera réglée rapidement.",
    "Les appels de fonds partent lundi. Vous serez servis dès que les copropriétaires auront payé.",
    "The leaseholders' demands go out on Monday. As soon as they are in, you are top of the list.",
    "Le 8D n'est pas clos. La F2026-0131 sera payée avec le prochain lot.",
    "On paie, c'est promis, depuis mardi je n'ai pas touché terre.",
  ])("%s", (words) => {
    expect(promised(words)[0]).toBeNull();
  });
});

describe("the sum of a promise", () => {
  it.each([
    ["Je vous verse 1 250,50 € vendredi.", 1250.5],
    ["Je vous fais un virement de 1.250,50 vendredi.", 1250.5],
    ["2k€ lundi", 2000],
    ["1.2k on Monday", 1200],
    ["douze cents euros lundi", 1200],
    ["mille deux cents euros lundi", 1200],
    ["we'll send twelve hundred euros on Monday", 1200],
    ["La moitié lundi.", 1500],
    ["half of it by Friday", 1500],
    ["30 % lundi", 900],
    ["un tiers lundi, pour le reste on verra", 1000],
    ["50 e lundi", 50],
    ["acompte de 800 lundi", 800],
    ["I can send 500 tomorrow", 500],
    ["La F2026-0118 sera payée lundi.", null],
    ["We will pay everything on Monday.", null],
    ["Je paie lundi, 12 cartons manquaient.", null],
    ["Paiement lundi. Votre prix de 45 € la boîte est trop cher au passage.", null],
    ["Je règle lundi mais sans les 40 € de frais.", null],
    ["Reste 600 € que je vire lundi.", 600],
    ["Lundi, quand la moitié des palettes sera reprise.", null],
    ["Payment Monday, half an hour after the bank opens.", null],
    ["la moitié du montant lundi", 1500],
    ["Je vous verse la moitié dès que le compte est ouvert.", 1500],
    ["la moitié dès lundi", 1500],
    ["La moitié des palettes est là, je paie lundi.", null],
    ["Vingt cartons à 14 font 280. I'll send you the 280 tonight.", 280],
    ["the other 140 is coming Friday", 140],
    ["je vire lundi les 197 et 40 centimes", 197.4],
    ["197 euros et 40 centimes lundi", 197.4],
    ["197 euros 40, lundi", 197.4],
    ["The 118 goes out on Monday.", null],
    ["One thousand went over on the 2nd, remainder's coming end of month.", null],
    ["131 was paid last Friday (600 euros, check your bank), I'll do 118 next Friday.", null],
    ["La F2026-0131 est partie vendredi dernier, 600,00 EUR. L'autre suivra lundi.", null],
    ["La moitié est chez vous depuis le 13 (1 500 €), l'autre moitié le 30.", 1500],
    [
      "F2026-0118 2,400.00 EUR - sent by Faster Payment on Thursday 30 October\nF2026-0131 600.00 EUR - due to be sent on Wednesday 2 December",
      600,
    ],
    ["0131 goes out on Monday.", null],
    ["131 leaves on Monday.", null],
    ["Virement lundi, la signature du gérant étant requise au-delà de 500 €.", null],
    ["It goes Monday, anything over 1,000 euros needs both of us.", null],
    ["Lundi, l'application nous plafonne à 800.", null],
  ])("%s", (words, amount) => {
    expect(promised(words)[1]).toBe(amount);
  });

  it("is read in Swiss francs and pounds as it is written there", () => {
    expect(promised("CHF 1'250.- lundi", { currency: "CHF" })[1]).toBe(1250);
    expect(promised("septante-deux francs lundi", { currency: "CHF" })[1]).toBe(72);
    expect(promised("£1,250 on Monday", { currency: "GBP" })[1]).toBe(1250);
    expect(promised("600 quid Monday", { currency: "GBP" })[1]).toBe(600);
    expect(promised("$1,200 on 12/04/2026", { currency: "USD" })).toEqual(["2026-12-04", 1200]);
  });
});

describe("a plan of several dated sums", () => {
  const parts = (words: string) =>
    planIn(toldIn(words, context), context)?.value.parts?.map(({ by, amountMinor }) => [
      by,
      amountMinor === null ? null : amountMinor / 100,
    ]);

  it.each([
    [
      "Je propose 1 000 € le 5 décembre, 1 000 € le 5 janvier et 1 000 € le 5 février.",
      [
        ["2026-12-05", 1000],
        ["2027-01-05", 1000],
        ["2027-02-05", 1000],
      ],
    ],
    [
      "Proposal:\n  30/11/2026   1,500\n  31/12/2026   1,500\nIs this ok?",
      [
        ["2026-11-30", 1500],
        ["2026-12-31", 1500],
      ],
    ],
    [
      "Pouvez-vous accepter 3 x 500 € les 5 de chaque mois à partir du 5 janvier ?",
      [
        ["2027-01-05", 500],
        ["2027-02-05", 500],
        ["2027-03-05", 500],
      ],
    ],
    [
      "Half on Monday, half at the end of the month.",
      [
        ["2026-11-23", 1500],
        ["2026-11-30", 1500],
      ],
    ],
    [
      "Moitié maintenant, moitié fin décembre",
      [
        ["2026-11-20", 1500],
        ["2026-12-31", 1500],
      ],
    ],
    [
      "1 000 lundi et le solde fin décembre",
      [
        ["2026-11-23", 1000],
        ["2026-12-31", 2000],
      ],
    ],
    [
      "Je verse 200 € le 25 novembre et le solde (400 €) le 10 décembre.",
      [
        ["2026-11-25", 200],
        ["2026-12-10", 400],
      ],
    ],
    [
      "four monthly payments of 750 starting 30 November",
      [
        ["2026-11-30", 750],
        ["2026-12-31", 750],
        ["2027-01-31", 750],
        ["2027-02-28", 750],
      ],
    ],
    [
      "600 par semaine pendant 5 semaines, premier versement lundi 23/11".replace(
        "600 par semaine pendant 5 semaines",
        "5 versements de 600 € par semaine",
      ),
      [
        ["2026-11-23", 600],
        ["2026-11-30", 600],
        ["2026-12-07", 600],
        ["2026-12-14", 600],
        ["2026-12-21", 600],
      ],
    ],
    [
      "1000 le 30/11, pareil le 31/12 et le 31/01",
      [
        ["2026-11-30", 1000],
        ["2026-12-31", 1000],
        ["2027-01-31", 1000],
      ],
    ],
    [
      "500 € à la fin de chaque mois, de janvier à mars",
      [
        ["2027-01-31", 500],
        ["2027-02-28", 500],
        ["2027-03-31", 500],
      ],
    ],
  ])("%s", (words, expected) => {
    expect(parts(words)).toEqual(expected);
  });

  it.each([
    "Nous demandons un délai, la trésorerie est à sec.",
    "On peut étaler ? La facture de 2 400 € est lourde pour nous.",
    "Can we have until the end of January?",
  ])("is not seen in: %s", (words) => {
    expect(planIn(toldIn(words, context), context)).toBeNull();
  });
});

describe("hostile words", () => {
  it.each([
    "le 3 ",
    "100 € le 3, ",
    "half ",
    "3 x 500 ",
    "et ",
    "12/12 1,500\n",
    "la moitié, ",
    "un ",
  ])("of many times %j are read without end or error", (piece) => {
    const words = piece.repeat(20_000 / piece.length);
    expect(() => promiseIn(toldIn(words, context), [], context)).not.toThrow();
    expect((planIn(toldIn(words, context), context)?.value.parts ?? []).length).toBeLessThanOrEqual(
      60,
    );
  });
});
