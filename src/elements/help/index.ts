export { MilieuHelp } from './milieu-help.js';
