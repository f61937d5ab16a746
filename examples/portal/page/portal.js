// All that a host page has to do: say who is signed in, hand changes to its backend, and ask for what is new.
import { offerCopies } from './kept.js';
import { showPanel } from './panel.js';

const community = document.querySelector('#community');
const signedOut = document.querySelector('#signed-out');

// 1. Every change goes to our own backend. The key in the headers makes a second try harmless.
document.addEventListener('milieu-deliver', (e) => e.waitUntil(fetch('/api/milieu', e.request)));

// 2. What others wrote comes back through `pull`. It says for whom: somebody else may have signed in from another tab.
const pull = async (cursor, { signal }) => {
  const asked = new URLSearchParams({ person: community.person, ...(cursor ? { cursor } : {}) });
  const answer = await fetch(`/api/milieu?${asked}`, { signal });
  signedOut.hidden = answer.status !== 401 && answer.status !== 403;
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

// 3. Who is signed in is the server's word, never the page's.
function begin(me) {
  community.transport = { pull };
  community.people = me.people;
  community.help = me.help;
  Object.assign(community, { community: me.community, person: me.id, as: me.as });
  community.hidden = false;
  document.querySelector('#who').textContent = me.name;
  document.querySelector('#today').textContent = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date());

  if (me.as === 'staff') lookAtOthers(me.people);

  // A copy, and removal: functions beside the store, called by this page's own buttons.
  offerCopies(community);

  // 4. A push of our own: when the server says that something changed, the records are pulled at once.
  const panel = () => showPanel([...me.people, me]);
  const hints = new EventSource('/api/changes');
  hints.addEventListener('changed', () => {
    community.records?.pull().catch(({ code }) => console.warn('What is new could not be fetched:', code));
    panel();
  });

  // 5. The demo's own window into the backend.
  hints.addEventListener('accepted', panel);
  document.querySelector('#panel').addEventListener('toggle', panel);
  document.querySelector('#filter').addEventListener('change', panel);
}

// Staff choose whose part they look at. It changes what is shown, never who acts.
function lookAtOthers(people) {
  const chosen = document.querySelector('#about');
  chosen.append(...people.filter(({ as }) => as !== 'staff').map(({ id, name }) => new Option(name, id)));
  chosen.addEventListener('change', () => (document.querySelector('#part').about = chosen.value || undefined));
  document.querySelector('#whose').hidden = false;
}

// 6. A paused tab means: the session has ended. What is written meanwhile is kept, and sent after the next sign-in.
community.addEventListener('milieu-status', (e) => {
  if (e.status.paused) signedOut.hidden = false;
});

const answer = await fetch('/api/me');
if (answer.ok) begin(await answer.json());
else location.assign('/sign-in.html');
