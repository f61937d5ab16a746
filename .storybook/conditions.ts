/**
 * Imitates the settings of a device. Styles read them by media queries, and a page cannot change the answer to those.
 * So we rewrite the queries in our own style sheets to what the browser would find.
 */
export interface Conditions {
  readonly stillness: boolean;
  readonly contrast: boolean;
  readonly paper: boolean;
}

const sheets = new Set<CSSStyleSheet>();
const written = new WeakMap<CSSMediaRule, string>();
let current: Conditions = { stillness: false, contrast: false, paper: false };

const asked = (text: string): boolean =>
  (current.stillness && /prefers-reduced-motion: ?reduce/.test(text)) ||
  (current.contrast && /prefers-contrast: ?more/.test(text)) ||
  (current.paper && /^print$/.test(text));

function answer(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const own = written.get(rule) ?? rule.media.mediaText;
      written.set(rule, own);
      rule.media.mediaText = asked(own) ? 'all' : own;
    }
    if ('cssRules' in rule) answer(rule.cssRules as CSSRuleList);
  }
}

// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on a sheet below
const { replaceSync } = CSSStyleSheet.prototype;
CSSStyleSheet.prototype.replaceSync = function (this: CSSStyleSheet, text: string): void {
  replaceSync.call(this, text);
  sheets.add(this);
  answer(this.cssRules);
};

const { matchMedia } = globalThis;
globalThis.matchMedia = (query) => matchMedia.call(globalThis, asked(query) ? 'all' : query);

export function play(conditions: Conditions): void {
  current = conditions;
  for (const sheet of sheets) answer(sheet.cssRules);
}
