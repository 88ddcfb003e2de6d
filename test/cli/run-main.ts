import {delimiter} from 'node:path';
import {PassThrough, Readable} from 'node:stream';
import {main} from '../../src/cli/main';

export type Result = {readonly code: number; readonly stdout: string; readonly stderr: string};

/** Runs a command line in this process, with everything that it prints in hand. */
export async function runMain(
  argv: readonly string[],
  cwd: string,
  {
    stdin = '',
    path,
  }: {
    readonly stdin?: string | Buffer;
    /** A folder whose programs are found first. */
    readonly path?: string;
  } = {},
): Promise<Result> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const printed = {stdout: '', stderr: ''};
  stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()));
  stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
  const code = await main(argv, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    env: {
      PATH: [path, process.env['PATH']].filter(part => part !== undefined).join(delimiter),
      NO_COLOR: '1',
    },
    cwd,
    onSignal: () => () => {},
  });
  return {code, ...printed};
}
