// Starts the engines so that every machine shows stories alike: same time, same size, no motion.
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, ensure, firefoxPrefs } from '../browsers.mjs';

/** The window, also the width of the pictures: a phone in portrait, with space around the widget. */
export const viewport = { width: 480, height: 900, deviceScaleFactor: 1 };
/** How letters are drawn also depends on the machine, and no flag of Chromium changes that. */
const env = { ...process.env, TZ: 'UTC', LANG: 'en_US.UTF-8', FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') };

const mouse = '--blink-settings=primaryPointerType=4,availablePointerTypes=4,primaryHoverType=2,availableHoverTypes=2';
/** Tall pictures do not fit into the small shared memory of containers. */
const drawAlike = [
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--hide-scrollbars',
  '--lang=en-US',
  '--force-device-scale-factor=1',
  '--force-prefers-reduced-motion',
  mouse,
];
/** The capabilities say that there is a mouse: a fine pointer that can hover. */
const drawAlikeInFirefox = {
  'ui.prefersReducedMotion': 1,
  'ui.useOverlayScrollbars': 1,
  'ui.primaryPointerCapabilities': 6,
  'ui.allPointerCapabilities': 6,
  'intl.accept_languages': 'en-US',
};

const launchers = {
  chromium: (executablePath) => puppeteer.launch({ executablePath, args: [...chromiumArgs, ...drawAlike], env, defaultViewport: null }),
  firefox: (executablePath) =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath,
      extraPrefsFirefox: { ...firefoxPrefs, ...drawAlikeInFirefox },
      env,
      defaultViewport: null,
    }),
};

/** @param {import('../browsers.mjs').Engine} engine */
export const launch = (engine) => launchers[engine](ensure()[engine]);
