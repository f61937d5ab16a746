import type { Tab } from '../testing/tab.js';

/** Everything that the server sends to the page, except the stream of hints, which has its own test. */
export function listen(tab: Tab): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  tab.page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/api/') || pathname === '/api/changes') return;
    const body = response.text();
    bodies.push(body);
    // A response that was on its way when the page closed cannot be read any more.
    body.catch(() => undefined);
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

/** Everything in the document, rendered or not: text, attributes, values of fields. */
export const everything = (tab: Tab): Promise<string> =>
  tab.page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    let all = '';
    for (let root = roots.pop(); root; root = roots.pop()) {
      all += (root instanceof Document ? root.documentElement : root).textContent;
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        for (const { value } of element.attributes) all += `${value}\n`;
        if ('value' in element) all += `${String(element.value)}\n`;
      }
    }
    return all;
  });
