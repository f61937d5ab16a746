// What a host page must do: say who is signed in, send changes to its backend, and pull what is new.
import { offerCopies } from './kept.js';
import { showPanel } from './panel.js';

const community = document.querySelector('#community');
const signedOut = document.querySelector('#signed-out');

// 1. Every change goes to our own backend. The key in the headers makes a second attempt safe.
document.addEventListener('milieu-deliver', (e) => e.waitUntil(fetch('/api/milieu', e.request)));

// 2. What others wrote arrives through `pull`. The request names the person, because somebody else may have signed in from another tab.
const pull = async (cursor, { signal }) => {
  const asked = new URLSearchParams({ person: community.person, ...(cursor ? { cursor } : {}) });
  const answer = await fetch(`/api/milieu?${asked}`, { signal });
  signedOut.hidden = answer.status !== 401 && answer.status !== 403;
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

// 3. The server says who is signed in, never the page.
function begin(me) {
  community.transport = { pull };
  community.people = me.people;
  community.help = me.help;
  Object.assign(community, { community: me.community, person: me.id, as: me.as });
  for (const part of document.querySelectorAll('#community, #keeps, #panel')) part.hidden = false;
  document.querySelector('#who').textContent = me.name;

  if (me.as === 'staff') lookAtOthers(me.people);

  // Export, import and removal are functions outside the store. This page's own buttons call them.
  offerCopies(community);

  // 4. Push: when the server says that something changed, the records are pulled at once.
  const panel = () => showPanel([...me.people, me]);
  const hints = new EventSource('/api/changes');
  // The stream ends with the session. The browser asks once more, and a refusal closes it.
  hints.addEventListener('error', () => {
    if (hints.readyState === EventSource.CLOSED) signedOut.hidden = false;
  });
  hints.addEventListener('changed', () => {
    community.records?.pull().catch(({ code }) => console.warn('What is new could not be fetched:', code));
    panel();
  });

  // 5. The demo's panel that shows what its backend has for this person.
  document.querySelector('#panel').addEventListener('toggle', panel);
  document.querySelector('#filter').addEventListener('change', panel);
}

// Staff choose whose part they look at. This changes what is shown, not who acts.
function lookAtOthers(people) {
  const chosen = document.querySelector('#about');
  chosen.append(...people.filter(({ as }) => as !== 'staff').map(({ id, name }) => new Option(name, id)));
  chosen.addEventListener('change', () => (document.querySelector('#part').about = chosen.value || undefined));
  document.querySelector('#whose').hidden = false;
}

// 6. A paused tab means that the session has ended. What is written in the meantime is stored, and sent after the next sign-in.
community.addEventListener('milieu-status', (e) => {
  if (e.status.paused) signedOut.hidden = false;
});

const answer = await fetch('/api/me');
if (answer.ok) begin(await answer.json());
else location.assign('/sign-in.html');
