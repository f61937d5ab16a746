/** The version of this build. Written by scripts/version.mjs from package.json. */
export const version = '0.1.0';
