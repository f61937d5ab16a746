import { DocsRenderer } from '@storybook/addon-docs';
import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { factsOf } from '../stories/docs/facts.js';
import template from './docs-page.mdx';
import { dark, light } from './theme.js';

/** Words of docs pages are written on the ground of the page, in the theme of the toolbar. */
const themed = (props: DocsContainerProps): unknown => {
  const isDark = document.documentElement.style.colorScheme === 'dark';
  return DocsContainer({ ...props, theme: isDark ? dark : light });
};

/** Draws docs pages: a widget's page by our own template, guides as they are written. It is loaded when somebody opens one. */
export class Pages extends DocsRenderer<never> {
  constructor() {
    super();
    const { render } = this;
    this.render = (context, parameters, element) => {
      const [story] = context.componentStories();
      const own = factsOf(String(story?.component)) ? template : undefined;
      return render(context, { ...parameters, container: themed, page: (parameters['page'] as unknown) ?? own }, element);
    };
  }
}
