import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../../../src/model/change.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { exportRecords, importRecords } from '../../../src/records/index.js';
import type { Keep, Status } from '../../../src/records/base/types.js';
import { toAnother, toMe } from '../../contracts/foreign-records.js';
import { affirm, as, idOf, json, open, remind, rewrite, newCommunityId, taker, until } from '../store-setup.js';
import { code, fileOf, headOf, many } from './copy-files.js';

interface Read {
  readonly head: Readonly<Record<string, unknown>>;
  readonly records: readonly MilieuRecord[];
  readonly changes: readonly Change[];
}
async function read(copy: Blob): Promise<Read> {
  const [head, ...lines] = (await copy.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const all = <T>(name: string): T[] => lines.flatMap((line) => (name in line ? [line[name] as T] : []));
  return { head: head!, records: all('record'), changes: all('change') };
}
const sha256 = async (part: Blob): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', await part.arrayBuffer())), (byte) => byte.toString(16).padStart(2, '0')).join('');
for (const keep of ['person', 'page'] satisfies Keep[]) {
  describe(`copies (${keep})`, () => {
    it('a copy holds what the person may read, after a first line that describes it', async () => {
      const community = newCommunityId();
      const records = await open({ community, keep });
      const [mine, other] = [toMe(community), { ...toAnother(community), visibility: 'named' as const }];
      await records.apply([mine, other]);
      const { head, records: copied, changes } = await read(await exportRecords(records));
      expect(copied).to.deep.equal([mine]);
      expect(changes).to.deep.equal([]);
      expect(head).to.deep.include({ format: 'milieu-records', version: 1, community, person: 'p-1', records: 1, changes: 0 });
      expect(Date.parse(String(head['at']))).to.be.greaterThan(0);
    });

    it('the first line of a copy has the SHA-256 of all bytes behind it', async () => {
      const records = await open({ community: newCommunityId(), keep });
      for (const saw of ['Grüße 🌱', 'ünd \u2028 more']) {
        const copy = await exportRecords(records);
        const first = (await copy.text()).indexOf('\n') + 1;
        expect((await read(copy)).head['sha256']).to.equal(await sha256(copy.slice(first)));
        await affirm(records, ['p-2'], saw);
      }
    });

    it('a change in a copy whose key stands for other words here is an invalid line, and the lines behind it are imported', async () => {
      const community = newCommunityId();
      const records = await open({ community, keep });
      const here = await affirm(records);
      const other = { ...here, records: here.records.map((record) => ({ ...record, id: uuidv7(), data: { ...record.data, saw: 'Other words' } })) };
      const copy = fileOf(headOf(community, { records: 1, changes: 1 }), { change: other }, { record: toMe(community) });
      expect(await importRecords(records, copy)).to.deep.equal({ taken: 1, there: 0, conflicts: 0, aside: 0, invalid: 1, lines: [2] });
    });

    it('a copy holds unsent changes, and an import puts them into the outbox under their old key', async () => {
      const community = newCommunityId();
      const records = await open({ community, keep });
      const first = await remind(records);
      const second = await rewrite(records, first, 'Other words');
      const copy = await exportRecords(records);
      expect((await read(copy)).changes).to.deep.equal([first, second]);
      const { carry, got } = taker();
      const anew = await open({ community, keep: 'page', carry });
      expect(await importRecords(anew, copy)).to.deep.equal({ taken: 2, there: 0, conflicts: 0, aside: 0, invalid: 0, lines: [] });
      expect((await anew.get(idOf(first)))?.record).to.deep.equal(second.records[0]);
      await until(() => got.length === 2, 'both sent');
      expect(got).to.deep.equal([first, second]);
    });

    it('a copy holds the version that the backend has, and the unsent change beside it', async () => {
      const community = newCommunityId();
      let answers = true;
      const { carry } = taker(() => (answers ? json({}) : json({}, 503)));
      const records = await open({ community, keep, carry });
      const first = await remind(records);
      await until(async () => (await records.get(idOf(first)))?.sent === 'sent', 'sent');
      answers = false;
      const second = await rewrite(records, first, 'Other words');
      const { records: copied, changes } = await read(await exportRecords(records));
      expect([copied, changes]).to.deep.equal([first.records, [second]]);
    });

    it('a copy that was imported and exported again is equal to the byte', async () => {
      const community = newCommunityId();
      const records = await open({ community, keep });
      await records.apply(many(community, 450));
      await affirm(records, ['p-2'], 'Grüße 🌱 \u202e{"__proto__":1} \u200b\ufeff');
      const copy = await exportRecords(records);
      const anew = await open({ community, keep: 'page' });
      expect(await importRecords(anew, copy)).to.deep.include({ taken: 451, there: 0, conflicts: 0, invalid: 0 });
      const body = async (file: Blob): Promise<string> => (await file.text()).split('\n').slice(1).join('\n');
      expect(await body(await exportRecords(anew))).to.equal(await body(copy));
      expect(await importRecords(anew, copy)).to.deep.include({ taken: 0, there: 451, conflicts: 0, invalid: 0 });
    });
  });
}

describe('the import of a copy', () => {
  it('each valid line of a copy is imported, and the others are named by number, never by their text', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    const good = toMe(community);
    const unread = { ...toAnother(community), visibility: 'named' };
    const lines = [
      { record: good },
      '{"record":{"id":"canary"}}',
      '{"__proto__":{"record":1}}',
      { record: { ...toMe(community), status: 'no-such' } },
      { record: toMe('another-house') },
      { record: unread },
      '[[[[',
      `${'['.repeat(200_000)}`,
      { record: { ...toMe(community), extra: 'canary' } },
      'x'.repeat(1_000_001),
      { record: toMe(community) },
    ];
    const result = await importRecords(records, fileOf(headOf(community), ...lines));
    expect(result).to.deep.equal({ taken: 2, there: 0, conflicts: 0, aside: 0, invalid: 9, lines: [3, 4, 5, 6, 7, 8, 9, 10, 11] });
    expect(await records.list({ kind: 'feedback' })).to.have.length(2);
  });

  it('no change of another person is imported, and none that the rules do not allow', async () => {
    const community = newCommunityId();
    const theirs = await affirm(await open({ community, keep: 'page', ...as('p-7') }));
    const mine = await affirm(await open({ community, keep: 'page' }));
    const itself = { ...mine, key: uuidv7(), records: mine.records.map((record) => ({ ...record, id: uuidv7(), to: ['p-1'] })) };
    const gap = { ...mine, key: uuidv7(), records: mine.records.map((record) => ({ ...record, id: uuidv7(), rev: 4 })) };
    const records = await open({ community, keep: 'page' });
    const result = await importRecords(records, fileOf(headOf(community), { change: theirs }, { change: itself }, { change: gap }, { change: mine }));
    expect(result).to.deep.equal({ taken: 1, there: 0, conflicts: 0, aside: 0, invalid: 3, lines: [2, 3, 4] });
    await until(() => records.status.waiting === 1, 'one waits');
  });

  it('an import does not overwrite text that is on this device: both versions are there to choose from, once', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    const first = await remind(records);
    const copy = await exportRecords(records);
    const elsewhere = await open({ community, keep: 'page' });
    await importRecords(elsewhere, copy);
    const there = await rewrite(elsewhere, first, 'Words of one device');
    const here = await rewrite(records, first, 'Words of the other');
    const [result, again] = [
      await importRecords(records, await exportRecords(elsewhere)),
      await importRecords(records, await exportRecords(elsewhere)),
    ];
    expect(result).to.deep.equal({ taken: 0, there: 1, conflicts: 1, aside: 0, invalid: 0, lines: [] });
    expect(again).to.deep.equal(result);
    expect((await records.get(idOf(first)))?.record).to.deep.equal(here.records[0]);

    const [trouble, ...others] = await records.troubles();
    expect(others).to.deep.equal([]);
    expect(trouble).to.deep.include({ reason: 'held', change: there, theirs: here.records[0] });
    await records.settle(trouble!.id, 'mine');
    expect((await records.get(idOf(first)))?.record.data['saw']).to.equal('Words of one device');
    expect(await records.troubles()).to.deep.equal([]);
  });

  it('an import does not show what another person has written for themself, in a database that people share', async () => {
    const community = newCommunityId();
    const other = await open({ community, keep: 'house', person: 'p-2' });
    const own = await other.act('keep', { kind: 'practice', id: uuidv7() }, { data: { card: 'c1', title: 'Words of another', seconds: 60 } });
    const records = await open({ community, keep: 'house', person: 'p-1' });
    const change = {
      ...own,
      key: uuidv7(),
      by: 'p-1',
      records: own.records.map((one) => ({ ...one, by: 'p-1', data: { ...one.data, title: 'x' } })),
    };
    const result = await importRecords(records, fileOf(headOf(community), { change }));
    expect(result).to.deep.equal({ taken: 0, there: 0, conflicts: 0, aside: 0, invalid: 1, lines: [2] });
    expect(await records.troubles()).to.deep.equal([]);
  });

  const refused: [string, Blob, string][] = [
    ['an empty file', new Blob([]), 'not-a-copy'],
    ['other text', new Blob(['Dear diary\n']), 'not-a-copy'],
    ['text that is no UTF-8', new Blob([new Uint8Array([0xff, 0xfe, 0x7b, 0])]), 'not-a-copy'],
    ['one without counts', fileOf(headOf('here', { records: -1 })), 'not-a-copy'],
    ['one of a newer version', fileOf(headOf('here', { version: 2 })), 'newer-copy'],
    ['one of another person', fileOf(headOf('here', { person: 'p-9' })), 'other-copy'],
    ['one of another community', fileOf(headOf('there')), 'other-copy'],
  ];
  for (const [what, file, expected] of refused)
    it(`${what} is not imported`, async () => {
      const records = await open({ community: 'here', keep: 'page' });
      expect(await code(importRecords(records, file))).to.equal(expected);
      expect(records.status.work).to.deep.include({ kind: 'import', ended: 'failed', code: expected });
    });

  it('a file that is too big is not read', async () => {
    const records = await open({ community: 'here', keep: 'page' });
    const part = new Blob([new Uint8Array(16 * 1024 * 1024)]);
    expect(await code(importRecords(records, new Blob(Array.from({ length: 9 }, () => part))))).to.equal('too-big');
  });
});

describe('a copy in progress', () => {
  const watched = (records: Awaited<ReturnType<typeof open>>): Status['work'][] => {
    const seen: Status['work'][] = [];
    records.watchStatus(({ work }) => void seen.push(work));
    return seen;
  };

  it('the progress of a copy is in the status and is reported to the caller', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    await records.apply(many(community, 300));
    const seen = watched(records);
    const heard: (number | undefined)[][] = [];
    const copy = await exportRecords(records, { onProgress: (done, of) => heard.push([done, of]) });
    expect(seen.filter(Boolean)[0]).to.deep.equal({ kind: 'export', done: 0, of: 300, stoppable: true });
    expect(seen.at(-1)).to.deep.equal({ kind: 'export', done: 300, of: 300, stoppable: false, ended: 'done' });
    expect([heard[0], heard.at(-1)]).to.deep.equal([
      [0, 300],
      [300, 300],
    ]);
    const anew = await open({ community, keep: 'page' });
    const seenAnew = watched(anew);
    await importRecords(anew, copy);
    expect(seenAnew.filter(Boolean)[0]).to.deep.equal({ kind: 'import', done: 0, stoppable: true });
    expect(seenAnew.some((work) => work?.of === 300)).to.equal(true);
    expect(seenAnew.at(-1)).to.deep.include({ kind: 'import', done: 300, ended: 'done' });
  });

  it('an export that was stopped gives no copy', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    await records.apply(many(community, 300));
    const stop = new AbortController();
    const copying = exportRecords(records, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await code(copying)).to.equal('cancelled');
    expect(records.status.work).to.deep.include({ kind: 'export', ended: 'stopped' });
    expect(await code(exportRecords(records, { signal: stop.signal }))).to.equal('cancelled');
    expect((await read(await exportRecords(records))).records).to.have.length(300);
  });

  it('an import that was stopped keeps the pages that were read so far', async () => {
    const community = newCommunityId();
    const from = await open({ community, keep: 'page' });
    await from.apply(many(community, 650));
    const copy = await exportRecords(from);
    const records = await open({ community, keep: 'page' });
    const unwatch = records.watchStatus(({ work }) => {
      if (work?.kind === 'import' && work.done >= 0) records.stop();
    });
    expect(await code(importRecords(records, copy))).to.equal('cancelled');
    unwatch();
    expect((await read(await exportRecords(records))).records).to.have.length(0);
    const file = new Blob([copy]);
    const stream = file.stream.bind(file);
    let [readings, chunks] = [0, 0];
    // The first reading checks the copy. The second is slow, so that the import can be stopped in the middle: a chunk, then a wait.
    file.stream = () => {
      if (++readings === 1) return stream();
      return stream().pipeThrough(
        new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          transform: async (chunk, out) => {
            for (let at = 0; at < chunk.length; at += 4096) {
              out.enqueue(chunk.slice(at, at + 4096));
              if (++chunks === 30) records.stop();
              await new Promise<void>((resume) => setTimeout(resume, 4));
            }
          },
        }),
      );
    };
    expect(await code(importRecords(records, file))).to.equal('cancelled');
    const { records: kept } = await read(await exportRecords(records));
    expect(kept.length).to.be.within(1, 649);
    expect(kept.length % 200).to.equal(0);
    expect(await importRecords(records, copy)).to.deep.include({ taken: 650 - kept.length, there: kept.length });
  });

  it('export and import need an open store', async () => {
    const records = await open({ community: newCommunityId(), locked: true });
    expect(await code(exportRecords(records))).to.equal('locked');
    expect(records.status.work).to.equal(undefined);
  });
});
