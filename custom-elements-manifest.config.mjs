/** Used by `npm run manifest`, which keeps only the public tags and names their published files. */
export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/*.styles.ts', 'src/elements/**/strings.ts', 'src/elements/**/index.ts'],
  litelement: true,
  packagejson: false,
  dependencies: false,
  quiet: true,
};
