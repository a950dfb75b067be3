import { foldText } from "#shared/kernel/text.ts";
import type { LineReader } from "./line-reader.ts";

const SUM = /^(?:sous |grand )?(?:total|totaux)\b/;
const DIGITS = /^[\d\s.,'€£$+-]+$/;

/**
 * Whether a line sums up those above it, as programs write at the end of a list: it says so, or holds figures alone.
 * Asked only where what every true line has (a date, a number) is blank.
 */
export const isTotalLine = ({ cells }: LineReader): boolean => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return (
    filled.some((cell) => SUM.test(foldText(cell.slice(0, 40)))) ||
    filled.every((cell) => DIGITS.test(cell))
  );
};
