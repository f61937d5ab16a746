import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import manifest from '../custom-elements.json';
import '../src/define/index.js';

setStorybookHelpersConfig({ hideArgRef: true, typeRef: 'type' });
setCustomElementsManifest(manifest);

type Globals = Readonly<Record<string, unknown>>;

/** Puts what the toolbar says on the page itself: widgets take theme, language and direction from there. */
function dress({ theme, dir, locale }: Globals): void {
  const { documentElement: page } = document;
  page.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : 'light dark';
  page.dir = dir === 'rtl' ? 'rtl' : 'ltr';
  page.lang = typeof locale === 'string' ? locale : 'en';
}

const item = (value: string, title: string) => ({ value, title });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error', options: { rules: { 'target-size': { enabled: true } } } },
    controls: { expanded: true },
    options: { storySort: { order: ['Welcome', 'Foundations', 'Guides', 'Widgets', 'Pages'] } },
  },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: { title: 'Theme', icon: 'contrast', items: [item('auto', 'As the system'), item('light', 'Light'), item('dark', 'Dark')] },
    },
    dir: {
      description: 'Direction of writing',
      toolbar: { title: 'Direction', icon: 'transfer', items: [item('ltr', 'Left to right'), item('rtl', 'Right to left')] },
    },
    locale: {
      description: 'Language of the page',
      toolbar: { title: 'Language', icon: 'globe', items: [item('en', 'English'), item('es', 'Español'), item('ar', 'العربية')] },
    },
  },
  initialGlobals: { theme: 'light', dir: 'ltr', locale: 'en' },
  decorators: [
    (story, { globals }) => {
      dress(globals);
      return story();
    },
  ],
};
export default preview;
