import { caseNamed } from "#shared/app/desk/cases.ts";
import type { CasesPart } from "#gmail/script/actions/part-types.ts";

/** The use cases that pages of the desk ask for: fetched when one is run. */
export const cases: CasesPart = { caseNamed };
