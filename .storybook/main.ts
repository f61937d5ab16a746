import type { StorybookConfig } from '@storybook/web-components-vite';

/** The package says which of its files do something when they are loaded. Stories are no part of it: all of theirs do. */
const effects = {
  name: 'stories-have-effects',
  transform: (code: string, id: string) =>
    /\/(stories|\.storybook)\/[^?]*\.ts$/.test(id) ? { code, map: null, moduleSideEffects: true } : undefined,
};

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Designers take these along from the page of downloads.
  staticDirs: [
    { from: '../tokens', to: '/downloads' },
    { from: '../custom-elements.json', to: '/downloads/custom-elements.json' },
  ],
  core: { disableTelemetry: true, enableCrashReports: false, disableWhatsNewNotifications: true },
  // The ground follows the theme of the toolbar, and the width stands there too.
  features: { sidebarOnboardingChecklist: false, backgrounds: false, viewport: false },
  // The entries and externals of vite.config.ts are those of the package; a page needs everything in it.
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), effects],
    // Storybook draws with Lit too: made ready together, both take the same one.
    optimizeDeps: {
      ...config.optimizeDeps,
      include: [
        ...(config.optimizeDeps?.include ?? []),
        ...['lit', 'lit/directive-helpers.js', 'lit/decorators.js', 'lit/directive.js'],
        ...['class-map', 'if-defined', 'keyed', 'live', 'ref', 'repeat', 'until'].map((name) => `lit/directives/${name}.js`),
        ...['@lit/context', 'uuidv7', 'idb', 'zod/mini', '@storybook/addon-docs', '@storybook/addon-docs/blocks'],
      ],
    },
    build: {
      ...config.build,
      lib: undefined,
      rolldownOptions: undefined,
      target: 'es2022',
      cssTarget: ['chrome125', 'firefox126', 'safari17.5'],
      chunkSizeWarningLimit: 4000,
    },
  }),
};
export default config;
