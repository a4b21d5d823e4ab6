import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser on this machine, by CHROMIUM or in one of the usual places. */
export const findBrowser = (): string | null =>
  [process.env.CHROMIUM ?? '', ...USUAL_PLACES].find((path) => path !== '' && existsSync(path)) ??
  null;

/** Keeps Chromium from speaking to anybody, and lets it run without a sandbox or a screen. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
