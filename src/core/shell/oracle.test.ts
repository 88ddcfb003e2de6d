import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {BLOCKS} from './__fixtures__/blocks';
import {DISAGREEMENTS} from './__fixtures__/disagreements';
import {below, createRandom, mutate} from './__fixtures__/mutate';
import {parseShell} from './index';

/** For more, or for another draw: `BASH_ORACLE_COUNT=20000 BASH_ORACLE_SEED=2`. */
const COUNT = Number(process.env['BASH_ORACLE_COUNT'] ?? 600);
const SEED = Number(process.env['BASH_ORACLE_SEED'] ?? 1);

describe('bash -n as an oracle', () => {
  it('accepts every block as it stands', () => {
    expect(
      BLOCKS.map(block => ({block, ...judge(block)})).filter(({ours, theirs}) => !ours || !theirs),
    ).toEqual([]);
  });

  it(
    'takes and refuses the same mutated blocks, but for the classes that are listed',
    {timeout: 600_000},
    () => {
      const random = createRandom(SEED);
      const scripts = Array.from({length: COUNT}, () =>
        mutate(BLOCKS[below(BLOCKS.length, random)] ?? '', random),
      );
      const unexplained = scripts.flatMap(script => {
        const {ours, theirs} = judge(script);
        if (ours === theirs) return [];
        const reason = DISAGREEMENTS.find(({explains}) => explains({script, ours, theirs}));
        return reason === undefined
          ? [{script, ours, theirs, errors: parseShell(script).errors}]
          : [];
      });
      expect(unexplained).toEqual([]);
    },
  );
});

function judge(script: string) {
  const ours = parseShell(script).errors.every(({kind}) => kind !== 'syntax');
  const options = {input: script, encoding: 'utf8', env: {...process.env, LC_ALL: 'C'}} as const;
  // The exit code alone is not enough: after an error in `[[ … ]]` bash reads on, and ends with 0.
  const {status, stderr} = spawnSync('bash', ['-n', '-O', 'extglob'], options);
  const complaints = stderr.split('\n').filter(line => line !== '' && !line.includes('warning: '));
  return {ours, theirs: status === 0 && complaints.length === 0};
}
