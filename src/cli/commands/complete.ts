import {printable, rules} from '../../core';
import {suggest} from '../completion/suggest';
import {loadConfig} from '../config';
import {defineCommand} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import {loadProject} from '../project';
import {loadCommand} from '.';

/** For the scripts of `runbook completion`; no help names it, and it never complains. */
export default defineCommand({
  name: '__complete',
  summary: 'Print what may stand at the end of a command line',
  args: '-- [words…]',
  options: {},
  examples: [],
  async run({positionals}, io) {
    try {
      const found = await suggest(positionals, {
        command: loadCommand,
        registry: async () => (await loadProject(await loadConfig(io.cwd, undefined))).registry,
        rules: async () => rules.map(({id, summary}) => ({value: id, about: summary})),
      });
      const lines = found.map(
        ({value, about}) => `${printable(value)}\t${printable(about.replaceAll(/\s+/g, ' '))}\n`,
      );
      io.stdout.write(lines.join(''));
    } catch {
      // In the middle of a line there is no good place for an error; the command itself will tell.
    }
    return EXIT_CODES.ok;
  },
});
