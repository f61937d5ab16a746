// What a page waits for: only the imports that run at once, neither types nor import(). `npm run check` reads it.

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'paints-before-storage',
      severity: 'error',
      comment: 'A widget paints before zod, idb and noble have arrived.',
      from: { path: '^src/(elements|define)/|^src/index\\.ts$' },
      to: { path: '(^|/)node_modules/(zod|idb|@noble)/', reachable: true },
    },
    {
      name: 'model-without-page',
      severity: 'error',
      comment: 'A server runs the model without Lit and IndexedDB.',
      from: { path: '^src/model/' },
      to: { path: '(^|/)node_modules/(lit|@lit|idb|@noble)/', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { dynamic: true },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
    skipAnalysisNotInRules: true,
  },
};
