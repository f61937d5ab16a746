// The total size of the pictures.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pictureFolder } from './files.mjs';

export function pictureSum() {
  const names = existsSync(pictureFolder) ? readdirSync(pictureFolder).filter((name) => name.endsWith('.png')) : [];
  const bytes = names.reduce((sum, name) => sum + statSync(join(pictureFolder, name)).size, 0);
  return `pictures: ${names.length}, ${(bytes / 2 ** 20).toFixed(1)} MB`;
}
