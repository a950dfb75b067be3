import { between } from "../between.ts";
import { countStart } from "../counted.ts";

countStart("acts");

export const word = (): string => between("acts");
