import type { ComplexAttributeConverter } from 'lit';

/** For properties of text that reflect: what is no text has no attribute, so that setting it by mistake cannot end an update. */
export const textAttribute: ComplexAttributeConverter<string | undefined, string> = {
  fromAttribute: (value) => value ?? undefined,
  toAttribute: (value: unknown) => (typeof value === 'string' ? value : null),
};
