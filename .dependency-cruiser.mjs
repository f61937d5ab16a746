// Who may import whom in src; `npm run check` reads it. Type imports count as every other, so that a folder can be read with those above it alone.
// What waits for what when a page loads is asked in .dependency-cruiser.static.mjs.

/** @type {import('dependency-cruiser').SeverityType} */
const severity = 'error';

/** The folders of a part, each built on those above it. */
const stacks = {
  'src/records': ['base', 'tasks', 'sync-rules', 'storage', 'crypto', 'context', 'commits', 'sync', 'backup'],
  'src/elements': ['styles', 'language', 'community', 'controllers', 'parts', 'coping', 'concern'],
};

/** @type {import('dependency-cruiser').IRegularForbiddenRuleType[]} */
const inOrder = Object.entries(stacks).flatMap(([part, folders]) =>
  folders.map((folder, index) => ({
    name: `${part.slice(4)}-in-order`,
    severity,
    comment: `${part}/${folder} may import only from the folders above it: ${folders.slice(0, index).join(', ') || 'none'}.`,
    from: { path: `^${part}/${folder}/` },
    to: { path: `^${part}/`, pathNot: `^${part}/(${folders.slice(0, index + 1).join('|')})/` },
  })),
);

/**
 * A part may import itself and these; `types`: only for types, or later, with import().
 * @type {Record<string, { from: string[], types?: string[] }>}
 */
const parts = {
  model: { from: [] },
  records: { from: ['model'] },
  elements: { from: ['model', 'records'], types: ['content', 'locales', 'adapters'] },
  adapters: { from: ['model'], types: ['records'] },
  content: { from: ['model'] },
  locales: { from: [], types: ['elements'] },
  tokens: { from: [] },
  define: { from: ['elements'] },
  testing: { from: ['model'], types: ['records', 'elements'] },
};

/** @type {import('dependency-cruiser').DependencyType[]} */
const later = ['type-only', 'type-import', 'dynamic-import'];

/** @type {import('dependency-cruiser').IRegularForbiddenRuleType[]} */
const betweenParts = Object.entries(parts).flatMap(([part, { from, types = [] }]) => {
  /** @type {(comment: string, to: import('dependency-cruiser').IRegularForbiddenRuleType['to']) => import('dependency-cruiser').IRegularForbiddenRuleType} */
  const rule = (comment, to) => ({ name: 'parts-in-order', severity, comment, from: { path: `^src/${part}/` }, to });
  const allowed = [part, ...from, ...types].join('|');
  return [
    rule(`${part} may import ${[part, ...from].join(', ')}.`, { path: '^src/', pathNot: `^src/(${allowed})/` }),
    ...(types.length
      ? [
          rule(`${part} may import ${types.join(', ')} only for types, or later, with import().`, {
            path: `^src/(${types.join('|')})/`,
            dependencyTypesNot: later,
          }),
        ]
      : []),
  ];
});

/** Who may use which package. A package that stands nowhere here may be used by nobody. */
const packages = [
  { name: 'zod', path: '^zod$|(^|/)node_modules/zod/', who: '^src/model/.*\\.schema\\.ts$' },
  { name: 'idb', path: '(^|/)node_modules/idb/', who: '^src/records/storage/' },
  { name: 'noble', path: '(^|/)node_modules/@noble/(ciphers|hashes)/', who: '^src/records/crypto/' },
  { name: 'names', path: '(^|/)node_modules/dom-accessibility-api/', who: '^src/testing/' },
  { name: 'uuidv7', path: '(^|/)node_modules/uuidv7/', who: '^src/(records|elements)/' },
  { name: 'lit', path: '(^|/)node_modules/(lit|@lit/context)/', who: '^src/(elements|locales)/' },
];
const known = packages.map(({ path }) => path).join('|');

/** @type {import('dependency-cruiser').IRegularForbiddenRuleType[]} */
const ofPackages = [
  ...packages.map(({ name, path, who }) => ({
    name: `${name}-in-its-folder`,
    severity,
    comment: `${name} may be used only in ${who}.`,
    from: { path: '^src/', pathNot: who },
    to: { path },
  })),
  {
    name: 'zod-mini',
    severity,
    comment: 'zod in its small form: zod/mini.',
    from: { path: '^src/' },
    to: { path: 'node_modules/zod/', pathNot: 'node_modules/zod/mini/' },
  },
  {
    name: 'known-packages',
    severity,
    comment: 'Every package that a page loads is chosen by hand: add it to .dependency-cruiser.mjs and package.json.',
    from: { path: '^src/' },
    to: { path: '.', pathNot: `^src/|${known}` },
  },
];

/** Files of the engine that the tables of the kinds stand on. */
const engine = ['record', 'change', 'transition', 'needs', 'refusals', 'text'].join('|');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...inOrder,
    ...betweenParts,
    ...ofPackages,
    {
      name: 'no-widget-in-another',
      severity,
      comment: 'Widgets use each other only as tags; the coping card and the deck share coping, and a concern can be raised from several.',
      from: { path: '^src/elements/([^/]+)/' },
      to: { path: '^src/elements/', pathNot: `^src/elements/($1|styles|language|community|controllers|parts|coping|concern)/` },
    },
    {
      name: 'coping-for-coping',
      severity,
      comment: 'What the coping card and the deck share is theirs alone.',
      from: { path: '^src/elements/', pathNot: '^src/elements/(coping|coping-card|coping-deck)/' },
      to: { path: '^src/elements/coping/' },
    },
    {
      name: 'kinds-on-engine',
      severity,
      comment: 'A kind is a table: it knows record, transition, needs, refusals, text and other families, and not who reads it.',
      from: { path: '^src/model/kinds/[^/]+/' },
      to: { path: '^src/model/', pathNot: `^src/model/(kinds/[^/]+/|(${engine})\\.ts$|field-types\\.schema\\.ts$)` },
    },
    {
      name: 'schemas-apart',
      severity,
      comment: 'A table is read by widgets that paint before any schema has arrived.',
      from: { path: '^src/model/', pathNot: '\\.schema\\.ts$|^src/model/index\\.ts$' },
      to: { path: '\\.schema\\.ts$' },
    },
    { name: 'no-cycle', severity, comment: 'Files in a circle are one file.', from: {}, to: { circular: true } },
    {
      name: 'no-folder-cycle',
      severity,
      comment: 'Folders in a circle are one folder.',
      scope: 'folder',
      // src/model and src/model/kinds: the engine looks a kind up in the list of tables, and the tables are made of what the engine offers.
      from: { pathNot: '^src$|^src/model(/kinds)?$' },
      to: { circular: true, viaOnly: { pathNot: '^src$|^src/model(/kinds)?$' } },
    },
    { name: 'no-lost-import', severity, comment: 'It names a file that is not there.', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
    skipAnalysisNotInRules: true,
  },
};
