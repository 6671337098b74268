import canonicalize from 'canonicalize';

// The package is a function to Node; its declaration says a module with a default.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;

/** RFC 8785 text: sorted names, shortest numbers, no spaces. Members that are undefined are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError('Not a JSON value');
  return text;
}
