import * as z from 'zod';
import {shellQuote} from '../../runner';
import {ok, fail, warn} from './check';
import type {Check} from './check';
import type {Probe, Probed} from './probe';
import {againstTarget} from './version';

const info = z.object({gitVersion: z.string()});
const versions = z.object({clientVersion: info, serverVersion: info.optional()});

type Versions = z.infer<typeof versions>;

/** kubectl, the context that it stands on, and whether the cluster behind that answers. */
export async function checkKubectl(
  probe: Probe,
  {target, context}: {readonly target: string | undefined; readonly context: string | undefined},
): Promise<readonly Check[]> {
  const chosen = context === undefined ? [] : ['--context', context];
  const [client, current, both] = await Promise.all([
    probe('kubectl', ['version', '--client', '-o', 'json']),
    probe('kubectl', ['config', 'get-contexts', '-o', 'name']).then(async known => ({
      known,
      name: context ?? firstLine(await probe('kubectl', ['config', 'current-context'])),
    })),
    probe('kubectl', ['version', '-o', 'json', '--request-timeout=4s', ...chosen]),
  ]);
  if (client.kind === 'missing') {
    return [fail('kubectl', 'not found, and steps need it', 'Install kubectl.')];
  }
  const found = versionsOf(client)?.clientVersion.gitVersion;
  const kubectl =
    found === undefined
      ? warn('kubectl', `does not say its version: ${complaint(client)}`, 'Type `kubectl version`.')
      : againstTarget('kubectl', {found: found.replace(/^v/, ''), target, of: 'kubectl'});
  if (lines(current.known).includes(current.name)) {
    return [kubectl, ok('context', current.name), cluster(both, current.name)];
  }
  const answers = versionsOf(both)?.serverVersion !== undefined;
  if (current.name !== '' || !answers) return [kubectl, noContext(current.name)];
  return [kubectl, ok('context', 'none, as in a pod'), cluster(both, '')];
}

function noContext(name: string): Check {
  const list = 'Type `kubectl config get-contexts` to see them.';
  return name === ''
    ? fail('context', 'none is chosen', `${list} Choose one with \`kubectl config use-context\`.`)
    : fail('context', `\`${name}\` is not in the kubeconfig`, list);
}

/** The client may be one minor version older or newer than the server. */
function cluster(both: Probed, context: string): Check {
  const chosen = context === '' ? '' : ` --context ${shellQuote(context)}`;
  const help = `Type \`kubectl${chosen} get --raw /readyz\` to see why.`;
  if (both.kind === 'silent') return fail('cluster', `no answer in ${both.afterMs / 1000} s`, help);
  const found = versionsOf(both);
  const server = found?.serverVersion?.gitVersion.replace(/^v/, '');
  if (found === undefined || server === undefined) {
    return fail('cluster', `does not answer: ${complaint(both)}`, help);
  }
  const apart = Math.abs(minorOf(server) - minorOf(found.clientVersion.gitVersion));
  return apart > 1
    ? warn(
        'cluster',
        `answers with ${server}, ${apart} minor versions from kubectl`,
        'Use a kubectl within one minor version of the cluster.',
      )
    : ok('cluster', `answers with ${server}`);
}

function minorOf(version: string): number {
  return Number(/^v?\d+\.(\d+)/.exec(version)?.[1] ?? Number.NaN);
}

function versionsOf(probed: Probed): Versions | undefined {
  if (probed.kind !== 'answered') return undefined;
  try {
    return versions.safeParse(JSON.parse(probed.stdout)).data;
  } catch {
    return undefined;
  }
}

/** kubectl's last line is the reason; the ones before it repeat each attempt. */
function complaint(probed: Probed): string {
  if (probed.kind !== 'answered') return 'no answer';
  return probed.stderr.trim().split('\n').at(-1)?.slice(0, 300) || `exit code ${probed.exitCode}`;
}

function lines(probed: Probed): readonly string[] {
  return probed.kind === 'answered' ? probed.stdout.split('\n').filter(line => line !== '') : [];
}

function firstLine(probed: Probed): string {
  return lines(probed)[0] ?? '';
}
