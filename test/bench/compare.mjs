// Finds what became worse since a baseline.
import { floor, judged } from './load.mjs';

/** The highest ratio of a load to its baseline. */
export const most = 1.1;
/** The highest growth of a layout shift. It is a difference, because the floor's score can be 0. */
export const mostShift = 0.01;

/** @typedef {{ what: string, before: string, now: string, verdict: string, worse: boolean, unproven?: boolean }} Line
 * `unproven`: the median is worse, but the rounds differ too much to tell */

const percent = (change) => `${change >= 1 ? '+' : ''}${((change - 1) * 100).toFixed(1)} %`;

/** Whether the limit is inside the interval of the rounds. */
const cannotTell = ({ low, high }, limit) => low <= limit && limit <= high;

/** @returns {Line} */
function ratioLine(what, before, now) {
  const limit = before.median * most;
  const above = now.median > limit;
  const unclear = cannotTell(now, limit);
  const doubt = unclear ? ', but the rounds differ too much to tell: run more' : '';
  const verdict = `${percent(now.median / before.median)}${above ? `: WORSE by more than ${percent(most).slice(1)}` : ': holds'}${doubt}`;
  const worse = above && !unclear;
  return { unproven: above && unclear, what, before: before.median.toFixed(2), now: now.median.toFixed(2), verdict, worse };
}

/** @returns {Line} */
function shiftLine(what, before, now) {
  const worse = now.median > before.median + mostShift;
  return { what, before: before.median.toFixed(3), now: now.median.toFixed(3), verdict: worse ? 'WORSE' : 'holds', worse };
}

function loadLines(before, now) {
  const pairs = Object.entries(now).flatMap(([speed, subjects]) =>
    Object.entries(subjects).flatMap(([subject, bag]) => {
      const old = before[speed]?.[subject];
      return old && subject !== floor ? [{ at: `${speed}, ${subject}`, bag, old }] : [];
    }),
  );
  return pairs.flatMap(({ at, bag, old }) => [
    ...judged.map((metric) => ratioLine(`${at}: ${metric} over ${floor}`, old[metric].over, bag[metric].over)),
    shiftLine(`${at}: layout shift`, old['layout shift'], bag['layout shift']),
  ]);
}

/** A rise in bytes is not worse by itself: it needs a reason. */
const bytesLines = (before, now) =>
  Object.entries(now).map(([what, { gzip }]) => {
    const old = before[what]?.gzip;
    const rise = gzip - (old ?? 0);
    const verdict = old === undefined ? 'new: say why' : rise > 0 ? `+${rise} bytes: say why` : rise < 0 ? `${rise} bytes` : 'the same';
    return { what: `${what}: gzip bytes`, before: String(old ?? '-'), now: String(gzip), verdict, worse: false };
  });

const actLines = (before, now) =>
  Object.entries(now['the store'].over).map(([name, times]) => {
    const old = before['the store'].over[name];
    return {
      what: `one act over ${name}`,
      before: old.median.toFixed(2),
      now: times.median.toFixed(2),
      verdict: percent(times.median / old.median),
      worse: false,
    };
  });

const lines = { bytes: bytesLines, load: loadLines, act: actLines };

/**
 * Compares only figures that both have.
 * @param {Record<string, { figures: object }>} before a stored baseline
 * @param {Record<string, { figures: object }>} now
 * @returns {Line[]}
 */
export const compare = (before, now) =>
  Object.entries(now).flatMap(([part, { figures }]) => (before[part] ? lines[part](before[part].figures, figures) : []));
