import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, enableCrashReports: false, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  // The entries and externals of vite.config.ts are those of the package; a page needs everything in it.
  viteFinal: (config) => ({
    ...config,
    plugins: config.plugins ?? [],
    build: { ...config.build, lib: undefined, rolldownOptions: undefined, target: 'es2022', chunkSizeWarningLimit: 4000 },
  }),
};
export default config;
