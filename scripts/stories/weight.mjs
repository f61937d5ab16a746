// What the pictures weigh together, and whether they were compared.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pictureFolder } from './files.mjs';

/** @param {string} [refusal] why none was compared */
export function pictureSum(refusal) {
  const names = existsSync(pictureFolder) ? readdirSync(pictureFolder).filter((name) => name.endsWith('.png')) : [];
  const bytes = names.reduce((sum, name) => sum + statSync(join(pictureFolder, name)).size, 0);
  const weight = `pictures: ${names.length}, ${(bytes / 2 ** 20).toFixed(1)} MB`;
  return refusal ? `${weight}. NOT COMPARED here, and none counted as passed: ${refusal}` : weight;
}
