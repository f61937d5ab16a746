// Prints tables and stores them in files.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import * as prettier from 'prettier';

/** The machine that the figures were measured on. */
export function machine() {
  const [{ model }] = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${platform()} ${arch()}, ${cpus().length} cores (${model.trim()}), ${gib} GiB, Node ${process.version}, load ${loadavg()[0].toFixed(1)}`;
}

/** A table for a terminal. The first row is the head. */
export function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const markdown = ([head, ...rows]) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

async function write(path, text) {
  const options = await prettier.resolveConfig(path);
  writeFileSync(path, await prettier.format(text, { ...options, filepath: path }));
}

const opening = `# Results of the benchmarks

Written by \`npm run bench\`. A section stays until its part is run again. Compare figures inside one section only.
`;

/**
 * Writes each part into its own section of a Markdown file and keeps the sections of other parts.
 * @param {string} path
 * @param {readonly { title: string, about: string, command: string, date: string, machine: string, rows: string[][] }[]} parts
 */
export async function writeResults(path, parts) {
  const sections = new Map();
  const old = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (const section of old.split(/^(?=## )/m).slice(1)) sections.set(/^## (.*)$/m.exec(section)[1], section);
  for (const { title, about, command, date, machine: on, rows } of parts) {
    sections.set(title, `## ${title}\n\n\`${command}\`, ${date}, ${on}.\n\n${about}\n\n${markdown(rows)}\n\n`);
  }
  await write(path, [opening, ...[...sections.keys()].sort().map((title) => sections.get(title))].join('\n'));
}

/** @returns {Record<string, { command: string, date: string, machine: string, figures: object }>} */
export const readBaseline = (path) => JSON.parse(readFileSync(path, 'utf8'));

const rounded = (_key, value) => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(4)) : value);

/** Writes the parts into a baseline and keeps the parts that were not run. */
export async function writeBaseline(path, parts) {
  const old = existsSync(path) ? readBaseline(path) : {};
  await write(path, JSON.stringify({ ...old, ...parts }, rounded));
}
