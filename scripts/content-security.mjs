// The strict content security policy of all tests in a browser, as a careful host sends it.
import { createHash } from 'node:crypto';

/** Directives by name. `connect-src 'none'` is what the widgets need: they have no network of their own. */
export const strict = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'none'",
  'connect-src': "'none'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html',
};

/** @param {Partial<Record<keyof typeof strict, string>>} [changes] directives with another value for this page */
export const policy = (changes = {}) =>
  Object.entries({ ...strict, ...changes })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** Sources that allow exactly the inline scripts of `html`. */
export const inlineScripts = (html) =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
