import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { zip } from '../../scripts/zip.mjs';

/** A folder with the zip for pages without a build, unpacked as a webmaster does. Build first. */
export function unzip(): { readonly home: string; readonly remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'milieu-zip-'));
  for (const [name, bytes] of Object.entries(unzipSync(zip()))) {
    if (name.endsWith('/')) continue;
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), bytes);
  }
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
}
