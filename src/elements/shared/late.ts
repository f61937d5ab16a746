/**
 * Registers a view that is loaded when it is first opened. A tag that is taken stays as it is: another copy of this
 * project on the page has said so when its public tag was registered.
 */
export function registerLate(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
