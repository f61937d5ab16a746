const files = import.meta.glob<string>('../../ACCESSIBILITY.md', { query: '?raw', import: 'default', eager: true });

/** The promises of ACCESSIBILITY.md. */
export const promises = Object.values(files)[0] ?? 'They are not written yet.';
