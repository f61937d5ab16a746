import { given } from './report.js';

// Marsaglia's xorshift: the seed of the address repeats a round.
let state = Math.imul(Number(given('seed')) ^ 0x51ed270b, 0x9e3779b1) >>> 0 || 1;

export function random() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}
export const below = (limit) => Math.floor(random() * limit);
export const pick = (from) => from[below(from.length)];
