import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { foldText } from "#shared/kernel/text.ts";
import type { AccountState } from "./account.ts";
import { IDENTITY_PLACES } from "./file-events.ts";
import { fileOf } from "./file.ts";
import type { IdentitySeen } from "./file.ts";

/** `file` is the debtor as it is chased: what a letter would be addressed to. It bears no date and no source. */
export type IdentityPlace = (typeof IDENTITY_PLACES)[number] | "file";

export type PlacedIdentity = {
  readonly where: IdentityPlace;
  readonly name: string;
  readonly siren: string | null;
  readonly address: string | null;
  readonly on: CalendarDate | null;
  readonly source: string | null;
};

export type IdentityField = "siren" | "name" | "address";

export type IdentityDifference = {
  readonly field: IdentityField;
  /** As they stand in each place that names one, in the order of `places`. */
  readonly values: readonly { readonly where: IdentityPlace; readonly value: string }[];
};

export type IdentityComparison = {
  /** The debtor's file first, then the newest reading of quote, invoice and register. */
  readonly places: readonly PlacedIdentity[];
  /** Another SIREN or name is another debtor; another address is a letter that may not arrive. */
  readonly differs: readonly IdentityDifference[];
  /** Day of the newest reading of the register. */
  readonly registerOn: CalendarDate | null;
  /** Struck off or wound up, as the register said then. */
  readonly closed: boolean;
};

/** Legal forms, folded; with them or without, a name is the same. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    "sarl sas sasu sa eurl sci scp scm snc sca sel selarl selas selasu scop scic gie eirl ei " +
    "gmbh ag ug kg ohg ltd limited llp plc inc llc bv nv bvba srl sl spa sprl aps ab oy as"
  ).split(" "),
);

const SPELT_OUT: readonly string[] = [
  "societe par actions simplifiee unipersonnelle",
  "societe par actions simplifiee",
  "societe a responsabilite limitee",
  "societe anonyme",
  "societe civile immobiliere",
  "entreprise individuelle",
];

/** "S.A.R.L." folds to single letters: they are one word again. */
const joinLetters = (words: readonly string[]): readonly string[] => {
  const out: string[] = [];
  let letters = "";
  const close = (): void => {
    if (letters !== "") out.push(letters);
    letters = "";
  };
  for (const word of words) {
    if (word.length === 1 && /[a-z]/.test(word)) letters += word;
    else {
      close();
      out.push(word);
    }
  }
  close();
  return out;
};

/** How names of debtors are compared: without case, accents, signs, legal form, and in any order of words. */
export const foldLegalName = (name: string): string => {
  const folded = SPELT_OUT.reduce(
    (text, form) => text.split(` ${form} `).join(" "),
    ` ${foldText(name)} `,
  );
  const words = joinLetters(folded.split(" ").filter((word) => word !== ""));
  const bare = words.filter((word) => !LEGAL_FORMS.has(word));
  return [...(bare.length === 0 ? words : bare)].sort().join(" ");
};

const foldSiren = (siren: string): string => siren.replace(/[\s.]/g, "").slice(0, 9);

/** One address with fewer words than another is the same: a country, a « CEDEX », a floor. */
const sameAddress = (a: string, b: string): boolean => {
  const [left, right] = [new Set(foldText(a).split(" ")), new Set(foldText(b).split(" "))];
  const [fewer, more] = left.size <= right.size ? [left, right] : [right, left];
  return [...fewer].every((word) => more.has(word));
};

const SAME: Readonly<Record<IdentityField, (a: string, b: string) => boolean>> = {
  siren: (a, b) => foldSiren(a) === foldSiren(b),
  name: (a, b) => foldLegalName(a) === foldLegalName(b),
  address: sameAddress,
};

const isLater = (seen: IdentitySeen, than: IdentitySeen | undefined): boolean =>
  than === undefined || seen.on >= than.on;

const newestOf = (
  identities: readonly IdentitySeen[],
  where: IdentityPlace,
  today: CalendarDate,
): IdentitySeen | undefined =>
  identities.reduce<IdentitySeen | undefined>(
    (best, seen) => (seen.where === where && seen.on <= today && isLater(seen, best) ? seen : best),
    undefined,
  );

const ofFile = ({ debtor }: AccountState): readonly PlacedIdentity[] => {
  if (debtor === null) return [];
  const { name, address } = debtor;
  const siren = debtor.siren ?? (debtor.siret === null ? null : foldSiren(debtor.siret));
  return [{ where: "file", name, siren, address, on: null, source: null }];
};

const differenceIn = (
  places: readonly PlacedIdentity[],
  field: IdentityField,
): IdentityDifference | null => {
  const values = places.flatMap((place) => {
    const value = place[field];
    return value === null || value.trim() === "" ? [] : [{ where: place.where, value }];
  });
  const differ = values.some(({ value }, at) =>
    values.slice(at + 1).some((other) => !SAME[field](value, other.value)),
  );
  return differ ? { field, values } : null;
};

/**
 * Who the debtor is, by its file, a quote, an invoice and the register, as they were entered. The SIREN decides: where
 * every place names the same one, names that differ are trade names.
 */
export const identityComparison = (
  state: AccountState,
  today: CalendarDate,
): IdentityComparison => {
  const { identities } = fileOf(state);
  const seen = IDENTITY_PLACES.flatMap((where) => newestOf(identities, where, today) ?? []);
  const places = [
    ...ofFile(state),
    ...seen.map(({ where, name, siren, address, on, source }) => ({
      where,
      name,
      siren,
      address,
      on,
      source,
    })),
  ];
  const oneSiren =
    places.every(({ siren }) => siren !== null && siren.trim() !== "") &&
    differenceIn(places, "siren") === null;
  const fields: readonly IdentityField[] = oneSiren ? ["address"] : ["siren", "name", "address"];
  const register = seen.find(({ where }) => where === "register");
  return {
    places,
    differs: fields.flatMap((field) => differenceIn(places, field) ?? []),
    registerOn: register?.on ?? null,
    closed: register?.closed ?? false,
  };
};
