import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { DocsContextProps } from '@storybook/addon-docs/blocks';
import { type Facts, factsOf } from './facts.js';

export type Story = ReturnType<DocsContextProps['componentStories']>[number];

/** One part of a widget's page. It renders without a shadow root, so that its stories have the same styles as elsewhere. */
export abstract class PagePart extends LitElement {
  @property({ attribute: false }) context?: DocsContextProps;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected get stories(): readonly Story[] {
    return this.context?.componentStories() ?? [];
  }
  protected get tag(): string {
    return String(this.stories[0]?.component ?? '');
  }
  /** What the file of the stories says about them. */
  protected get about(): string {
    const { docs } = (this.stories[0]?.parameters ?? {}) as { readonly docs?: { readonly description?: { readonly component?: string } } };
    return docs?.description?.component ?? '';
  }
  protected get facts(): Facts | undefined {
    return factsOf(this.tag);
  }
}
