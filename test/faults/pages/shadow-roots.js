/** Every element of a page, also inside open shadow roots. */
export function* everywhere(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everywhere(element.shadowRoot);
  }
}
