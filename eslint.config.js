import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import house from './scripts/eslint/house.mjs';

const names = (list) => Object.fromEntries(list.split(' ').map((name) => [name, 'readonly']));
const node = names(
  'process console fetch URL URLSearchParams Buffer setTimeout clearTimeout setInterval clearInterval setImmediate structuredClone crypto AbortSignal AbortController Response Request Headers TextEncoder TextDecoder performance',
);
const page = names(
  'window document navigator location history customElements localStorage sessionStorage indexedDB matchMedia CustomEvent Event FormData EventSource addEventListener requestAnimationFrame Option Element HTMLElement Node AbortController',
);

/** Under a strict policy a template loses a `style` attribute and a style element. */
const inTemplate = 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement';
const unsafe = [
  {
    selector: `${inTemplate}[value.raw=/(^|\\s)style\\s*=/]`,
    message: 'A style attribute breaks a strict policy: use .style=, a class, or :state().',
  },
  { selector: `${inTemplate}[value.raw=/<style/]`, message: 'A style element breaks a strict policy: use static styles.' },
  { selector: `${inTemplate}[value.raw=/\\.(innerHTML|outerHTML|srcdoc)\\s*=/]`, message: 'Text is rendered as text.' },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc)$/]',
    message: 'Text is rendered as text.',
  },
  {
    selector: "MemberExpression[object.name='z'][property.name='config']",
    message: 'zod keeps its settings for the whole page: leave them to the host.',
  },
];

const asksStatus = 'What a status allows stands in the tables: ask can().';
const equals = 'BinaryExpression[operator=/^[!=]==?$/]';
const statusQuestions = [
  { selector: `${equals} > MemberExpression[property.name='status']`, message: asksStatus },
  { selector: `${equals} > Identifier[name='status']`, message: asksStatus },
  { selector: "SwitchStatement > MemberExpression[property.name='status']", message: asksStatus },
];

const oneForm = 'A form keeps its draft, busy flag, problems and focus in a FormController.';
const formsByHand = [
  { selector: "MemberExpression[property.name='drafts']", message: oneForm },
  { selector: 'PropertyDefinition[key.name=/^(busy|saving|keeping|sending)$/]:has(Decorator[expression.callee.name="state"])', message: oneForm },
  { selector: 'TaggedTemplateExpression[tag.name=\'html\'] TemplateElement[value.raw=/class="problems"/]', message: oneForm },
];
const formImports = { regex: '/(draft-keeper|draft-document)\\.js$', message: oneForm };
/** Where something is saved, and whether it was sent, is said in one place, so that the body and the foot of a widget agree. */
const saidElsewhere = 'Where something is saved and whether it was sent is asked with truthOf() and said by parts/save-sentence.';
const saveQuestions = [
  { selector: `${equals} > MemberExpression[property.name='sent']`, message: saidElsewhere },
  { selector: `${equals} > Identifier[name='sent']`, message: saidElsewhere },
  { selector: 'CallExpression[callee.property.name=/^(t|say)$/] Literal[value=/^(status\\.(?!again$)|keep\\.)/]', message: saidElsewhere },
];
const savers = ['controllers/save-progress.ts', 'parts/save-sentence.ts', 'parts/status-line.ts', 'parts/conflicts-and-rejections.ts'];
/** A list that is cut off says so with *Show more*: how many records are asked for is the business of QueryController. */
const cutOff = 'Lists are asked for with QueryController, whole or by pages with Show more: nothing falls off unsaid.';
/** A question about one record cuts nothing off. */
const ofMany = ':not([arguments.0.properties.1.key.name="id"])';
const listQuestions = [
  { selector: "ObjectExpression > Property[key.name='limit']", message: cutOff },
  { selector: `CallExpression[callee.property.name=/^(list|watch)$/][callee.object.name="records"]${ofMany}`, message: cutOff },
  { selector: `CallExpression[callee.property.name=/^(list|watch)$/][callee.object.property.name="records"]${ofMany}`, message: cutOff },
];
/** The last one shows no list: whom somebody addressed last is only the order of names. */
const listers = ['controllers/query.ts', 'controllers/record-pages.ts', 'parts/recent-people.ts'];
/** A call for help says more than whether it was sent: whether anybody has seen it. */
const asksForHelp = ['help/help-call.ts'];
/** Wrong PINs lie where drafts do, and are no form. */
const triesOfPins = ['house/pin-tries.ts'];
const inElements = (names) => names.map((name) => `src/elements/${name}`);

/** The host is asked before an act is saved, whatever view it comes from. */
const askedFirst = [
  {
    selector: 'CallExpression[callee.property.name="act"][callee.object.name=/^(records|store)$/]',
    message: 'Acts go through Community.act(), which asks the host first.',
  },
  {
    selector: 'CallExpression[callee.property.name="act"][callee.object.property.name="records"]',
    message: 'Acts go through Community.act(), which asks the host first.',
  },
];
const asksTheHost = ['community/community.ts'];

const unsafeImports = {
  patterns: [
    {
      regex: '^lit(-html)?/directives/(style-map|unsafe-html|unsafe-svg|unsafe-mathml)',
      message: 'It breaks a strict policy, or renders text as markup.',
    },
  ],
};

export default defineConfig(
  globalIgnores(['dist/', 'storybook-static/', 'coverage/', 'test/output/', 'examples/**/vendor/', 'examples/portal/data/']),
  js.configs.recommended,
  {
    plugins: { house },
    rules: {
      'max-lines': ['error', 300],
      'house/class-size': ['error', 250],
      'house/render-size': ['error', 60],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-imports': ['error', unsafeImports],
      'no-restricted-syntax': ['error', ...unsafe],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/best-practice']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-console': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A method of an interface may return a promise although one implementation has nothing to await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An element registers in src/define, so a class file has no tag of its own.
      'wc/file-name-matches-element': 'off',
      'wc/guard-define-call': 'off',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'house/one-home': 'error' } },
  {
    files: ['src/elements/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [...unsafeImports.patterns, formImports] }],
      'no-restricted-syntax': ['error', ...unsafe, ...statusQuestions, ...saveQuestions, ...listQuestions, ...formsByHand, ...askedFirst],
    },
  },
  {
    files: ['src/elements/controllers/*.ts', 'src/elements/parts/fields.ts'],
    rules: {
      'no-restricted-imports': ['error', unsafeImports],
      'no-restricted-syntax': ['error', ...unsafe, ...statusQuestions, ...saveQuestions, ...listQuestions],
    },
  },
  {
    files: inElements(asksTheHost),
    rules: { 'no-restricted-syntax': ['error', ...unsafe, ...statusQuestions, ...saveQuestions, ...listQuestions, ...formsByHand] },
  },
  { files: inElements(savers), rules: { 'no-restricted-syntax': ['error', ...unsafe, ...statusQuestions, ...listQuestions] } },
  { files: inElements(listers), rules: { 'no-restricted-syntax': ['error', ...unsafe, ...statusQuestions, ...saveQuestions] } },
  { files: inElements(triesOfPins), rules: { 'no-restricted-syntax': ['error', ...unsafe, ...statusQuestions, ...saveQuestions, ...listQuestions] } },
  { files: inElements(asksForHelp), rules: { 'no-restricted-syntax': ['error', ...unsafe, ...statusQuestions] } },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // chai asserts with properties, node:test and mocha return promises that the runner awaits.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            // Typed as a promise for the sake of snapshots, which are not used here.
            { from: 'package', package: 'chai', name: 'Equal' },
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'] },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        ...['it', 'test', 'describe', 'suite'].flatMap((object) =>
          ['only', 'skip', 'todo'].map((property) => ({ object, property, message: 'Every test runs.' })),
        ),
        { property: 'waitForTimeout', message: 'Wait for what is to happen, not for a time.' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: node },
  },
  { files: ['examples/**/*.js'], languageOptions: { globals: { ...node, ...page } } },
  // Holds functions that run in the page.
  { files: ['scripts/stories/tab.mjs'], languageOptions: { globals: { ...node, ...page } } },
  {
    files: ['test/bench/load.mjs', 'test/bench/pages/*.js'],
    languageOptions: { globals: { ...node, ...page, ...names('globalThis requestIdleCallback PerformanceObserver CSSStyleSheet') } },
  },
  {
    files: ['test/faults/pages/*.js'],
    languageOptions: {
      globals: {
        ...node,
        ...page,
        ...names(
          'IDBFactory Blob open XMLSerializer BroadcastChannel HTMLButtonElement HTMLFormElement HTMLInputElement HTMLTextAreaElement InputEvent',
        ),
      },
    },
  },
  { files: ['test/testing/page.js'], languageOptions: { globals: { ...page, ...names('setTimeout globalThis afterEach after') } } },
);
