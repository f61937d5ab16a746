export { type Contrast, colorsOf, contrastOf, ratioOf } from './contrast.js';
export type { Ground, Token } from './token.js';
export { type TokenName, tokens } from './tokens.js';
