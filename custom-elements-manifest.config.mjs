/** Read by `npm run manifest`, which then keeps the public tags alone and names their published files. */
export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/*.styles.ts', 'src/elements/**/strings.ts', 'src/elements/**/index.ts'],
  litelement: true,
  packagejson: false,
  dependencies: false,
  quiet: true,
};
