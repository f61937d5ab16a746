/** The parts of a widget's page; `.storybook/docs-page.mdx` arranges them. */
import './docs.css';
import './all-keys.js';
import './anatomy.js';
import './data.js';
import './detail.js';
import './lines.js';
import './page.js';
