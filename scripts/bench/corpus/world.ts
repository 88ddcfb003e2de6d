import type {Random} from '../../random';

/** What one runbook is about: names that its blocks and queries share. */
export type World = {
  readonly namespace: string;
  readonly app: string;
  readonly pod: string;
  readonly node: string;
  readonly host: string;
  readonly port: number;
  readonly minutes: number;
  readonly metric: string;
  /** How this author writes what the reader has to fill in. */
  readonly podWord: string;
};

const TEAMS = [
  'billing',
  'search',
  'media',
  'identity',
  'ingest',
  'catalog',
  'notify',
  'orders',
  'fraud',
  'reports',
  'pricing',
  'chat',
  'maps',
  'stock',
  'ledger',
  'mail',
  'export',
  'profile',
] as const;
const PARTS = [
  'api',
  'worker',
  'gateway',
  'scheduler',
  'store',
  'proxy',
  'indexer',
  'cache',
  'web',
  'sync',
] as const;
const NAMESPACES = [
  'production',
  'platform',
  'monitoring',
  'edge',
  'data',
  'shop',
  'staging',
] as const;
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

export function inventWorld(random: Random): World {
  const {pick, below} = random;
  const app = `${pick(TEAMS)}-${pick(PARTS)}`;
  const pod = `${app}-${letters(random, 9)}-${letters(random, 5)}`;
  return {
    namespace: pick(NAMESPACES),
    app,
    pod,
    node: `node-${pick(['a', 'b', 'c'])}-${below(90) + 10}`,
    host: `${app}.internal`,
    port: pick([8080, 8443, 9090, 9100, 3000]),
    minutes: pick([5, 10, 15, 30, 60]),
    metric: app.replaceAll('-', '_'),
    podWord: pick([pod, pod, '<pod-name>', '<pod>', '"$POD"', '"$POD"', '${POD}']),
  };
}

function letters({times, below}: Random, length: number): string {
  return times(length, () => ALPHABET[below(ALPHABET.length)] ?? 'x').join('');
}
