import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { Today } from '../../../src/elements/parts/today.js';
import { realClock } from '../../../src/records/base/clock.js';

const RealDate = Date;
const real = { ...realClock };

/** Sets the clock of the page. */
function itIs(local: string): void {
  const now = new RealDate(local).getTime();
  globalThis.Date = class extends RealDate {
    constructor(...given: readonly unknown[]) {
      super(...((given.length > 0 ? given : [now]) as [number]));
    }
    static override now(): number {
      return now;
    }
  } as DateConstructor;
}

describe('the day of a page', () => {
  let [updates, waits] = [0, 0];
  let wake = (): void => undefined;
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => void updates++,
    updateComplete: Promise.resolve(true),
  };

  beforeEach(() => {
    [updates, waits] = [0, 0];
    realClock.after = (ms, run) => {
      [waits, wake] = [ms, run];
      return () => undefined;
    };
  });
  afterEach(() => {
    globalThis.Date = RealDate;
    Object.assign(realClock, real);
  });

  const at = (local: string): Today => {
    itIs(local);
    const today = new Today(host);
    today.hostConnected();
    updates = 0;
    return today;
  };

  it('goes on at midnight, and renders its view again once', () => {
    const today = at('2026-11-28T23:59:30');
    expect([today.day, waits]).to.deep.equal(['2026-11-28', 30_000]);
    itIs('2026-11-29T00:00:00');
    wake();
    expect([today.day, updates]).to.deep.equal(['2026-11-29', 1]);
    wake();
    expect(updates).to.equal(1);
    today.hostDisconnected();
  });

  it('looks again each hour, because the clocks may be set meanwhile', () => {
    const today = at('2026-11-28T08:00:00');
    expect(waits).to.equal(3_600_000);
    today.hostDisconnected();
  });

  it('is right when a page that slept is seen again on another day', () => {
    const today = at('2026-11-28T22:00:00');
    itIs('2026-12-01T09:00:00');
    document.dispatchEvent(new Event('visibilitychange'));
    expect([today.day, updates]).to.deep.equal(['2026-12-01', 1]);
    today.hostDisconnected();
  });
});
