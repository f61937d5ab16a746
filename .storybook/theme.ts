import { create, type ThemeVars } from 'storybook/theming';

const font = "Inter, 'Source Sans 3', 'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif";

const shared = {
  brandTitle: 'milieu-elements',
  brandTarget: '_self',
  fontBase: font,
  appBorderRadius: 10,
  inputBorderRadius: 10,
} as const;

/** The surface, ink and accent colours of the widgets. */
export const light: ThemeVars = create({
  base: 'light',
  ...shared,
  colorPrimary: '#165b70',
  colorSecondary: '#165b70',
  appBg: '#eef0f0',
  appContentBg: '#eef0f0',
  appPreviewBg: '#eef0f0',
  appBorderColor: '#d3d7d7',
  textColor: '#1c262c',
  textMutedColor: '#51575b',
  barBg: '#fbfbf9',
  barTextColor: '#51575b',
  barHoverColor: '#165b70',
  barSelectedColor: '#165b70',
});

export const dark: ThemeVars = create({
  base: 'dark',
  ...shared,
  colorPrimary: '#8ccbdc',
  colorSecondary: '#8ccbdc',
  appBg: '#17181a',
  appContentBg: '#17181a',
  appPreviewBg: '#17181a',
  appBorderColor: '#34363a',
  textColor: '#e6e6e2',
  textMutedColor: '#a9acab',
  barBg: '#1f2023',
  barTextColor: '#a9acab',
  barHoverColor: '#8ccbdc',
  barSelectedColor: '#8ccbdc',
});
