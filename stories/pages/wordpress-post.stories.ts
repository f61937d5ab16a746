import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/define/coping-card.js';
import { findByText } from '../../src/testing/by-role.js';
import './wordpress-post.css';

const meta: Meta = { title: 'Pages/WordPress post', tags: ['!autodocs'], parameters: { layout: 'fullscreen' } };
export default meta;

const before = html`<header class="post-top">
    <a href="#">The Kitchen Table</a>
    <p>Notes from a small recovery house</p>
  </header>
  <p class="post-day">21 November</p>
  <h1>When it gets loud inside</h1>
  <p>
    Last winter we put a chair by the back window. It is nobody’s chair. When it gets loud inside, somebody sits there for three minutes and breathes
    out longer than they breathe in. That is all. It does not work for everyone, and not every time.
  </p>
  <h2>Try it here</h2>
  <p>You need no account, and nothing of it is sent anywhere.</p>`;

const after = html`<h2>What people here say</h2>
  <blockquote>I thought it was silly. Then I noticed that I had stopped counting.</blockquote>
  <ul>
    <li>Keep your eyes open if you like.</li>
    <li>Stop if you feel dizzy.</li>
  </ul>
  <p>More about the chair, and about the people who sit in it, <a href="#">in the next post</a>.</p>
  <p><button type="button">Leave a comment</button></p>`;

/** A lone card in the middle of a post: the styles of the theme do not reach the card, and the card changes nothing outside. */
export const WordPressPost: StoryObj = {
  name: 'WordPress post',
  render: () => html`<main class="post">${before}<milieu-coping-card card="c01"></milieu-coping-card>${after}</main>`,
  // A lone card opens the store of this browser.
  play: async ({ canvasElement }) => {
    await findByText(canvasElement, /^Saved /);
  },
};
