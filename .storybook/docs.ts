import { DocsRenderer } from '@storybook/addon-docs';
import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { factsOf } from '../stories/docs/facts.js';
import template from './docs-page.mdx';
import plain from './docs-plain.mdx';
import './jump.js';
import { dark, light } from './theme.js';

/** Text of docs pages uses the background of the page and the theme of the toolbar. */
const themed = (props: DocsContainerProps): unknown => {
  const isDark = document.documentElement.style.colorScheme === 'dark';
  return DocsContainer({ ...props, theme: isDark ? dark : light });
};

/** Renders docs pages: those of stories with our templates, guides as written. It is loaded when a docs page is opened. */
export class Pages extends DocsRenderer<never> {
  constructor() {
    super();
    const { render } = this;
    this.render = (context, parameters, element) => {
      const [story] = context.componentStories();
      const own = story && (factsOf(String(story.component)) ? template : plain);
      return render(context, { ...parameters, container: themed, page: (parameters['page'] as unknown) ?? own }, element);
    };
  }
}
