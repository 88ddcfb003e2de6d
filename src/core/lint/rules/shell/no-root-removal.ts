import type {Word} from '../../../shell';
import {callsOf} from '../../shell/calls';
import {findOption, readOptions} from '../../shell/options';
import {defineRule} from '../../rule';

const WHOLE =
  /^(?:\/+|\/+\*|\/(?:etc|usr|var|bin|lib|boot|home|root|opt|sys|proc|dev)(?:\/\*?)?|~\/?\*?)$/;

export default defineRule({
  id: 'shell/no-root-removal',
  summary: 'Disallow the recursive removal of `/`, of a folder of the system or of a home',
  why: 'Nothing that a runbook repairs needs this, and nothing repairs it.',
  severity: 'error',
  messages: {
    root: 'Found the recursive removal of `{{path}}`, expected the path of what is to go.',
  },
  examples: {
    good: [
      {
        title: 'a folder of one program',
        source: '```bash\nrm -rf /var/cache/nginx/* ./build\nrm /tmp/heap.prof\n```\n',
      },
    ],
    bad: [
      {
        title: 'everything',
        source: '```bash\nsudo rm -rf /\nrm -r --force /var/*\n```\n',
        reports: [
          '2:13-2:14 Found the recursive removal of `/`, expected the path of what is to go.',
          '3:15-3:21 Found the recursive removal of `/var/*`, expected the path of what is to go.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, place}) {
        for (const {args} of callsOf({layers}, 'rm')) {
          const options = readOptions(args, {taking: ''});
          if (findOption(options, 'r', 'R', 'recursive') === undefined) continue;
          for (const word of options.operands.filter(isWhole)) {
            const at = place(word.start, word.end);
            report({at, message: 'root', data: {path: word.text}});
          }
        }
      },
    };
  },
});

/** `"$HOME"` and `~` are expansions, so that the text says it and not the value. */
function isWhole({text, value, parts}: Word): boolean {
  if (parts.some(({quote}) => quote === 'single')) return false;
  return WHOLE.test(value ?? text) || /^"?\$(?:HOME|\{HOME\})"?\/?\*?$/.test(text);
}
