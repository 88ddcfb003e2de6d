import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {CommandStep} from '../../core';
import {temporaryFolder} from '../__fixtures__/processes';
import {shellRequest, spawn} from '../process';
import {isHandedOver} from './prelude';
import {createSession} from './session';

type Block = Partial<Pick<CommandStep, 'language' | 'script' | 'cwd'>> | string;

/** Runs blocks one after the other in one session; gives what each has written. */
async function run(blocks: readonly Block[], env: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  const session = createSession({cwd: folder, env: {PATH: process.env['PATH'], ...env}});
  const outputs: string[] = [];
  for (const block of blocks) {
    const {
      language = 'bash',
      script = '',
      cwd = null,
    } = typeof block === 'string' ? {script: block} : block;
    const carried = session.script({language, script}, 'hand-over');
    let output = '';
    const {handedOver} = await spawn(
      {
        ...shellRequest(
          {language, script: carried.script, name: 'block'},
          {
            cwd: cwd === null ? session.cwd() : join(folder, cwd),
            env: {...session.env(), ...carried.env},
            stdio: 'pipes',
          },
        ),
        isHandedOver,
      },
      async ({bytes}) => {
        output += Buffer.from(bytes).toString('latin1');
      },
    ).ended;
    session.take(handedOver ?? Buffer.alloc(0), {
      language,
      place: cwd === null ? 'session' : 'own',
    });
    outputs.push(output);
  }
  return outputs.map(output => output.replaceAll(folder, '~'));
}

const show = `printf '[%s]' "\${A-unset}"`;

describe('a session', () => {
  it.each([
    ['a word', 'export A=word', '[word]'],
    ['nothing', 'export A=', '[]'],
    ['quotes and dollars', `export A='it'\\''s "$A" \`b\` \\ !'`, `[it's "$A" \`b\` \\ !]`],
    ['lines', `export A=$'a\\n\\nb\\n'`, '[a\n\nb\n]'],
    ['control characters', `export A=$'\\e\\t\\r\\x01\\x7f'`, '[\x1b\t\r\x01\x7f]'],
    ['UTF-8', `export A='naïve ☃'`, Buffer.from('[naïve ☃]').toString('latin1')],
    ['bytes that are no UTF-8', `export A=$'\\xff\\n\\xfe%s\\n'`, '[\xff\n\xfe%s\n]'],
    ['what is unset', 'export A=1; unset A', '[unset]'],
    ['what is not exported', 'A=1', '[unset]'],
    ['what looks like a declaration', `export A=$'x"\\ndeclare -x B="y'`, '[x"\ndeclare -x B="y]'],
  ])('passes on %s, from bash to bash and sh', async (_, script, expected) => {
    expect(await run([script, show, show, {language: 'sh', script: show}])).toEqual([
      '',
      expected,
      expected,
      expected,
    ]);
  });

  it.each([
    ['quotes', `export A='it'\\''s "$A" \`b\` \\ !'`, `[it's "$A" \`b\` \\ !]`],
    ['lines', `export A='a\n\nb\n'`, '[a\n\nb\n]'],
    ['what is unset', 'unset A', '[unset]'],
  ])('passes on %s from sh', async (_, script, expected) => {
    const blocks = ['export A=0', {language: 'sh', script} as const, show];
    expect(await run(blocks)).toEqual(['', '', expected]);
  });

  it('keeps the directory, that of a link too, unless a block has one of its own', async () => {
    const blocks = ['ln -s sub link; cd link', 'pwd', {cwd: 'sub', script: 'cd /'}, 'pwd; cd ..'];
    expect(await run([...blocks, {language: 'sh', script: 'pwd'}])).toEqual([
      '',
      '~/link\n',
      '',
      '~/link\n',
      '~\n',
    ]);
  });

  it('keeps functions, also over a block of sh, until they are unset', async () => {
    const define = `greet() { case $1 in @(a|b)) printf '\xff<%s>' "$1";; esac; }`;
    expect(
      await run([
        `shopt -s extglob\n${define}`,
        'shopt -s extglob; greet a',
        {language: 'sh', script: ':'},
        'shopt -s extglob; greet b; unset -f greet',
        'type -t greet || echo none',
      ]),
    ).toEqual(['', '\xc3\xbf<a>', '', '\xc3\xbf<b>', 'none\n']);
  });

  it('hands over what a block has changed before it failed, or ended by itself', async () => {
    expect(await run(['export A=1; false', show, 'export A=2; exit 0', show])).toEqual([
      '',
      '[1]',
      '',
      '[2]',
    ]);
  });

  it('leaves an EXIT trap to the script', async () => {
    const blocks = [
      `trap 'echo bye' EXIT; export A=1`,
      `${show}; echo "$(trap -p EXIT)" >/dev/null`,
    ];
    expect(await run(blocks)).toEqual(['bye\n', '[1]']);
  });

  it('stays as it was where a block does not come to its end', async () => {
    expect(await run(['export A=1', 'export A=2; kill -9 $$', show])).toEqual(['', '', '[1]']);
    expect(await run(['export A=1', 'export A=2; exec true', show])).toEqual(['', '', '[1]']);
  });

  it('does not show in what a script sees', async () => {
    const names = await run(['export A=1', 'env | cut -d= -f1 | sort; echo "$# $SHLVL"', 'nope'], {
      SHLVL: '4',
    });
    expect(names.slice(1)).toEqual([
      'A\nPATH\nPWD\nSHLVL\n_\n0 5\n',
      'block: line 1: nope: command not found\n',
    ]);
  });

  it('does not mix with descriptors that a script opens', async () => {
    expect(await run(['exec 3>file 4>&1; echo 3 >&3; export A=1', `cat file; ${show}`])).toEqual([
      '',
      '3\n[1]',
    ]);
  });

  it('is not shown by xtrace', async () => {
    expect(await run(['set -x; export A=1'])).toEqual(['+ export A=1\n+ A=1\n']);
  });
});
