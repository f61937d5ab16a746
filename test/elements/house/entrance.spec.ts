import { expect } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import { codeOf, MilieuError } from '../../../src/records/base/errors.js';
import { until } from '../../../src/testing/by-role.js';
import { openRecords } from '../../../src/records/index.js';
import { ana, ben, nameHouse, nora, openHouse } from './house-scene.js';

const shift = 'four words for a shift';

/** The rounds of each key that is derived from a passphrase. A PIN has fewer. */
function watchDerivations(): { readonly rounds: number[]; readonly restore: () => void } {
  const deriveBits = crypto.subtle.deriveBits.bind(crypto.subtle);
  const rounds: number[] = [];
  crypto.subtle.deriveBits = (way, ...more) => {
    const { name, iterations = 0 } = way as { readonly name: string; readonly iterations?: number };
    if (name === 'PBKDF2' && iterations > 200_000) rounds.push(iterations);
    return deriveBits(way, ...more);
  };
  return { rounds, restore: () => Reflect.deleteProperty(crypto.subtle, 'deriveBits') };
}

let community: string;
beforeEach(() => (community = crypto.randomUUID()));

describe('who acts on a shared computer', () => {
  it('a house without names is shared, and the host says what its people are', async () => {
    const { core } = await openHouse({ as: 'staff' });
    expect(core.house.entrance.is).to.equal('open');
    expect(core.actor).to.deep.equal({ person: 'someone', as: 'staff' });
  });

  it('a house with names has no staff until a name of staff is chosen with its PIN', async () => {
    await nameHouse(community);
    const { core, told } = await openHouse({ community, as: 'staff' });
    expect(core.house.entrance.is).to.equal('asking');
    expect(core.actor).to.deep.equal({ person: 'someone', as: 'resident' });
    expect(await core.house.choose(nora.id)).to.deep.equal({ is: 'pin' });
    expect((await core.house.choose(nora.id, '111111')).is).to.equal('wrong');
    expect(core.actor.as).to.equal('resident');
    expect((await core.house.choose(nora.id, nora.pin)).is).to.equal('wait');
    await until(async () => (await core.house.choose(nora.id, nora.pin)).is === 'in', { within: 5000 });
    expect(core.actor).to.deep.equal({ person: nora.id, as: 'staff' });
    expect(told).to.deep.equal([[nora.id, 'staff']]);
  });

  it('nobody is staff before the names are read', async () => {
    await nameHouse(community);
    const seen = new Set<string>();
    const { element, core } = await openHouse({ community, as: 'staff' });
    core.subscribe(() => seen.add(core.actor.as));
    element.append(document.createElement('milieu-peer-feedback'));
    element.community = crypto.randomUUID();
    await element.updateComplete;
    expect(core.house.entrance.is).to.equal('reading');
    element.community = community;
    await element.updateComplete;
    await until(() => core.house.entrance.is === 'asking');
    expect([...seen]).to.deep.equal(['resident']);
  });

  it('a name without a PIN is one press, and its people are those who are here', async () => {
    await nameHouse(community);
    const { core, told } = await openHouse({ community });
    expect((await core.house.choose(ben.id)).is).to.equal('in');
    expect(core.identity).to.include({ person: ben.id, as: 'resident', keep: 'house' });
    expect(core.people.map(({ name }) => name).sort()).to.deep.equal(['Ana', 'Ben', 'Nora']);
    expect(told).to.deep.equal([[ben.id, 'resident']]);
  });

  it('the person of the host wins, and nobody is asked', async () => {
    await nameHouse(community);
    const { element, core } = await openHouse({ community });
    await core.house.choose(ben.id);
    element.person = 'p-host';
    element.as = 'staff';
    await element.updateComplete;
    expect(core.house.entrance.is).to.equal('host');
    expect(core.actor).to.deep.equal({ person: 'p-host', as: 'staff' });
    element.removeAttribute('person');
    await element.updateComplete;
    await until(() => core.house.entrance.is === 'asking');
  });

  it('whoever leaves has left in every tab, and the host is told without a name', async () => {
    await nameHouse(community);
    const [here, there] = [await openHouse({ community }), await openHouse({ community })];
    await here.core.house.choose(ben.id);
    await there.core.house.choose(ben.id);
    here.element.leave();
    expect(here.core.actor.person).to.equal('someone');
    await until(() => there.core.house.entrance.is === 'asking');
    expect(there.told.at(-1)).to.deep.equal([undefined, undefined]);
    expect(JSON.stringify(here.told)).to.not.contain('Ben');
  });

  it('a page that the browser keeps for “back” has nobody inside', async () => {
    await nameHouse(community);
    const { core } = await openHouse({ community });
    await core.house.choose(ben.id);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(core.house.entrance.is).to.equal('asking');
  });

  it('a lock lets nobody stay inside, and no name stays in memory', async () => {
    await nameHouse(community);
    const { element, core, told } = await openHouse({ community });
    await core.house.choose(ben.id);
    element.lock();
    expect(core.house.entrance.is).to.equal('reading');
    expect(core.people).to.deep.equal([]);
    expect(told.at(-1)).to.deep.equal([undefined, undefined]);
    await element.unlock(shift);
    await until(() => core.house.entrance.is === 'asking');
    expect((await core.house.choose(ben.id)).is).to.equal('in');
    await until(() => element.status.store === 'open', { what: 'the store of the next person, without the passphrase again' });
  });

  it('the key of a passphrase is derived once a shift, whoever comes in', async () => {
    await nameHouse(community);
    const { element, core } = await openHouse({ community });
    await element.unlock(shift);
    const derived = watchDerivations();
    try {
      for (let times = 0; times < 2; times++) {
        await until(() => core.house.entrance.is === 'asking');
        await core.house.choose(ben.id);
        await until(() => element.status.store === 'open');
        element.leave();
      }
      expect(derived.rounds).to.deep.equal([]);
      await until(() => element.status.store === 'open');
      element.lock();
      await element.unlock(shift);
      await until(() => core.house.entrance.is === 'asking');
      expect(derived.rounds).to.deep.equal([600_000]);
    } finally {
      derived.restore();
    }
  });

  it('a passphrase that could not be set locks nothing when the next person comes in', async () => {
    await nameHouse(community);
    const { element, core } = await openHouse({ community });
    element.records!.unlock = () => Promise.reject(new MilieuError('quota'));
    expect(await element.unlock(shift).catch(codeOf)).to.equal('quota');
    await core.house.choose(ben.id);
    await until(() => element.status.store === 'open');
    expect(element.status.key).to.equal('device');
  });

  it('on a full disk people still come in, and wrong PINs are still slowed down', async () => {
    await nameHouse(community);
    const { element, core } = await openHouse({ community });
    element.records!.drafts.write = () => Promise.reject(new MilieuError('quota'));
    expect((await core.house.choose(ana.id, '0000')).is).to.equal('wrong');
    expect((await core.house.choose(ana.id, ana.pin)).is).to.equal('wait');
    await until(async () => (await core.house.choose(ana.id, ana.pin)).is === 'in', { within: 5000 });
  });

  it('wrong tries are kept over a reload, for this name alone', async () => {
    await nameHouse(community);
    const first = await openHouse({ community });
    await first.core.house.choose(ana.id, '0000');
    await until(async () => (await first.core.house.choose(ana.id, '0000')).is === 'wrong');
    first.element.remove();
    const again = await openHouse({ community });
    const entered = await again.core.house.choose(ana.id, ana.pin);
    expect(entered.is).to.equal('wait');
    expect((await again.core.house.choose(ben.id)).is).to.equal('in');
  });

  it('somebody whom staff mark as away on another device is not inside any more', async () => {
    await nameHouse(community);
    const { core } = await openHouse({ community });
    await core.house.choose(ben.id);
    const records = await openRecords({ community, person: nora.id, as: 'staff', keep: 'house' });
    const [kept] = await records.list({ kind: 'member', to: ben.id });
    await records.act('mark-away', { kind: 'member', id: kept!.record.id, rev: kept!.record.rev });
    await until(() => core.house.entrance.is === 'asking');
    expect((await core.house.choose(ben.id)).is).to.equal('gone');
    expect(core.find(ben.id)?.name).to.equal('Ben');
    await records.close();
  });

  it('whoever comes in ends the time of another person in other tabs, and not their own', async () => {
    await nameHouse(community);
    const [here, there] = [await openHouse({ community }), await openHouse({ community })];
    await here.core.house.choose(ben.id);
    await there.core.house.choose(ben.id);
    const heard = new BroadcastChannel(`milieu-house ${community}`);
    const told: unknown[] = [];
    heard.onmessage = ({ data }) => void told.push(data);
    there.element.leave();
    await until(() => here.core.house.entrance.is === 'asking');
    await here.core.house.choose(ben.id);
    await there.core.house.choose(ben.id);
    await until(() => told.length === 3, { what: 'what both tabs tell' });
    heard.close();
    expect([here, there].map(({ core }) => core.actor.person)).to.deep.equal([ben.id, ben.id]);
    there.element.leave();
    await until(() => here.core.house.entrance.is === 'asking');
    await here.core.house.choose(ben.id);
    await until(async () => (await there.core.house.choose(ana.id, ana.pin)).is === 'in');
    await until(() => here.core.house.entrance.is === 'asking');
    expect(there.core.actor.person).to.equal(ana.id);
  });

  it('two people who come in at the same moment are never both inside', async () => {
    await nameHouse(community, [nora, ben, { id: 'n-kit', name: 'Kit', as: 'resident' }]);
    const [here, there] = [await openHouse({ community }), await openHouse({ community })];
    await Promise.all([here.core.house.choose(ben.id), there.core.house.choose('n-kit')]);
    await until(() => [here, there].some(({ core }) => core.house.entrance.is === 'asking'));
  });

  it('an empty house is begun by one member of staff, who is inside then', async () => {
    const { element, core, told } = await openHouse({ community, askWho: true, as: 'staff' });
    expect(core.house.entrance.is).to.equal('empty');
    expect(core.actor.as).to.equal('resident');
    expect(await core.house.begin({ name: 'Nora', digits: nora.pin })).to.equal(true);
    expect(core.actor.as).to.equal('staff');
    await until(() => core.people.length === 1);
    element.leave();
    expect(await core.house.begin({ name: 'Somebody', digits: '999999' })).to.equal(false);
    expect(told).to.have.length(2);
    expect((await core.house.choose(core.people[0]!.id, nora.pin)).is).to.equal('in');
  });
});
