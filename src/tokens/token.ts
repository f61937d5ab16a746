/** The background of a colour, and the least contrast that WCAG 2.2 AA requires: 4.5 for text, 3 for borders and marks. */
export interface Ground {
  /** Path of the background's token. */
  readonly on: string;
  /** Where the pair is used, in words. */
  readonly where: string;
  readonly least: number;
}

/** One design token. */
export interface Token {
  /** `reference` is a raw value, `system` names the use of a value, `component` belongs to one part of a widget. */
  readonly tier: 'reference' | 'system' | 'component';
  /** Type of the Design Tokens format: `color`, `dimension`, `border` and so on. */
  readonly type: string;
  /** CSS value on a light page, in the default theme. */
  readonly light: string;
  /** CSS value on a dark page, if it differs. */
  readonly dark?: string;
  /** Private custom property inside a widget. It may change in any version. */
  readonly css?: string;
  /** The custom property that a host may set. */
  readonly public?: string;
  readonly about?: string;
  readonly contrast?: readonly Ground[];
}
