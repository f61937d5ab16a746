import { policy } from '../../scripts/content-security.mjs';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';

export const saw = 'What did you see?';

const page = (attributes: string): string => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Day room</title>
<script type="module" src="/dist/cdn/milieu-elements.min.js"></script></head><body><h1>Day room</h1>
<milieu-community community="north-house" keep="house" as="staff" ask-who ${attributes}><milieu-peer-feedback></milieu-peer-feedback>
<milieu-help></milieu-help></milieu-community></body></html>`;

/** Serves the page of a shared computer, under a strict policy. `/other` is another page of the site. */
export const serveHouse = (attributes = ''): ReturnType<typeof serve> =>
  serve({
    pages: { '/': page(attributes), '/other': '<!DOCTYPE html><html lang="en"><title>Menu</title><h1>Menu</h1></html>' },
    csp: policy({ 'connect-src': "'self'", 'style-src': "'self'" }),
  });

/** Whoever sets up an empty house adds themselves as staff, and is inside. */
export async function begin(tab: Tab, name: string, pin: string): Promise<void> {
  await tab.sees('Set up names');
  await tab.type('textbox', 'Your first name or initials', name);
  await tab.type('textbox', 'PIN', pin);
  await tab.click('button', 'Add me as staff');
}

/** On the page *People here*. */
export async function add(tab: Tab, name: string, pin?: string): Promise<void> {
  await tab.type('textbox', 'First name or initials', name);
  if (pin) await tab.type('textbox', 'PIN (you can leave it empty)', pin);
  await tab.click('button', 'Add');
  await tab.byRole('button', `Change: ${name}`);
}

/** Sets up an empty house: Nora is staff; the others follow, with a PIN if they want one. */
export async function setUp(tab: Tab, others: readonly (readonly [name: string, pin: string])[]): Promise<void> {
  await begin(tab, 'Nora', '246810');
  await tab.click('button', 'People here');
  for (const [name, pin] of others) await add(tab, name, pin);
}

export async function typePin(tab: Tab, name: string, pin: string): Promise<void> {
  await tab.type('textbox', `${name}, your PIN`, pin);
  await tab.click('button', 'Open my pages');
}

export async function comeIn(tab: Tab, name: string, pin?: string): Promise<void> {
  await tab.click('button', name);
  if (pin) await typePin(tab, name, pin);
  await tab.sees('What do you want to give?');
}

export async function leave(tab: Tab): Promise<void> {
  const [done] = await tab.allByRole('button', 'I’m done');
  await done?.click();
  await tab.sees('Who are you?');
}
