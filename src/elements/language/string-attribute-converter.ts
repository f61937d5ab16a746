import type { ComplexAttributeConverter } from 'lit';

/** The converter for reflected text properties. A value that is not a string has no attribute, so that a mistake of the host stops no update. */
export const textAttribute: ComplexAttributeConverter<string | undefined, string> = {
  fromAttribute: (value) => value ?? undefined,
  toAttribute: (value: unknown) => (typeof value === 'string' ? value : null),
};
