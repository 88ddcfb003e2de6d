/** What the worker knows of the build that it belongs to. */
export type KeptBuild = {
  /** Changes when any of the files does. */
  readonly version: string;
  readonly baseUrl: string;
  /** Below the base URL; a page is the address of its folder. */
  readonly files: readonly string[];
};

/** Put in by `write.ts`, which bundles this file. */
declare const BUILD: KeptBuild;

type Extendable = Event & {waitUntil(work: Promise<unknown>): void};
type Fetch = Event & {readonly request: Request; respondWith(answer: Promise<Response>): void};
type Message = Event & {readonly data: unknown};

/** The worker's global scope, of which TypeScript's library for pages knows nothing. */
declare const worker: {
  addEventListener(kind: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', listener: (event: Fetch) => void): void;
  addEventListener(kind: 'message', listener: (event: Message) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: {claim(): Promise<void>};
  readonly location: Location;
};

const PREFIX = 'runbooks-';
const CACHE = `${PREFIX}${BUILD.version}`;
const AT_ONCE = 20;

/** In milliseconds: a network that is slower than this is as good as none at 3 a.m. */
const PATIENCE = 3_000;

worker.addEventListener('install', event => event.waitUntil(fill()));
worker.addEventListener('activate', event => event.waitUntil(takeOver()));
worker.addEventListener('message', ({data}) => {
  if (data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', event => {
  const {method, url} = event.request;
  const {origin, pathname} = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin) return;
  // Asked to find out whether there is a network and a newer build: never from the cache.
  if (pathname === `${BUILD.baseUrl}build.json`) return;
  event.respondWith(isHashed(pathname) ? fromCache(event.request) : fromNetwork(event.request));
});

/** All or nothing: with a file missing, the worker that is there stays. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  const addresses = BUILD.files.map(file => `${BUILD.baseUrl}${file}`);
  for (let at = 0; at < addresses.length; at += AT_ONCE) {
    await Promise.all(
      addresses.slice(at, at + AT_ONCE).map(async address => {
        const known = isHashed(address) ? await caches.match(address) : undefined;
        const response = known ?? (await fetch(address, {cache: 'no-cache'}));
        if (!response.ok) throw new Error(`${address} answered ${response.status}`);
        await cache.put(address, response);
      }),
    );
  }
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter(name => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
  await worker.clients.claim();
}

/** A name with a hash of what is in the file never means anything else. */
function isHashed(path: string): boolean {
  return /\/assets\/.*\.[0-9a-f]{8,}\.\w+$/.test(path);
}

async function fromCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The network as long as it answers, so that what is shown is never older than it need be. */
async function fromNetwork(request: Request): Promise<Response> {
  const saved = await savedFor(request);
  const answer = fetch(request);
  try {
    const first = await (saved === undefined ? answer : Promise.race([answer, giveUp()]));
    return first.status >= 500 ? (saved ?? first) : first;
  } catch (error) {
    if (saved !== undefined) return saved;
    const missing = request.mode === 'navigate' && (await caches.match(`${BUILD.baseUrl}404.html`));
    if (!missing) throw error;
    return missing;
  }
}

async function savedFor({url}: Request): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  const {pathname} = new URL(url);
  return (await cache.match(pathname)) ?? (await cache.match(`${pathname}/`));
}

function giveUp(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The network is too slow.')), PATIENCE);
  });
}
