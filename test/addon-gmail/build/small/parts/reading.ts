import { between } from "../between.ts";
import { countStart } from "../counted.ts";

countStart("reading");

export const word = (): string => between("reading");
