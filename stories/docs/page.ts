import { html, type TemplateResult } from 'lit';
import { asSaid, firstNames } from '../../.storybook/names.js';
import { tableOfKeys } from './all-keys.js';
import { PagePart, type Story } from './page-part.js';
import './stage.js';

const anchor = ({ id }: Story): string => `state-${id}`;

const docblock = (story: Story): string => {
  const { docs } = story.parameters as { readonly docs?: { readonly description?: { readonly story?: string } } };
  return docs?.description?.story ?? '';
};

/** “Widgets/Peer feedback/For staff” is called “Peer feedback, for staff”. */
export function nameOfTitle(title: string): string {
  const [, name = title, part] = title.split('/');
  return part ? `${name}, ${part.charAt(0).toLowerCase()}${part.slice(1)}` : name;
}

/** The address of a story in the manager, from inside the frame of the stories. */
export const addressOf = (id: string, kind = 'story'): string => `./?path=/${kind}/${id}`;

/** Name and lead of a widget. */
class DocsHead extends PagePart {
  protected override render(): TemplateResult {
    return html`<h1 class="docs-title">${nameOfTitle(this.stories[0]?.title ?? '')}</h1>
      <p class="docs-lead">${this.facts?.lead ?? this.about}</p>`;
  }
}

/** The widget as people see it: its first story, live. */
class DocsUse extends PagePart {
  protected override render(): TemplateResult {
    const [story] = this.stories;
    return html`<p>This one is live: use it. The people are invented, and nothing leaves this page.</p>
      <docs-stage .context=${this.context} .story=${story}></docs-stage>`;
  }
}

/** Every other story with its sentence: what it is called, why it matters, and how it looks. */
class DocsStates extends PagePart {
  protected override render(): TemplateResult {
    const others = this.facts ? this.stories.slice(1) : this.stories;
    return html`<p>${others.length} states, each drawn by the widget itself. Change theme, direction, text size or width in the bar above.</p>
      <ol class="docs-states">
        ${others.map(
          (story) =>
            html`<li id=${anchor(story)}>
              <div class="docs-caption">
                <h3>${asSaid(story.name, firstNames)}</h3>
                <p>${docblock(story)}</p>
                <a href=${addressOf(story.id)} target="_top">Open it alone<span class="docs-vh">: ${story.name}</span></a>
              </div>
              <docs-stage .context=${this.context} .story=${story}></docs-stage>
            </li>`,
        )}
      </ol>`;
  }
}

/** Which keys do what. */
class DocsKeys extends PagePart {
  protected override render(): TemplateResult {
    return tableOfKeys(this.facts?.keys ?? []);
  }
}

customElements.define('docs-head', DocsHead);
customElements.define('docs-use', DocsUse);
customElements.define('docs-states', DocsStates);
customElements.define('docs-keys', DocsKeys);
