/**
 * For tests of a page that embeds these widgets: a fake backend, a small community, and elements by role through shadow roots.
 *
 * Imports: model; records and elements only for types. `dom-accessibility-api` is the host's to install.
 * Rule: nothing in the product imports this. It tests through role, name and event, as a person meets a widget.
 */
export { allByRole, allByText, type Name, nameOf, outline, reachable, type Root, textOf, type Wanted } from './find-elements.js';
export { byRole, byText, fill, findByRole, findByText, findFirst, findInText, queryByRole, queryByText, until } from './by-role.js';
export { deepActive, press } from './press.js';
export { FakeBackend, type FakeBackendOptions, type Failure, type RefusedChange } from './fake-backend.js';
export { Fixtures } from './fixtures.js';
export { people } from './people.js';
export { smallCommunity } from './small-community.js';
