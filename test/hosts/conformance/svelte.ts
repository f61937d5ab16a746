export { host } from './host.svelte.js';
