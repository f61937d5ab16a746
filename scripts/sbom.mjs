// Writes docs/sbom.json: the packages that are shipped, in the CycloneDX format, from package-lock.json. (`npm sbom --omit dev` leaves out
// packages that a development tool needs as well, lit among them.)
//   node scripts/sbom.mjs           writes it
//   node scripts/sbom.mjs --check   exit code 1 where it is stale
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';
import { writeOrCheck } from './written.mjs';

/** @typedef {{ version: string, integrity: string, license: string, dependencies?: Record<string, string>, hasInstallScript?: boolean }} Locked */
/** @type {{ name: string, packages: Record<string, Locked> }} */
const { name: ownName, packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** What the lockfile says of the package at `place`; '' is this package. */
function lockedAt(/** @type {string} */ place) {
  const locked = packages[place];
  if (!locked) throw new Error(`package-lock.json has nothing at ${place}.`);
  return locked;
}

/** Where a package that stands at `from` finds `name`: in its own node_modules, or in those of the folders above. */
function placeOf(/** @type {string} */ from, /** @type {string} */ name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (!at) throw new Error(`${name} is not in package-lock.json.`);
  }
}

const dependsOn = (/** @type {string} */ place) => Object.keys(lockedAt(place).dependencies ?? {}).map((name) => placeOf(place, name));

/** @type {Set<string>} */
const shipped = new Set(dependsOn(''));
for (const place of shipped) for (const next of dependsOn(place)) shipped.add(next);

for (const place of shipped) if (lockedAt(place).hasInstallScript) throw new Error(`${place} runs a script when it is installed.`);

const nameOf = (/** @type {string} */ place) => place.split('node_modules/').at(-1) ?? place;
const urlOf = (/** @type {string} */ name, /** @type {string} */ version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const component = (/** @type {string} */ name, /** @type {Locked} */ { version, license }) => ({
  'bom-ref': urlOf(name, version),
  type: 'library',
  name,
  version,
  purl: urlOf(name, version),
  licenses: [{ license: { id: license } }],
});
const refOf = (/** @type {string} */ place) => urlOf(place ? nameOf(place) : ownName, lockedAt(place).version);

const content = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component: component(ownName, lockedAt('')) },
  components: [...shipped].sort().map((place) => ({
    ...component(nameOf(place), lockedAt(place)),
    hashes: [{ alg: 'SHA-512', content: Buffer.from(lockedAt(place).integrity.replace('sha512-', ''), 'base64').toString('hex') }],
  })),
  dependencies: ['', ...[...shipped].sort()].map((place) => ({ ref: refOf(place), dependsOn: dependsOn(place).map(refOf) })),
};
await writeOrCheck(join(root, 'docs/sbom.json'), JSON.stringify(content), { command: 'node scripts/sbom.mjs' });
