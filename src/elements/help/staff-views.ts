// One module for `import()`: with several, a bundler splits what they share with the widgets into many small files.
export { MilieuCallAnswer } from './staff-call-answer.js';
export { MilieuHelpCalls } from './staff-call-list.js';
export { MilieuSoundSwitch } from './sound-switch.js';
export { MilieuCallStrip } from './staff-strip.js';
