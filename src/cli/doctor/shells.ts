import type {CommandStep} from '../../core';
import {fail, ok} from './check';
import type {Check} from './check';
import type {Probe} from './probe';
import {againstTarget} from './version';

/** The shells that the steps are written in. */
export function checkShells(
  steps: readonly CommandStep[],
  {probe, target}: {readonly probe: Probe; readonly target: string | undefined},
): readonly Promise<Check>[] {
  const isSh = steps.some(({language}) => language === 'sh');
  return [checkBash(probe, target), ...(isSh ? [checkSh(probe)] : [])];
}

async function checkBash(probe: Probe, target: string | undefined): Promise<Check> {
  const probed = await probe('bash', ['--norc', '-c', 'printf %s "$BASH_VERSION"']);
  if (probed.kind !== 'answered' || probed.exitCode !== 0) {
    return fail('bash', 'not found, and every command step needs it', 'Install bash.');
  }
  return againstTarget('bash', {found: probed.stdout.replace(/\(.*/, ''), target, of: 'bash'});
}

async function checkSh(probe: Probe): Promise<Check> {
  const probed = await probe('sh', ['-c', ':']);
  return probed.kind === 'answered' && probed.exitCode === 0
    ? ok('sh', 'found')
    : fail('sh', 'not found, and the `sh` blocks need it', 'Install a POSIX shell as `sh`.');
}

/** The oldest that this program runs on, as package.json says. */
const OLDEST_NODE = [20, 19] as const;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  const isOld = major < oldMajor || (major === oldMajor && minor < oldMinor);
  const found = version.replace(/^v/, '');
  return isOld
    ? fail('node', `${found}, expected 20.19 or newer`, 'Install a newer Node.')
    : ok('node', found);
}
