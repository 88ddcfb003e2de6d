import {defineRule} from '../../rule';

const SESSIONS = new Set(['console', 'shell-session', 'shellsession', 'sh-session', 'terminal']);
const PROMPT = /^[ \t]*\$[ \t]+(?=\S)/gm;

export default defineRule({
  id: 'shell/no-prompt',
  summary: 'Disallow prompts in a block that is meant to be copied',
  why: 'Whoever copies the block pastes the `$ ` too, and bash looks for a program of that name.',
  severity: 'warning',
  messages: {
    prompt: 'Found the prompt `{{prompt}}` before a command, expected the command alone.',
    session:
      'Found the prompt `{{prompt}}` and output in a block of language `{{language}}`, expected the language `console`, or the commands alone.',
  },
  examples: {
    good: [
      {
        title: 'commands alone, and a session that says that it is one',
        source:
          '```bash\nkubectl get pods\n```\n\n```console\n$ kubectl get pods\nNo resources found.\n```\n',
      },
    ],
    bad: [
      {
        title: 'prompts without output',
        source: '```bash\n$ kubectl get pods\n$ kubectl get events \\\n    -n sql-studio\n```\n',
        reports: ['2:1-2:3 Found the prompt `$` before a command, expected the command alone.'],
        fixed: '```bash\nkubectl get pods\nkubectl get events \\\n    -n sql-studio\n```\n',
      },
      {
        title: 'prompts with output',
        source: '```sh\n$ kubectl get pods\nNo resources found.\n```\n',
        reports: [
          '2:1-2:3 Found the prompt `$` and output in a block of language `sh`, expected the language `console`, or the commands alone.',
        ],
        fixed: '```console\n$ kubectl get pods\nNo resources found.\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      script({block, place, document}) {
        const {language, normalized, step, text, infoSpan} = block;
        if (SESSIONS.has(language) || normalized === undefined) return;
        const prompts =
          step === undefined
            ? normalized.prompts
            : Array.from(text.matchAll(PROMPT), ({0: found, index}) => ({
                start: index,
                end: index + found.length,
              }));
        const [first] = prompts;
        if (first === undefined) return;
        const at = place(first.start, first.end);
        const prompt = text.slice(first.start, first.end).trim();
        if (step !== undefined || normalized.output.length === 0) {
          const isPlain = !/^[ \t]*>[ \t]/m.test(text);
          const fix = prompts.map(({start, end}) => ({span: place(start, end), text: ''}));
          report({at, message: 'prompt', data: {prompt}, ...(isPlain && {fix})});
          return;
        }
        const end = infoSpan.start.offset + language.length;
        const isSafe = language !== '' && block.fenced && !/^[ \t]*[#%]/m.test(text);
        const fix = [{span: document.places.span(infoSpan.start.offset, end), text: 'console'}];
        report({at, message: 'session', data: {prompt, language}, ...(isSafe && {fix})});
      },
    };
  },
});
