import {chromium} from 'playwright-core';
import type {Browser} from 'playwright-core';
import type {FoundBrowser} from './find-browser';

/** Without the package's own arguments: they switch web security off. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser({executablePath, env}: FoundBrowser): Promise<Browser> {
  return chromium.launch({executablePath, args: ARGUMENTS, env: {...process.env, ...env}});
}
