import type { StorybookConfig } from '@storybook/web-components-vite';

/** package.json lists the files with side effects. Stories are not in the package, and all their files have side effects. */
const effects = {
  name: 'stories-have-effects',
  transform: (code: string, id: string) =>
    /\/(stories|\.storybook)\/[^?]*\.ts$/.test(id) ? { code, map: null, moduleSideEffects: true } : undefined,
};

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // The downloads page offers these files.
  staticDirs: [
    { from: '../tokens', to: '/downloads' },
    { from: '../custom-elements.json', to: '/downloads/custom-elements.json' },
  ],
  core: { disableTelemetry: true, enableCrashReports: false, disableWhatsNewNotifications: true },
  // The background follows the theme of the toolbar, and the toolbar also sets the width.
  features: { sidebarOnboardingChecklist: false, backgrounds: false, viewport: false },
  // The entries and externals of vite.config.ts are for the package; a page needs all dependencies bundled.
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), effects],
    // Storybook renders with Lit too. Optimised together, both use the same copy.
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
