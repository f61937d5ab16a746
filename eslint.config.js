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

/** A template that sets `style` as an attribute, or holds a style element, loses both under a strict policy. */
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
      // An interface may promise a promise where one of its makers has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An element registers in src/define, so a class file has no tag of its own.
      'wc/file-name-matches-element': 'off',
      'wc/guard-define-call': 'off',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'house/imports': 'error' } },
  { files: ['src/elements/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...unsafe, ...statusQuestions] } },
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
  { files: ['test/support/page.js'], languageOptions: { globals: { ...page, ...names('setTimeout globalThis afterEach after') } } },
);
