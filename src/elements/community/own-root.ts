import { isServer, ReactiveElement } from 'lit';

/**
 * The shadow root of `element`, emptied if a server has rendered it. The first update follows in the same task, so nobody sees it empty. What a server
 * renders knows neither the person nor the store, so it could not be hydrated; this way it also works for pages that load no hydration.
 */
export function ownRoot(element: ReactiveElement, usual: () => HTMLElement | DocumentFragment): HTMLElement | DocumentFragment {
  if (isServer || !element.shadowRoot) return usual();
  element.shadowRoot.replaceChildren();
  return ReactiveElement.prototype['createRenderRoot'].call(element); // not Lit's, which hydration replaces
}
