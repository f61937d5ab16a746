/**
 * The shared style sheets and the design tokens. A public tag uses `sheetStyles`, a view inside it `viewStyles`.
 *
 * Imports: lit.
 * Rule: No style applies outside its shadow root, and no style is set by a `style` attribute.
 */
export {};
