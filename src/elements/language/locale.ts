import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { canonicalLanguage, languageTag } from './format.js';

/** Strings of one language, all or some of them, by key. */
export type Locale = Readonly<Record<string, string>>;

const locales = new Map<string, Locale>();
const hosts = new Set<ReactiveControllerHost>();

/** Adds strings for a language tag such as `es`, `es-MX` or `es_MX`. A later string replaces an earlier one with the same key. */
export function registerLocale(lang: string, strings: Locale): void {
  const tag = (languageTag(lang) ?? lang).toLowerCase();
  locales.set(tag, { ...locales.get(tag), ...strings });
  for (const host of hosts) host.requestUpdate();
}

/**
 * The language of an element: the nearest `lang`, through shadow roots. If there is none or it is empty: the browser's language.
 * A server knows no ancestors, so it asks the element's own `lang`.
 * Always a tag that `Intl` accepts: `en` if the language cannot be read as a tag.
 */
export const languageOf = (element: Element): string =>
  canonicalLanguage(isServer ? (element.getAttribute('lang') ?? '') : nearestLang(element) || navigator.language || '');

function nearestLang(element: Element): string | null {
  for (let at: Element | null = element; at;) {
    const near: Element | null = at.closest('[lang]');
    if (near) return near.getAttribute('lang');
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The string for `key` in `lang`, for example from `es-mx`, otherwise from `es`. */
export function localized(lang: string, key: string): string | undefined {
  const tag = lang.toLowerCase();
  return locales.get(tag)?.[key] ?? locales.get(tag.split('-')[0] ?? tag)?.[key];
}

/** The string for `key` in the language around an element; undefined if there is none. Most pages add no language, so they need not look for it. */
export const translated = (element: Element, key: string): string | undefined => (locales.size > 0 ? localized(languageOf(element), key) : undefined);

let observer: MutationObserver | undefined;

/** Renders a host again when a language is added, or when `lang` or `dir` changes anywhere in the page. */
export class Language implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }
  hostConnected(): void {
    hosts.add(this.host);
    if (observer) return;
    observer = new MutationObserver(() => {
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
