// A single-page app of a host: a community that stays, or one on each page, and a route that decides which widget is there.
import './define.js';
import { createElement, type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const people = [{ id: 'p-02', name: 'Ana', as: 'resident' }];
const community = { community: 'north', person: 'p-17', as: 'resident', people };

const widgetOf: Readonly<Record<string, string>> = { feedback: 'milieu-peer-feedback', card: 'milieu-coping-card' };
const stays = new URLSearchParams(location.search).get('community') === 'stays';

function App(): ReactNode {
  const [route, go] = useState('feedback');
  const widget = createElement(widgetOf[route]!, { key: route });
  const links = Object.keys(widgetOf).map((name) => createElement('button', { key: name, onClick: () => go(name) }, `Go to ${name}`));
  return createElement(
    'main',
    null,
    createElement('nav', { 'aria-label': 'Pages of the app' }, links),
    createElement('milieu-community', { ...community, ...(stays ? {} : { key: route }) }, widget),
  );
}

document.addEventListener('milieu-deliver', (event) => event.waitUntil(fetch('/api/milieu', event.request)));
createRoot(document.body.appendChild(document.createElement('div'))).render(createElement(App));

const shown = async (tag: string): Promise<void> => {
  while (!document.querySelector(tag)?.shadowRoot?.querySelector('h2')) await new Promise((later) => setTimeout(later, 10));
};

/** Changes the route to and fro, for the test that counts what is left over. */
Object.assign(globalThis, {
  async roam(rounds: number): Promise<void> {
    const [feedback, card] = document.querySelectorAll<HTMLButtonElement>('nav button');
    for (let round = 0; round < rounds; round++) {
      card?.click();
      await shown('milieu-coping-card');
      feedback?.click();
      await shown('milieu-peer-feedback');
    }
  },
});
