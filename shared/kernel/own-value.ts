/**
 * What a map holds under a key that comes from outside; null where it holds nothing of its own. An id spelt `constructor`
 * or `__proto__` would otherwise find what every object inherits.
 */
export const ownValue = <T>(map: { readonly [key: string]: T }, key: string): T | null =>
  Object.prototype.hasOwnProperty.call(map, key) ? (map[key] ?? null) : null;
