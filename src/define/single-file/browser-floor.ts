/**
 * Whether this browser is one of those that the README names, or newer. The two questions about CSS are what the floor was chosen for:
 * `:state()` came with Chromium 125 and Firefox 126, `light-dark()` with Safari 17.5.
 */
export const isNewEnough = (): boolean =>
  has('ElementInternals', 'states') && has('CSSStyleSheet', 'replaceSync') && CSS.supports('selector(:state(a)) and (color: light-dark(red, red))');

/** Very old browsers do not have the class itself. */
const has = (owner: 'ElementInternals' | 'CSSStyleSheet', name: string): boolean =>
  name in ((globalThis[owner] as { prototype: object } | undefined)?.prototype ?? {});
