// Names that the declarations of our dependencies use and that ES2019 lacks. Types alone, without
// members or values: without them TypeScript quietly takes `sha256` for `any`.
interface BigInt64Array {
  readonly BYTES_PER_ELEMENT: 8;
}
interface BigUint64Array {
  readonly BYTES_PER_ELEMENT: 8;
}
