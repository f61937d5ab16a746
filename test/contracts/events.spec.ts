import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/peer-feedback.js';
import {
  MilieuDeliverEvent,
  MilieuErrorEvent,
  MilieuSavedEvent,
  MilieuStatusEvent,
  type MilieuCommunity,
} from '../../src/elements/community/index.js';
import type { Change } from '../../src/model/change.js';
import { openCommunity } from '../testing/community.js';
import { until } from '../../src/testing/by-role.js';

const secret = 'Zimtstern 7731';
const data = { mode: 'affirm', saw: secret };
const taken = (): Promise<Response> => Promise.resolve(new Response(null, { status: 204 }));

const send = (community: MilieuCommunity): Promise<Change> =>
  acting(community).act('send', { kind: 'feedback', id: crypto.randomUUID() }, { to: ['p-sam'], data });
/** Acts as a widget does, so that the community dispatches events. */
const acting = (community: MilieuCommunity) => community.querySelector('milieu-peer-feedback')!.community!;

const once = <E extends Event>(target: EventTarget, type: string): Promise<E> =>
  new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as E), { once: true }));

/** Everything that a generic script can read from an event. */
function takings(event: Event): string[] {
  const named: Record<string, unknown> = {};
  for (const name in event) if (Object.hasOwn(event, name)) named[name] = (event as unknown as Record<string, unknown>)[name];
  return [
    JSON.stringify(event),
    JSON.stringify({ ...event }),
    JSON.stringify(Object.assign({}, event)),
    JSON.stringify(named),
    JSON.stringify(Object.entries(event)),
  ];
}

describe('the events', () => {
  let community: MilieuCommunity;
  beforeEach(async () => {
    community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
  });

  it('the events bubble out of shadow roots and say in plain fields what happened', async () => {
    const [saved, deliver, status] = [
      once<MilieuSavedEvent>(document, 'milieu-saved'),
      once<MilieuDeliverEvent>(document, 'milieu-deliver'),
      once<MilieuStatusEvent>(document, 'milieu-status'),
    ];
    const change = await send(community);
    const root = change.records[0]!;
    expect({ ...(await saved) }).to.deep.equal({ isTrusted: false, action: 'send', kind: 'feedback', id: root.id, rev: 1 });
    expect({ ...(await deliver) }).to.deep.equal({ isTrusted: false, attempt: 1, urgent: false });
    expect((await status).status).to.include.keys('store', 'key', 'waiting', 'refused');
    const error = once<MilieuErrorEvent>(document, 'milieu-error');
    acting(community).report(new TypeError(secret), root.id);
    expect({ ...(await error) }).to.deep.equal({
      isTrusted: false,
      code: 'unknown',
      id: root.id,
      count: undefined,
      kinds: undefined,
      property: undefined,
      row: undefined,
    });
    for (const event of [await saved, await deliver, await status, await error]) {
      expect(event).to.deep.include({ bubbles: true, composed: true, cancelable: false });
      expect(event).not.to.have.property('detail');
    }
  });

  it('serialised events contain no text that a person wrote', async () => {
    const events = ['milieu-before-save', 'milieu-saved', 'milieu-deliver', 'milieu-status'].map((type) => once<Event>(community, type));
    await send(community);
    for (const event of await Promise.all(events)) {
      for (const taking of takings(event)) expect(taking).not.to.include('Zimtstern');
      expect(() => structuredClone(event))
        .to.throw(DOMException)
        .with.property('name', 'DataCloneError');
    }
  });

  it('the text of an event is behind a getter', async () => {
    const [saved, deliver] = [once<MilieuSavedEvent>(community, 'milieu-saved'), once<MilieuDeliverEvent>(community, 'milieu-deliver')];
    await send(community);
    expect((await saved).change.records[0]?.data['saw']).to.equal(secret);
    expect((await deliver).change).to.deep.equal((await saved).change);
    for (const [event, type] of [
      [await saved, MilieuSavedEvent],
      [await deliver, MilieuDeliverEvent],
    ] as const) {
      expect(Object.getOwnPropertyDescriptor(type.prototype, 'change')).to.have.property('get').that.is.a('function');
      expect(Object.getOwnPropertyNames(event)).not.to.include('change');
    }
  });

  it('milieu-saved is dispatched only when the record can be read again', async () => {
    let read: Promise<unknown> | undefined;
    community.addEventListener('milieu-saved', ({ id }) => {
      read = community.records!.get(id);
    });
    const change = await send(community);
    expect(await read).to.deep.include({ record: change.records[0] });
  });
});

describe('the milieu-deliver event', () => {
  let community: MilieuCommunity;
  beforeEach(async () => {
    community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
  });
  const sentOf = async (change: Change): Promise<string | undefined> => (await community.records!.get(change.records[0]!.id))?.sent;

  it('a listener that calls waitUntil takes the change, and its answer marks it as sent', async () => {
    let answer = (_: Response): void => undefined;
    community.addEventListener('milieu-deliver', (e) => e.waitUntil(new Promise<Response>((resolve) => (answer = resolve))));
    const change = await send(community);
    await until(() => community.status.waiting === 1);
    expect(await sentOf(change)).to.equal('waiting');
    answer(new Response('{}', { headers: { 'content-type': 'application/json' } }));
    await until(async () => (await sentOf(change)) === 'sent');
  });

  it('waitUntil throws InvalidStateError when called after the dispatch or after an await', async () => {
    const late: unknown[] = [];
    let kept: MilieuDeliverEvent | undefined;
    const afterAwait = async (e: MilieuDeliverEvent): Promise<void> => {
      await Promise.resolve();
      e.waitUntil(taken());
    };
    community.addEventListener('milieu-deliver', (e) => {
      kept = e;
      afterAwait(e).catch((error: unknown) => late.push(error));
    });
    const change = await send(community);
    await until(() => late.length > 0);
    expect(late[0]).to.be.instanceOf(DOMException).and.have.property('name', 'InvalidStateError');
    expect(() => kept!.waitUntil(taken()))
      .to.throw(DOMException)
      .with.property('name', 'InvalidStateError');
    expect(await sentOf(change)).to.equal('waiting');
  });

  for (const [answers, end] of [
    [[204, 204], 'sent'],
    [[204, 503], 'waiting'],
    [[413, 204], 'refused'],
    [[503, 413], 'refused'],
    [[204, 401], 'paused'],
    [[413, 401], 'paused'],
  ] as const) {
    it(`the worst of two answers counts: ${answers.join(' and ')} make ${end}`, async () => {
      let asked = 0;
      for (const status of answers)
        community.addEventListener('milieu-deliver', (e) => {
          asked += 1;
          e.waitUntil(Promise.resolve(new Response(null, { status })));
        });
      const change = await send(community);
      await until(() => asked === 2);
      if (end === 'paused') return until(() => community.status.paused);
      if (end === 'waiting') return until(() => asked === 4, { what: 'a second attempt' });
      if (end === 'refused') return until(() => community.status.refused === 1);
      return until(async () => (await sentOf(change)) === end);
    });
  }

  it('when a listener throws, the other listeners still run and the error reaches the page', async () => {
    const uncaught: string[] = [];
    const mocha = window.onerror;
    window.onerror = (_, __, ___, ____, error) => {
      uncaught.push(error?.message ?? '');
      return true;
    };
    community.addEventListener('milieu-deliver', () => {
      throw new Error('a fault of the host');
    });
    community.addEventListener('milieu-deliver', (e) => e.waitUntil(taken()));
    const change = await send(community);
    await until(async () => (await sentOf(change)) === 'sent');
    window.onerror = mocha;
    expect(uncaught).to.deep.equal(['a fault of the host']);
  });

  it('milieu-deliver waits while the community is off the page, and is dispatched when it is back', async () => {
    const core = acting(community);
    const change = await send(community);
    const info = { attempt: 1, urgent: false, signal: AbortSignal.timeout(1000) };
    let asked = 0;
    community.addEventListener('milieu-deliver', (e) => {
      asked += 1;
      e.waitUntil(taken());
    });
    const parent = community.parentElement!;
    community.remove();
    expect(core.delivery.deliver(change, info)).to.equal(null);
    expect(asked).to.equal(0);
    parent.append(community);
    expect(core.delivery.deliver(change, info)).to.have.length(1);
    expect(asked).to.equal(1);
  });

  it('a change waits without using an attempt while nobody listens', async () => {
    const attempts: number[] = [];
    const change = await send(community);
    await until(() => community.status.waiting === 1);
    community.addEventListener('milieu-deliver', (e) => {
      attempts.push(e.attempt);
      e.waitUntil(taken());
    });
    community.records!.wake();
    await until(async () => (await sentOf(change)) === 'sent');
    expect(attempts).to.deep.equal([1]);
  });

  it('the request is a plain object that can be spread without losing the key', async () => {
    const deliver = once<MilieuDeliverEvent>(community, 'milieu-deliver');
    const change = await send(community);
    const { request } = await deliver;
    expect(Object.getPrototypeOf(request)).to.equal(Object.prototype);
    expect(Object.getPrototypeOf(request.headers)).to.equal(Object.prototype);
    expect(request).not.to.have.any.keys('keepalive', 'mode', 'redirect', 'credentials');
    expect(request.signal).to.be.instanceOf(AbortSignal);
    expect(JSON.parse(request.body)).to.deep.equal(change);
    const asRead = new Request('/api/milieu', { ...request, headers: { ...request.headers, authorization: 'Bearer of the host' } });
    expect(asRead.method).to.equal('POST');
    expect(Object.fromEntries(asRead.headers)).to.deep.include({
      'idempotency-key': change.key,
      'content-type': 'application/json',
      authorization: 'Bearer of the host',
    });
    expect(new Request('/api/milieu', request).headers.get('idempotency-key')).to.equal(change.key);
  });

  it('the host’s transport replaces milieu-deliver', async () => {
    let heard = 0;
    const got: Change[] = [];
    community.addEventListener('milieu-deliver', () => (heard += 1));
    community.transport = { send: async (change) => (got.push(change), taken()) };
    await community.updateComplete;
    const change = await send(community);
    await until(async () => (await sentOf(change)) === 'sent');
    expect(got).to.deep.equal([change]);
    expect(heard).to.equal(0);
  });
});
