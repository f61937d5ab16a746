import { expect, fixture, html } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { Sent, Status } from '../../../src/records/base/types.js';
import { people } from '../../../src/testing/people.js';
import { elementsOf } from '../../../src/testing/find-elements.js';
import { textOf, until } from '../../../src/testing/by-role.js';
import { StagedRecords } from '../../testing/staged-records.js';
import { type Form, forms, save } from './forms.js';

interface State {
  readonly name: string;
  readonly status: Partial<Status>;
  readonly sent?: Sent;
  readonly offline?: boolean;
  /** What body and foot both say. */
  readonly both: string | RegExp;
}
const unsent = 'Not sent to anyone yet.';
const states: readonly State[] = (
  [
    ['kept on this device', { store: 'open', key: 'device' }],
    ['kept until the page closes', { store: 'memory' }],
  ] as const
).flatMap(([where, store]) => [
  { name: `${where}, waiting`, status: store, sent: 'waiting', both: unsent },
  { name: `${where}, waiting, signed out`, status: { ...store, paused: true, waiting: 1 }, sent: 'waiting', both: unsent },
  { name: `${where}, waiting, offline`, status: store, sent: 'waiting', offline: true, both: unsent },
  { name: `${where}, sent`, status: store, sent: 'sent', both: /Sent at/ },
  { name: `${where}, refused`, status: { ...store, refused: 1 }, sent: 'refused', both: 'Not accepted.' },
  { name: `${where}, refused, signed out`, status: { ...store, refused: 1, paused: true }, sent: 'refused', both: 'Not accepted.' },
  { name: `${where}, in two versions`, status: { ...store, refused: 1 }, sent: 'held', both: 'Two versions.' },
]);
const all = /Not sent to anyone yet|Sent at|Not accepted|Two versions|can’t save|is gone\./g;

const network = (online: boolean): void => {
  Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
};

/** What the foot of the widget says, and what stands above it. */
function partsOf(root: Element): { foot: string; body: string } {
  const line = [...elementsOf(root)].find(({ localName }) => localName === 'milieu-status-line');
  const body = [...elementsOf(root)].find((element) => element.matches('.body'));
  if (!line || !body) throw new Error('There is no widget.');
  return { foot: textOf(line).replace(/\s+/g, ' '), body: textOf(body).replace(/\s+/g, ' ') };
}

/** A widget with this form in a community of its own, on records whose state the test sets. */
async function withForm(form: Form): Promise<{ readonly staged: StagedRecords; readonly root: MilieuCommunity }> {
  const id = crypto.randomUUID();
  const staged = await StagedRecords.open(id, form.person, form.as);
  const root = await fixture<MilieuCommunity>(
    html`<milieu-community
      community=${id}
      person=${form.person}
      as=${form.as}
      .people=${people.filter((one) => one.id !== form.person)}
      .records=${staged.records}
      >${form.tag}</milieu-community
    >`,
  );
  return { staged, root };
}

describe('the sentence about where what was saved is now', () => {
  afterEach(() => {
    network(true);
    delete (navigator as { onLine?: boolean }).onLine;
  });

  it('says that it was sent when nothing else changes in the status', async () => {
    const [form] = forms;
    const { staged, root } = await withForm(form!);
    staged.hush();
    let key = '';
    root.addEventListener('milieu-saved', (event) => (key = event.change.key));
    await save(form!, root);
    expect(partsOf(root).foot).to.include(unsent);
    await staged.records.sent(key);
    await until(() => /Sent at/.test(partsOf(root).foot) && /Sent at/.test(partsOf(root).body), { within: 3000, what: '“Sent at”' });
  });

  for (const form of forms) {
    it(`is the same in the body and in the foot, in every state: ${form.name}`, async () => {
      for (const state of states) {
        const { staged, root } = await withForm(form);
        await save(form, root);
        network(!state.offline);
        staged.say(state.status, state.sent);
        const has = (text: string): boolean => (typeof state.both === 'string' ? text.includes(state.both) : state.both.test(text));
        await until(() => has(partsOf(root).foot) && has(partsOf(root).body), { within: 3000 }).catch(() => undefined);
        const { body, foot } = partsOf(root);
        expect(has(foot), `${state.name}, foot: ${foot}`).to.equal(true);
        expect(has(body), `${state.name}, body: ${body}`).to.equal(true);
        expect(new Set(body.match(all)), `${state.name}: ${body}`).to.have.length(1);
        expect(body.includes(form.sent), `${state.name}: ${body}`).to.equal(state.sent === 'sent');
        if (state.status.paused && state.sent === 'waiting') expect(foot).to.include('Sign in again to send what is waiting.');
        if (state.offline) expect(foot).to.include('You are offline.');
        root.remove();
        await staged.records.close();
      }
    }).timeout(60_000);

    it(`says in body and foot that a store was locked or could not be used: ${form.name}`, async () => {
      const { staged, root } = await withForm(form);
      await save(form, root);
      for (const [status, words] of [
        [{ store: 'failed', code: 'quota' }, /couldn’t open|can’t save/],
        [{ store: 'locked' }, /[Ll]ocked/],
      ] as const) {
        staged.say(status);
        await until(() => words.test(partsOf(root).foot) && !/Not sent|Sent at/.test(partsOf(root).foot), { what: partsOf(root).foot });
        await until(() => words.test(partsOf(root).body) && !/Not sent|Sent at|Saved for/.test(partsOf(root).body), { what: partsOf(root).body });
      }
    });
  }
});
