/**
 * What a dependency needs above the floor of the core (ECMAScript 2019), supplied where the host
 * lacks it. The list is closed: our own code uses none of it, and the realm test shows that nothing
 * else is missing.
 *
 * - `Object.hasOwn` (ES2022): @noble/hashes checks its options with it as it loads.
 */
if (!("hasOwn" in Object)) {
  Object.defineProperty(Object, "hasOwn", {
    configurable: true,
    writable: true,
    value: (object: object, key: string | number | symbol): boolean =>
      Object.prototype.hasOwnProperty.call(object, key),
  });
}
