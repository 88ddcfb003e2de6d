import {expect, test} from 'vitest';
import {copyText} from './copy-text';

test('gives a script as it is, without the last line ending', () => {
  expect(copyText('kubectl get pods |\n  wc -l\n')).toBe('kubectl get pods |\n  wc -l');
});

test('gives the commands of a session without prompts and output', () => {
  expect(copyText('$ kubectl get pods\nNAME   READY\nweb-1  1/1\n$ date\nMon\n')).toBe(
    'kubectl get pods\ndate',
  );
});

test('keeps the lines that continue a command', () => {
  expect(copyText('$ kubectl logs web \\\n>   --previous |\n  tail\nlast words\n')).toBe(
    'kubectl logs web \\\n  --previous |\n  tail',
  );
});

test('leaves a script alone that prints a prompt further down', () => {
  expect(copyText('cat <<EOF\n$ not a prompt\nEOF\n')).toBe('cat <<EOF\n$ not a prompt\nEOF');
});

test('takes a comment for no prompt', () => {
  expect(copyText('# Look first\ndate\n')).toBe('# Look first\ndate');
});
