import {parseDocument} from 'yaml';
import {findFlag} from '../../../kubectl';
import {pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-malformed-patch',
  summary: 'Disallow patches that are neither JSON nor YAML',
  why: 'A brace or a quote too few is easily lost between the quotes of the shell, and kubectl refuses the patch.',
  severity: 'error',
  messages: {
    syntax: 'Found a patch that is neither JSON nor YAML: {{problem}}; expected {{wanted}}.',
    shape: 'Found a patch that is {{found}}, expected {{wanted}} for `--type={{type}}`.',
  },
  examples: {
    good: [
      {
        title: 'JSON, YAML, a list of operations, and what nobody can know',
        source:
          '```bash\nkubectl patch hpa web -p \'{"spec":{"minReplicas":3}}\'\nkubectl patch hpa web -p \'spec: {minReplicas: 3}\'\nkubectl patch hpa web --type=json -p \'[{"op":"remove","path":"/spec/minReplicas"}]\'\nkubectl patch hpa web -p "{\\"spec\\":{\\"minReplicas\\":$COUNT"\n```\n',
      },
    ],
    bad: [
      {
        title: 'a brace too few',
        source: '```bash\nkubectl patch hpa web -p \'{"spec":{"minReplicas":3}\'\n```\n',
        reports: [
          '2:26-2:53 Found a patch that is neither JSON nor YAML: flow map must end with a }; expected an object.',
        ],
      },
      {
        title: 'one operation instead of a list',
        source:
          '```bash\nkubectl patch hpa web --type=json -p \'{"op":"remove","path":"/spec/minReplicas"}\'\n```\n',
        reports: [
          '2:38-2:82 Found a patch that is one object, expected a list of operations for `--type=json`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, place} = node;
        const patch = findFlag(kubectl, 'patch');
        const word = patch?.valueWord;
        const text = patch?.value;
        if (pathOf(node) !== 'patch' || word === undefined || text === undefined) return;
        if (text.length > LONGEST || /^\W*$|^[A-Z_]+$|[<…]|\.\.\.|\{\{|\$/.test(text)) return;
        const type = findFlag(kubectl, 'type')?.value ?? 'strategic';
        const at = place(word.start, word.end);
        const wanted = type === 'json' ? 'a list of operations' : 'an object';
        const read = readPatch(text);
        if ('problem' in read) {
          report({at, message: 'syntax', data: {problem: read.problem, wanted}});
        } else if (read.shape !== (type === 'json' ? 'list' : 'object')) {
          const found = NAMES[read.shape];
          if (found !== undefined) report({at, message: 'shape', data: {found, wanted, type}});
        }
      },
    };
  },
});

const LONGEST = 20_000;
const NAMES: Readonly<Record<string, string | undefined>> = {
  list: 'a list',
  object: 'one object',
  text: 'plain text',
};

function readPatch(text: string): {readonly problem: string} | {readonly shape: string} {
  const document = parseDocument(text, {uniqueKeys: false, logLevel: 'silent'});
  const [error] = document.errors;
  if (error !== undefined) {
    const problem = error.message.replace(/ at line [\s\S]*$/, '').replace(/\.$/, '');
    return {problem: problem.charAt(0).toLowerCase() + problem.slice(1)};
  }
  const value: unknown = document.toJS({maxAliasCount: 100});
  if (Array.isArray(value)) return {shape: 'list'};
  if (typeof value === 'object' && value !== null) return {shape: 'object'};
  return {shape: typeof value === 'string' ? 'text' : 'other'};
}
