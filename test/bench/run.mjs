// npm run bench: bytes, load, one act, a backlog, people. What the options mean: `npm run bench -- --help`.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/entries.mjs';
import { run } from '../../scripts/run.mjs';
import * as act from './act.mjs';
import * as backlog from './backlog.mjs';
import * as bytes from './bytes.mjs';
import { compare } from './compare.mjs';
import * as load from './load.mjs';
import * as people from './people.mjs';
import { aligned, machine, readBaseline, writeBaseline, writeResults } from './report.mjs';

const parts = { bytes, load, act, backlog, people };

const help = `npm run bench -- [bytes] [load] [act] [backlog] [people] [options]     all five unless named
  --rounds=15             rounds of load, act and people that count; more of them tell smaller differences apart
  --warmup=1              rounds before them that do not
  --widget=peer-feedback  the widget that is loaded; bytes weighs it alone where it is given
  --control=SELECTOR      load: what has to be painted and take the focus; the first field unless given
  --cpu=1,4               load: how many times slower than this machine
  --acts=30               act: acts in a round, up to 199
  --rows=1000             backlog: changes that wait; a tenth of them is measured first
  --before=FOLDER         people: the dist/cdn of another build, measured in the same rounds
  --against=FILE          compares with a baseline; exit code 1 where load is more than 10 % worse over the form by hand,
                          2 where it may be and the rounds differ too much to tell
  --save=FILE             writes the figures as a baseline
  --out=FILE              where the tables go; test/bench/RESULTS.md unless given
  --built                 takes dist as it is, else everything is built first`;

const text = (value) => ({ type: 'string', default: value });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: text('15'),
    warmup: text('1'),
    widget: text(undefined),
    control: text('input:not([type=hidden]), select, textarea'),
    cpu: text('1,4'),
    acts: text('30'),
    rows: text('1000'),
    before: text(undefined),
    against: text(undefined),
    save: text(undefined),
    out: text(join(root, 'test/bench/RESULTS.md')),
    built: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** @param {number} least */
function whole(name, value, least) {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least) throw new Error(`--${name}=${value}: a whole number from ${least} is needed`);
  return number;
}

async function build() {
  console.log('building …');
  const { code, output } = await run('node', ['scripts/build.mjs']);
  if (code !== 0) throw new Error(output);
}

async function bench() {
  const names = positionals.length ? positionals : Object.keys(parts);
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  const { widget } = values;
  const options = {
    rounds: whole('rounds', values.rounds, 1),
    warmup: whole('warmup', values.warmup, 0),
    acts: whole('acts', values.acts, 1),
    rows: whole('rows', values.rows, 1),
    cpu: values.cpu.split(',').map((rate) => whole('cpu', rate, 1)),
    control: values.control,
    ...(values.before ? { before: values.before } : {}),
    widget: widget ?? 'peer-feedback',
    ...(widget ? { widgets: [widget] } : {}),
  };
  const baseline = values.against && readBaseline(values.against);
  if (!values.built) await build();

  const given = process.argv.slice(2).filter((word) => !/^--(out|save|against|before|built)\b/.test(word) && !(word in parts));
  const results = {};
  const written = [];
  for (const name of names) {
    const { title, about, table, measure } = parts[name];
    const about1 = { command: ['npm run bench --', name, ...given].join(' '), date: new Date().toISOString().slice(0, 10), machine: machine() };
    const figures = await measure(options);
    results[name] = { ...about1, figures };
    written.push({ title, about, ...about1, rows: table(figures) });
    console.log(`\n${title}. ${about}\n${aligned(table(figures))}`);
  }
  await writeResults(values.out, written);
  if (values.save) await writeBaseline(values.save, results);
  if (baseline) report(compare(baseline, results));
}

function report(lines) {
  if (!lines.length) throw new Error(`${values.against} has nothing of what was measured`);
  const rows = lines.map(({ what, before, now, verdict }) => [what, before, now, verdict]);
  console.log(`\nAgainst ${values.against}\n${aligned([['what', 'before', 'now', ''], ...rows])}`);
  const worse = lines.filter((line) => line.worse).length;
  const unproven = lines.filter((line) => line.unproven).length;
  console.log(`${worse} of ${lines.length} are worse${unproven ? `; ${unproven} may be: run more rounds` : ''}`);
  process.exitCode = worse ? 1 : unproven ? 2 : 0;
}

if (values.help) console.log(help);
else await bench();
