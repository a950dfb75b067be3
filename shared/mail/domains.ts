/**
 * Mail services whose addresses belong to people, not to an organisation: the domain of one says nothing about who
 * wrote. France, its neighbours and the English-speaking countries.
 */
const FREE_MAIL = new Set(
  `me.com mac.com aim.com orange.fr wanadoo.fr free.fr aliceadsl.fr sfr.fr neuf.fr cegetel.net club-internet.fr
  numericable.fr noos.fr bbox.fr laposte.net voila.fr 9online.fr 9business.fr web.de t-online.de freenet.de
  mail.com mail.ru proton.me pm.me tuta.com mailo.com netcourrier.com ecomail.fr zoho.com fastmail.com hey.com
  skynet.be telenet.be proximus.be voo.be bluewin.ch sunrise.ch hispeed.ch bell.net sympatico.ca videotron.ca
  rogers.com shaw.ca telus.net btinternet.com btopenworld.com sky.com virginmedia.com talktalk.net ntlworld.com
  blueyonder.co.uk tiscali.co.uk eircom.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net
  charter.net earthlink.net libero.it virgilio.it alice.it tin.it telefonica.net pt.lu freemail.example`.split(
    /\s+/,
  ),
);

/** Services that have a domain in each country: `yahoo.com.br`, `live.nl`. */
const FREE_MAIL_NAMES = new Set(
  "gmail googlemail outlook hotmail live msn yahoo ymail rocketmail gmx icloud aol yandex protonmail tutanota".split(
    " ",
  ),
);

/** Portals, ticket desks and senders for hire: one domain, the mail of thousands of companies. */
const SHARED_HOSTS: ReadonlySet<string> = new Set(
  `chorus-pro.gouv.fr zendesk.com freshdesk.com salesforce.com service-now.com atlassian.net intercom-mail.com
  hubspotemail.net mailchimpapp.net amazonses.com sendgrid.net mailgun.org sendinblue.com brevosend.com
  mandrillapp.com docusign.net yousign.com coupahost.com ariba.com basware.com tradeshift.com esker.com
  pennylane.com qonto.com stripe.com paypal.com paypal.fr quickbooks.com intuit.com xero.com sage.com
  onmicrosoft.com google.com github.io linkedin.com helpscout.net front-mail.com zohodesk.com odoo.com
  sidetrade.com upflow.io billtrust.com bill.com cegid.com cegid.cloud yooz.fr getyooz.com jefacture.com
  sellsy.com docusign.com mailjet.com mailinblue.com postmarkapp.com mailgun.net wordpress.com myshopify.com
  laposte.fr ar24.fr finances.gouv.fr`.split(/\s+/),
);

/** Suffixes of two labels under which names are registered; a hint for grouping, not the public suffix list. */
const SECOND_LEVEL = new Set(
  `co.uk org.uk ac.uk gov.uk ltd.uk plc.uk me.uk nhs.uk sch.uk gouv.fr asso.fr notaires.fr avocat.fr cci.fr com.fr
  nom.fr medecin.fr pharmacien.fr huissier-justice.fr experts-comptables.fr veterinaire.fr co.at or.at com.au
  net.au org.au co.nz co.za com.br com.mx co.jp or.jp com.tr com.tn com.es org.es com.pt gov.ie gouv.qc.ca gc.ca
  on.ca qc.ca co.ma org.ma com.sg com.hk com.cn co.in eu.com uk.com aeroport.fr greta.fr port.fr presse.fr
  net.uk gv.at ac.at co.il co.kr org.nz net.nz govt.nz gov.au edu.au ac.nz gob.es nom.es gov.it edu.it gov.pt
  edu.pt`.split(/\s+/),
);

/** The domain of an addr-spec, in lower case; empty where there is none. */
export const domainOf = (address: string): string => {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1).toLowerCase();
};

export const isFreeMail = (address: string): boolean => isFreeDomain(domainOf(address));

const isFreeDomain = (domain: string): boolean => {
  if (FREE_MAIL.has(domain)) return true;
  const labels = domain.split(".");
  const isCountry = labels.length === 2 || SECOND_LEVEL.has(labels.slice(1).join("."));
  return isCountry && labels.length <= 3 && FREE_MAIL_NAMES.has(labels[0] ?? "");
};

const isSharedHost = (domain: string): boolean =>
  SHARED_HOSTS.has(domain) || parentsOf(domain).some((parent) => SHARED_HOSTS.has(parent));

/** The domains that a domain is under: of a.b.c.d, b.c.d and c.d. At most those of twenty labels. */
const parentsOf = (domain: string): readonly string[] => {
  const parents: string[] = [];
  for (let at = domain.indexOf("."); at >= 0 && parents.length < 20;) {
    parents.push(domain.slice(at + 1));
    at = domain.indexOf(".", at + 1);
  }
  return parents;
};

/** Local parts of programs, without what separates their words. */
const ROBOT_SENDERS = new Set(
  "noreply donotreply nepasrepondre nereply notification notifications mailer alerte alertes".split(
    " ",
  ),
);

/**
 * An address that thousands of companies' mail comes from: that of a portal's robot. Where a debtor was given it as a
 * contact, it still tells nobody apart.
 */
export const namesNobody = (address: string): boolean => {
  const at = address.lastIndexOf("@");
  if (at < 1 || !isSharedHost(domainOf(address))) return false;
  const local = address
    .slice(0, at)
    .toLowerCase()
    .split(/[-_.+]/)
    .join("");
  return ROBOT_SENDERS.has(local);
};

/**
 * The domain an organisation registered, out of one of its addresses: `mail.ap.dupont.fr` is `dupont.fr`. Null for
 * free mail, portals and anything that is not a domain name, because none of those tells whose mail it is.
 */
export const ownDomainOf = (address: string): string | null => {
  const domain = domainOf(address);
  const labels = domain.split(".");
  if (labels.length < 2 || labels.length > 20 || !/^[\p{L}\p{N}.-]+$/u.test(domain)) return null;
  if (labels.some((label) => label === "") || /^\d+$/.test(labels[labels.length - 1] ?? ""))
    return null;
  if (isSharedHost(domain) || isFreeDomain(domain)) return null;
  const size = SECOND_LEVEL.has(labels.slice(-2).join(".")) ? 3 : 2;
  if (labels.length < size) return null;
  const registered = labels.slice(-size).join(".");
  return isFreeDomain(registered) ? null : registered;
};
