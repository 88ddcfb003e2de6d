import {hide, show} from './bar';

/** In milliseconds. A tab that stays open for the whole incident still learns of a new build. */
const EVERY = 10 * 60_000;

const manifest = document.querySelector('link[rel="manifest"]')?.getAttribute('href') ?? '/';
const baseUrl = manifest.slice(0, manifest.lastIndexOf('/') + 1);

/** Installs the worker that keeps the pages, and says when they are not the newest ones. */
export function follow(): void {
  void navigator.serviceWorker?.register(`${baseUrl}sw.js`).catch(() => undefined);
  void check();
  setInterval(() => void check(), EVERY);
  window.addEventListener('online', () => void check());
  window.addEventListener('offline', () => void check());
}

async function check(): Promise<void> {
  const here = document.querySelector('.build-note time')?.getAttribute('datetime');
  const there = await latestBuild();
  if (here == null || there === here) return hide();
  if (there === undefined) return show(`No connection. These pages are as of ${spoken(here)}.`);
  show('A newer version of these pages is there.', {label: 'Load it', act: loadNewest});
}

async function latestBuild(): Promise<string | undefined> {
  try {
    const response = await fetch(`${baseUrl}build.json`, {cache: 'no-store'});
    const build: unknown = await response.json();
    return typeof build === 'object' && build !== null && 'builtAt' in build
      ? String(build.builtAt)
      : undefined;
  } catch {
    return undefined;
  }
}

async function loadNewest(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.update().catch(() => undefined);
  registration?.waiting?.postMessage('take-over');
  // The network is asked first for every page, so the new one comes with or without its worker.
  window.location.reload();
}

function spoken(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
