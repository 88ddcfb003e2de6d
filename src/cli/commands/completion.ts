import {COMPLETIONS} from '../completion/scripts';
import {defineCommand} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import {UserError} from '../user-error';

export default defineCommand({
  name: 'completion',
  summary: 'Print what lets your shell complete commands, runbooks and steps',
  args: 'bash|zsh|fish',
  options: {},
  examples: [
    ['Try it in this bash', 'source <(runbook completion bash)'],
    ['Keep it for fish', 'runbook completion fish > ~/.config/fish/completions/runbook.fish'],
  ],
  async run({positionals: [shell, ...rest]}, io) {
    if (rest.length > 0 || (shell !== 'bash' && shell !== 'zsh' && shell !== 'fish')) {
      throw new UserError(
        `\`runbook completion ${[shell, ...rest].join(' ').trim()}\`: expected one of bash, zsh, fish.`,
      );
    }
    io.stdout.write(COMPLETIONS[shell]);
    return EXIT_CODES.ok;
  },
});
