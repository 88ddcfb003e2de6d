import {spawnSync} from 'node:child_process';
import {inTurn, report} from './compare';

/** A whole `runbook lint docs` against the start of Node itself. */
export async function cliStart(): Promise<readonly string[]> {
  const pairs = await inTurn(
    15,
    () => spawnSync(process.execPath, ['dist/runbook.js', 'lint', 'docs'], {stdio: 'ignore'}),
    () => spawnSync(process.execPath, ['-e', '0'], {stdio: 'ignore'}),
  );
  return report('runbook lint docs', 'node -e 0', pairs);
}
