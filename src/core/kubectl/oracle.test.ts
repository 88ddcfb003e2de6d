import {describe, expect, it} from 'vitest';
import {drawCommandLines} from './__fixtures__/command-lines';
import {ask, findKubectl} from './__fixtures__/real-kubectl';
import {KUBECTL_VERSIONS, parseKubectl} from './index';

/** For more, or for another draw: `KUBECTL_ORACLE_COUNT=5000 KUBECTL_ORACLE_SEED=2`. */
const COUNT = Number(process.env['KUBECTL_ORACLE_COUNT'] ?? (process.env['CI'] ? 600 : 150));
const SEED = Number(process.env['KUBECTL_ORACLE_SEED'] ?? 1);

const kubectl = findKubectl();
const version = kubectl?.version ?? '';
const usable = KUBECTL_VERSIONS.includes(version);
const skipped = !usable && process.env['CI'] !== 'true';
if (skipped) {
  const found = kubectl === undefined ? 'no kubectl, set KUBECTL' : `kubectl ${version}`;
  process.stdout.write(`Command lines are not compared with a real kubectl: found ${found}\n`);
}

describe.skipIf(skipped)('a real kubectl as an oracle', () => {
  it('is of a version that the grammar knows', () => {
    expect(KUBECTL_VERSIONS).toContain(version);
  });

  it(
    'takes and refuses the same command lines for the same reason',
    {timeout: 600_000},
    async () => {
      const lines = drawCommandLines(COUNT, SEED, version);
      const verdicts = await ask(kubectl?.binary ?? 'kubectl', lines);
      const disagreements = lines.flatMap((line, index) => {
        const theirs = verdicts[index];
        const ours = judge(line);
        if (theirs === undefined || agrees(ours, theirs)) return [];
        return [
          {line: line.join(' '), ours, theirs: theirs.kind, output: theirs.output.slice(0, 150)},
        ];
      });
      expect(disagreements).toEqual([]);
    },
  );
});

function judge(line: readonly string[]): readonly string[] {
  const words = ['kubectl', ...line].map(value => ({value, text: value, start: 0, end: 0}));
  return parseKubectl(words, {versions: [version]}).problems.map(({kind}) => kind);
}

/** kubectl stops at the first problem; what is missing it says in many ways, but never connects. */
function agrees(
  ours: readonly string[],
  theirs: {readonly kind: string; readonly connected: boolean},
): boolean {
  const found = ours.filter(kind => kind !== 'missing-argument');
  // A group that also acts on its own, as `create -f`, has another word for a wrong subcommand.
  if (theirs.kind === 'unexpected-argument' && found.includes('unknown-command')) return true;
  // `kubectl config` calls one argument too few unexpected as well.
  if (theirs.kind === 'unexpected-argument' && ours.includes('missing-argument')) return true;
  if (theirs.kind !== 'none') return found.includes(theirs.kind);
  return found.length === 0 && (ours.length === 0 || !theirs.connected);
}
