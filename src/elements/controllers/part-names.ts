import type { LitElement, ReactiveController } from 'lit';

/** What a page can restyle with `::part()`, and where it is in a widget or in a view inside it. */
const parts: Readonly<Record<string, string>> = {
  heading: '.head > h2, [aria-level="2"]',
  tabs: '.views',
  tab: '.views > button',
  'primary-button': '.btn.go',
  card: '.slip, .deck > li, .rows > li',
  foot: '.foot',
};
const names = Object.keys(parts).join();
const views = new WeakSet<Element>();

/** Names the parts of a view after each render, and hands them on through the view around it. */
export class PartNames implements ReactiveController {
  constructor(private readonly host: LitElement) {
    views.add(host);
    host.addController(this);
  }

  hostConnected(): void {
    const root = this.host.getRootNode();
    if (root instanceof ShadowRoot && views.has(root.host)) this.host.setAttribute('exportparts', names);
  }

  hostUpdated(): void {
    const { renderRoot: root } = this.host;
    for (const old of root.querySelectorAll('[part]')) if (!old.matches(parts[old.part.value] ?? '*')) old.removeAttribute('part');
    for (const [name, where] of Object.entries(parts))
      for (const element of root.querySelectorAll(where)) if (element.part.value !== name) element.part.value = name;
  }
}
