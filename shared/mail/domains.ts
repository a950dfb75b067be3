/**
 * Mail services whose addresses belong to people, not to an organisation: the domain of one says nothing about who
 * wrote. France, its neighbours and the English-speaking countries.
 */
const FREE_MAIL = new Set(
  `gmail.com googlemail.com outlook.com outlook.fr outlook.be hotmail.com hotmail.fr hotmail.be hotmail.co.uk live.com
  live.fr live.be live.co.uk msn.com yahoo.com yahoo.fr yahoo.co.uk yahoo.de yahoo.it yahoo.es yahoo.ca ymail.com
  rocketmail.com icloud.com me.com mac.com aol.com aol.fr aim.com orange.fr wanadoo.fr free.fr aliceadsl.fr sfr.fr
  neuf.fr cegetel.net club-internet.fr numericable.fr noos.fr bbox.fr laposte.net voila.fr 9online.fr 9business.fr
  gmx.com gmx.fr gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.com mail.ru proton.me protonmail.com
  pm.me tuta.com tutanota.com mailo.com netcourrier.com ecomail.fr zoho.com fastmail.com hey.com yandex.com
  skynet.be telenet.be proximus.be voo.be bluewin.ch sunrise.ch hispeed.ch bell.net sympatico.ca videotron.ca rogers.com
  shaw.ca telus.net btinternet.com btopenworld.com sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk
  tiscali.co.uk eircom.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net
  libero.it virgilio.it alice.it tin.it hotmail.it hotmail.es hotmail.de telefonica.net pt.lu freemail.example`
    .split(/\s+/)
    .filter((name) => name !== ""),
);

/** Portals, ticket desks and senders for hire: one domain, the mail of thousands of companies. */
const SHARED_HOSTS = [
  "chorus-pro.gouv.fr",
  "zendesk.com",
  "freshdesk.com",
  "salesforce.com",
  "service-now.com",
  "atlassian.net",
  "intercom-mail.com",
  "hubspotemail.net",
  "mailchimpapp.net",
  "amazonses.com",
  "sendgrid.net",
  "mailgun.org",
  "sendinblue.com",
  "brevosend.com",
  "mandrillapp.com",
  "docusign.net",
  "yousign.com",
  "coupahost.com",
  "ariba.com",
  "basware.com",
  "tradeshift.com",
  "esker.com",
  "pennylane.com",
  "qonto.com",
  "stripe.com",
  "paypal.com",
  "paypal.fr",
  "quickbooks.com",
  "intuit.com",
  "xero.com",
  "sage.com",
  "onmicrosoft.com",
  "google.com",
  "github.io",
  "linkedin.com",
];

/** Suffixes of two labels under which names are registered; a hint for grouping, not the public suffix list. */
const SECOND_LEVEL = new Set(
  `co.uk org.uk ac.uk gov.uk ltd.uk plc.uk me.uk nhs.uk sch.uk gouv.fr asso.fr notaires.fr avocat.fr cci.fr com.fr
  nom.fr medecin.fr pharmacien.fr huissier-justice.fr experts-comptables.fr veterinaire.fr co.at or.at com.au net.au
  org.au co.nz co.za com.br com.mx co.jp or.jp com.tr com.tn com.es org.es com.pt gov.ie gouv.qc.ca gc.ca on.ca qc.ca
  co.ma org.ma com.sg com.hk com.cn co.in eu.com uk.com`
    .split(/\s+/)
    .filter((name) => name !== ""),
);

/** The domain of an addr-spec, in lower case; empty where there is none. */
export const domainOf = (address: string): string => {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1).toLowerCase();
};

export const isFreeMail = (address: string): boolean => FREE_MAIL.has(domainOf(address));

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
  const isShared = SHARED_HOSTS.some((host) => domain === host || domain.endsWith(`.${host}`));
  if (isShared || FREE_MAIL.has(domain)) return null;
  const size = SECOND_LEVEL.has(labels.slice(-2).join(".")) ? 3 : 2;
  if (labels.length < size) return null;
  const registered = labels.slice(-size).join(".");
  return FREE_MAIL.has(registered) ? null : registered;
};
