import { own } from "#shared/kernel/text.ts";
import type { FileChoices } from "./file-choices-fr.ts";

export const fileChoicesEn: FileChoices = {
  endOfMonth: {
    none: own("No end of month"),
    "days-then-end": own("The days, then the end of the month"),
    "end-then-days": own("The end of the month, then the days"),
  },
  invoicingWay: {
    mail: own("Email"),
    platform: own("Invoicing platform"),
    portal: own("Customer's or public portal"),
    post: own("Post"),
  },
  sensitive: {
    death: own("A death"),
    illness: own("An illness"),
    other: own("Another hardship"),
  },
  security: {
    guarantor: own("Guarantor"),
    "retention-of-title": own("Retention of title"),
    cheque: own("Cheque"),
    "bill-of-exchange": own("Bill of exchange or promissory note"),
    other: own("Other security"),
  },
  identityPlace: {
    quote: own("Quote"),
    invoice: own("Invoice"),
    register: own("Public register"),
  },
  chargeMode: {
    plan: own("As the plan says"),
    silent: own("Say nothing of them"),
    mentioned: own("Mention them, without figures"),
    computed: own("Compute them"),
    claimed: own("Claim them"),
  },
  allocationOrder: {
    "principal-first": own("Principal first"),
    "interest-first": own("Interest first"),
  },
  setOffBy: {
    debtor: own("The debtor"),
    us: own("Us"),
  },
  writeOff: {
    residue: own("Residue"),
    discount: own("Discount taken too late"),
    uncollectable: own("Uncollectable"),
    goodwill: own("Goodwill"),
    other: own("Other reason"),
  },
  returned: {
    "no-funds": own("Insufficient funds"),
    "no-mandate": own("No mandate"),
    "refund-asked": own("Refund asked by the debtor"),
    "account-closed": own("Account closed"),
    deceased: own("Account holder deceased"),
    other: own("Other reason"),
  },
  chaser: {
    us: own("Us, on the assignee's behalf"),
    assignee: own("The assignee"),
  },
  handedTo: {
    lawyer: own("Lawyer"),
    commissaire: own("Commissaire de justice"),
    agency: own("Collection agency"),
  },
  insolvency: {
    safeguard: own("Safeguard proceedings"),
    receivership: own("Receivership"),
    liquidation: own("Liquidation"),
    conciliation: own("Conciliation (confidential)"),
    "over-indebtedness": own("Over-indebtedness of a consumer"),
  },
  interruption: {
    acknowledgement: own("Acknowledgement of the debt (C. civ. 2240)"),
    "court-claim": own("Claim in court (C. civ. 2241)"),
    enforcement: own("Enforcement measure (C. civ. 2244)"),
    "written-claim": own("Written claim to a public body (loi 68-1250, art. 2)"),
    "part-payment": own("Part payment, held to be an acknowledgement"),
  },
  suspension: {
    mediation: own("Mediation"),
    conciliation: own("Conciliation"),
    "simplified-procedure": own("Simplified procedure for small claims"),
  },
  legalFact: {
    "order-issued": own("Order for payment issued"),
    "order-served-in-person": own("Order served in person"),
    "order-served-otherwise": own("Order served otherwise"),
    "opposition-known": own("Opposition known"),
    "costs-letter-received": own("Clerk's letter on costs to deposit, received"),
    "lawyer-letter-received": own("Clerk's letter asking for a lawyer, received"),
    "business-sale-published": own("Sale of the business published"),
    "cheque-certificate": own("Certificate of non-payment of a cheque"),
    "cheque-certificate-served": own("Certificate of non-payment served"),
  },
  letterChannel: {
    registered: own("Registered, with advice of receipt"),
    "registered-electronic": own("Registered electronic letter"),
    "by-hand": own("Handed over in person"),
    simple: own("Ordinary letter"),
  },
  letterProof: {
    deposit: own("Proof of deposit"),
    "first-presentation": own("First presentation"),
    receipt: own("Signed advice of receipt"),
    refusal: own("Letter refused"),
    unclaimed: own("Letter unclaimed"),
    return: own("Letter returned"),
  },
};
