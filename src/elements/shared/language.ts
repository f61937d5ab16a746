import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Strings of one language, whole or in part, by key. */
export type Locale = Readonly<Record<string, string>>;

const locales = new Map<string, Locale>();
const hosts = new Set<ReactiveControllerHost>();

/** Adds strings for a language tag such as `es` or `es-MX`; later ones win, key by key. */
export function registerLocale(lang: string, strings: Locale): void {
  const tag = lang.toLowerCase();
  locales.set(tag, { ...locales.get(tag), ...strings });
  for (const host of hosts) host.requestUpdate();
}

/** The nearest `lang` around an element, through shadow roots, or the browser's. */
export function languageOf(element: Element): string {
  for (let at: Element | null = element; at;) {
    const near: Element | null = at.closest('[lang]');
    if (near) return near.getAttribute('lang') || navigator.language;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language;
}

/** The string for `key` in `lang`: `es-mx`, then `es`. */
export function localized(lang: string, key: string): string | undefined {
  const tag = lang.toLowerCase();
  return locales.get(tag)?.[key] ?? locales.get(tag.split('-')[0] ?? tag)?.[key];
}

let observer: MutationObserver | undefined;

/** Redraws a host when a language is added, or `lang` or `dir` changes anywhere above it in the page. */
export class Language implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }
  hostConnected(): void {
    hosts.add(this.host);
    observer ??= new MutationObserver(() => {
      for (const host of hosts) host.requestUpdate();
    });
    observer.observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: ['lang', 'dir'] });
  }
  hostDisconnected(): void {
    hosts.delete(this.host);
    if (hosts.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }
}
