import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import type { Change } from '../../src/model/change.js';
import type { Answer } from '../../src/records/base/types.js';
import { openCommunity } from '../testing/community.js';
import { textOf, until } from '../../src/testing/by-role.js';

describe('the answer to milieu-deliver', () => {
  let community: MilieuCommunity;
  beforeEach(async () => {
    community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
  });
  const send = (): Promise<Change> => {
    const data = { mode: 'affirm', saw: 'You held the door' };
    return community
      .querySelector('milieu-peer-feedback')!
      .community!.act('send', { kind: 'feedback', id: crypto.randomUUID() }, { to: ['p-sam'], data });
  };
  const sentOf = async (change: Change): Promise<string | undefined> => (await community.records!.get(change.records[0]!.id))?.sent;

  for (const [what, answer] of [
    ['nothing', () => Promise.resolve(undefined)],
    ['the parsed body of a 500', () => Response.json({ error: 'down' }, { status: 500 }).json()],
    ['a wrapper that says ok: false', () => Promise.resolve({ ok: false, data: {} })],
  ] as [string, () => Promise<unknown>][])
    it(`a promise of ${what} never marks a change as sent: the host gets one event and one console line`, async () => {
      const errors: string[] = [];
      const lines: unknown[][] = [];
      const { console: page } = globalThis;
      const { warn } = page;
      page.warn = (...line: unknown[]) => void lines.push(line);
      try {
        let asked = 0;
        community.addEventListener('milieu-error', ({ code }) => errors.push(code));
        community.addEventListener('milieu-deliver', (e) => {
          asked += 1;
          e.waitUntil(answer() as Promise<Answer>);
        });
        const change = await send();
        await until(() => asked >= 2, { within: 8000, what: 'a second attempt' });
        expect(await sentOf(change)).to.equal('waiting');
        expect(community.status.waiting).to.equal(1);
        expect(errors).to.deep.equal(['unclear-answer']);
        expect(lines).to.have.length(1);
        expect(lines[0]).to.have.length(1);
        expect(String(lines[0]![0])).to.match(/^milieu-elements: waitUntil\(\)/);
        expect(textOf(community)).to.contain('Not sent to anyone yet');
        expect(textOf(community)).not.to.match(/Sent at|can read it/);
      } finally {
        page.warn = warn;
      }
    });

  it('a 200 with the text OK, and true, mark a change as sent', async () => {
    const answers: (Response | true)[] = [new Response('OK', { headers: { 'content-type': 'text/plain' } }), true];
    community.addEventListener('milieu-deliver', (e) => e.waitUntil(Promise.resolve(answers.shift()!)));
    for (const change of [await send(), await send()]) await until(async () => (await sentOf(change)) === 'sent');
    expect(answers).to.deep.equal([]);
  });

  it('waitUntil throws TypeError for a value that is not a promise, and the change counts as unhandled', async () => {
    const thrown: unknown[] = [];
    const odd: readonly unknown[] = [true, undefined, null, 'sent', {}, new Response(null)];
    community.addEventListener('milieu-deliver', (e) => {
      for (const one of odd)
        try {
          e.waitUntil(one as Promise<Answer>);
        } catch (error) {
          thrown.push(error);
        }
    });
    const change = await send();
    await until(() => thrown.length >= odd.length);
    for (const error of thrown) expect(error).to.be.instanceOf(TypeError);
    expect(await sentOf(change)).to.equal('waiting');
  });

  it('waitUntil accepts any thenable, such as jQuery’s', async () => {
    const thenable = { then: (done: (answer: Answer) => void) => done(true) };
    community.addEventListener('milieu-deliver', (e) => e.waitUntil(thenable as unknown as Promise<Answer>));
    const change = await send();
    await until(async () => (await sentOf(change)) === 'sent');
  });

  it('the answer is unclear when the transport returns no promise, or a promise of nothing', async () => {
    for (const returned of [true, undefined, Promise.resolve()]) {
      let asked = 0;
      community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
      const errors: string[] = [];
      community.addEventListener('milieu-error', ({ code }) => errors.push(code));
      community.transport = { send: () => ((asked += 1), returned as unknown as Promise<Answer>) };
      await community.updateComplete;
      const change = await send();
      await until(() => asked >= 1 && errors.length > 0);
      expect(errors).to.deep.equal(['unclear-answer']);
      expect(await sentOf(change)).to.equal('waiting');
    }
  });
});
