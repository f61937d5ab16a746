import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A folder of a host in which the packed tarball is installed, with its dependencies. Build first. */
export interface InstalledPackage {
  readonly home: string;
  /** `node_modules/milieu-elements` in it. */
  readonly folder: string;
  readonly tarball: string;
  /** Makes packages of this project's own `node_modules` available to the host, such as `react`. */
  readonly link: (...names: string[]) => void;
  readonly remove: () => void;
}

export function installPackage(): InstalledPackage {
  const home = mkdtempSync(join(tmpdir(), 'milieu-host-'));
  const folder = join(home, 'node_modules/milieu-elements');
  // It is built already, so `prepack` is left out.
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', home];
  const [{ filename }] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8' })) as [{ filename: string }];
  const tarball = join(home, filename);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  const link = (...names: string[]): void => {
    for (const name of names) {
      const place = join(home, 'node_modules', name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), place);
    }
  };
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  link(...Object.keys(dependencies));
  return { home, folder, tarball, link, remove: () => rmSync(home, { recursive: true, force: true }) };
}
