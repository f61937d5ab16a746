/**
 * Registers a view that is loaded when it is first opened. A tag that is registered already is kept: if another copy of this project is
 * on the page, a warning was given when its public tag was registered.
 */
export function defineLazy(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
