import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActLedger } from '../lab/act-ledger.js';
import type { Round, RoundInput, Scenario } from '../lab/scenario.js';
import { onStage, pause, type Stage } from '../lab/stage.js';

const block = Buffer.alloc(64 * 1024, 7);

interface SmallDisk {
  readonly path: string;
  fill(): void;
  free(): void;
  remove(): void;
}

/** A small disk of its own, in memory. */
function smallDisk(): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const ballast = join(path, 'ballast');
  return {
    path,
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (let size = block.length; size >= 1;)
          try {
            if (writeSync(file, block, 0, size) < size) size = Math.floor(size / 2);
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
            size = Math.floor(size / 2);
          }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      spawnSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

const canMount = (): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    smallDisk().remove();
    return true;
  } catch {
    return false;
  }
};

/** Acts until the disk is full; what waits must still go out; with room again, everything goes on. */
async function fillDisk(stage: Stage, disk: SmallDisk, ledger: ActLedger): Promise<void> {
  const { host } = stage;
  host.isDown = true;
  ledger.starts();
  const acting = host.next('acked');
  await stage.during(host.url({ tab: 'a', boot: String(stage.done), mayFail: 'quota connection', large: '1' }), async () => {
    await acting;
    await pause(500);
    const failing = host.next('failed');
    disk.fill();
    const { code } = await failing;
    stage.count(`told of ${String(code)}`);
    await pause(1000);
    const before = host.accepted.length;
    host.isDown = false;
    // All that waited, but for what waits behind a change that the backend refuses.
    const waited = stage.counts['acked'] ?? 0;
    for (let left = 600; left > 0 && host.accepted.length - before < waited / 2; left--) await pause(200);
    if (host.accepted.length - before < waited / 2)
      stage.faults.push(`while the disk was full, ${host.accepted.length - before} of ${waited} went out`);
    stage.count('sent from a full disk', host.accepted.length - before);
    const again = host.next('acked');
    disk.free();
    await again;
  });
}

async function round(input: RoundInput): Promise<Round> {
  const disk = smallDisk();
  try {
    return await onStage(
      input,
      'acts',
      'leveldb',
      async (stage) => {
        const ledger = new ActLedger(stage);
        stage.host.on('found', (report) => ledger.found(report));
        for (; stage.done < input.size && !ledger.isOver; stage.done++) await fillDisk(stage, disk, ledger);
        if (ledger.isOver) return ledger.judgeLoss();
        ledger.starts();
        ledger.drained(await stage.visit(stage.host.url({ tab: 'a', boot: 'end', drain: '1' }), 'drained', 240_000));
      },
      disk.path,
    );
  } finally {
    disk.remove();
  }
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'disk-full',
    promise: 'On a full disk the person is told, what waits still goes out, and with room again everything goes on without a new load',
    unit: 'full disks',
    total: { short: 1, full: 20 },
    perRound: 4,
    unavailable: () => (canMount() ? undefined : 'it needs Linux and the right to mount a disk'),
    round,
  },
];
