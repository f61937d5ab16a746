/** What a mark stands on, and the least contrast that WCAG 2.2 asks for there: 4.5 for words, 3 for edges and marks. */
export interface Ground {
  /** Path of the token below. */
  readonly on: string;
  /** Where people meet the two, in words. */
  readonly where: string;
  readonly least: number;
}

/** One decision of the look. */
export interface Token {
  /** `reference` is a raw value, `system` says what a value is for, `component` names a part that needs a name of its own. */
  readonly tier: 'reference' | 'system' | 'component';
  /** Type of the Design Tokens format: `color`, `dimension`, `border` and so on. */
  readonly type: string;
  /** CSS text of its value on a light page of the default theme. */
  readonly light: string;
  /** The same on a dark page, where it differs. */
  readonly dark?: string;
  /** Private custom property inside a widget. It may change with any version. */
  readonly css?: string;
  /** The custom property that a host may set. */
  readonly public?: string;
  readonly about?: string;
  readonly contrast?: readonly Ground[];
}
