/** What a page's script may have added for the serialisation of its own values. */
interface Patched {
  readonly toJSON?: unknown;
}

/** The value itself where a list or an object was replaced by its `toJSON`; a date stays the text that its own `toJSON` makes. */
function asItIs(this: Readonly<Record<string, unknown>>, key: string, made: unknown): unknown {
  const value = this[key];
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? value : made;
}

/**
 * `JSON.stringify` of data, the same on every page. Old libraries give all lists a `toJSON` that makes a text of them: what is sealed with it
 * could not be read again, and an address of a row would differ from page to page.
 */
export const toJson = (value: unknown, space?: number): string =>
  (Array.prototype as Patched).toJSON || (Object.prototype as Patched).toJSON
    ? JSON.stringify(value, asItIs, space)
    : JSON.stringify(value, undefined, space);
