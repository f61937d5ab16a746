import type { ComplexAttributeConverter } from 'lit';

/** Properties whose text the host's developer was told about on this page. */
const told = new Set<string>();

const line =
  'milieu-elements: an attribute or a slotted script could not be read, so it is not used. A framework that renders a tag before it is registered ' +
  'sets objects as attributes, as "[object Object]". Register the tags first, or write JSON. The property: ';

/** The value of a host's JSON. For a text that is not JSON: null, which is valid for no property; the host's developer is warned once for each property. */
export function readJson(property: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    warnOfText(property);
    return null;
  }
}

/** Warns the host's developer, once for each property. The text never contains the host's value. */
export function warnOfText(property: string): void {
  if (told.has(property)) return;
  told.add(property);
  // eslint-disable-next-line no-console -- a host's developer looks at the console first; the widgets show only that something is not set up right.
  console.warn(line + property);
}

/**
 * The converter for a property that can also be JSON in its attribute. It never reflects, because names of people must not get into attributes.
 * An empty attribute counts as none: a framework writes an empty list like this.
 */
export const jsonAttribute = (property: string): ComplexAttributeConverter<unknown> => ({
  fromAttribute: (text) => (text ? readJson(property, text) : undefined),
});
