/** One sheet in every shadow root: no rule of a page reaches the texts of a widget, as a user's own style sheet in a browser does. */
const sheet = new CSSStyleSheet();
const wide = ':host, * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }';

// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its element below
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
  const root = attach.call(this, init);
  queueMicrotask(() => root.adoptedStyleSheets.push(sheet)); // Lit has put its own sheets in by then
  return root;
};

/** Sets the space between letters, words and lines of all widgets. */
export const setSpacing = (isWide: boolean): void => sheet.replaceSync(isWide ? wide : '');
