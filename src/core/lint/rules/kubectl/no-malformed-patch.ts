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
    quotes:
      'Found a patch whose key is `{{key}}`, because bash took its quotes away, expected the whole patch in single quotes.',
    operation: 'Found the operation `{{operation}}` in a patch, expected {{wanted}}.',
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
        title: 'quotes that bash takes, and operations that there are not',
        source:
          '```bash\nkubectl patch hpa web -p "{"spec":{"minReplicas":3}}"\nkubectl patch hpa web --type=json -p \'[{"op":"delete","path":"/spec/minReplicas"}]\'\nkubectl patch hpa web --type=json -p \'[{"op":"remove","path":"spec/minReplicas"}]\'\n```\n',
        reports: [
          '2:26-2:54 Found a patch whose key is `minReplicas:3`, because bash took its quotes away, expected the whole patch in single quotes.',
          '3:38-3:84 Found the operation `delete` in a patch, expected one of `add`, `remove`, `replace`, `move`, `copy`, `test`.',
          '4:38-4:83 Found the operation `spec/minReplicas` in a patch, expected a path that begins with `/`.',
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
        } else if (read.lost !== undefined) {
          report({at, message: 'quotes', data: {key: read.lost}});
        } else if (type === 'json' && read.wrong !== undefined) {
          report({at, message: 'operation', data: read.wrong});
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

type Read = {
  readonly shape: string;
  /** A key with a colon and no value: `replicas:2` was `"replicas":2`. */
  readonly lost: string | undefined;
  readonly wrong: {readonly operation: string; readonly wanted: string} | undefined;
};

function readPatch(text: string): {readonly problem: string} | Read {
  const json = parseJson(text);
  if (json !== undefined) return readValue(json);
  const document = parseDocument(text, {uniqueKeys: false, logLevel: 'silent'});
  const [error] = document.errors;
  if (error !== undefined) {
    const problem = error.message.replace(/ at line [\s\S]*$/, '').replace(/\.$/, '');
    return {problem: problem.charAt(0).toLowerCase() + problem.slice(1)};
  }
  return readValue(document.toJS({maxAliasCount: 100}));
}

/** Most patches are JSON, which is read much faster than YAML. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readValue(value: unknown): Read {
  return {shape: shapeOf(value), lost: lostQuotes(value), wrong: wrongOperation(value)};
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object' && value !== null) return 'object';
  return typeof value === 'string' ? 'text' : 'other';
}

function lostQuotes(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null && /^[A-Za-z]\w*:\S/.test(key)) return key;
    const found = lostQuotes(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

const OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'];
const OPERATION_NAMES = OPERATIONS.map(name => `\`${name}\``).join(', ');

/** What is wrong with one of the operations of a JSON patch. */
function wrongOperation(value: unknown): Read['wrong'] {
  if (!Array.isArray(value)) return undefined;
  const operations: readonly unknown[] = value;
  for (const operation of operations) {
    const {op, path} = fieldsOf(operation);
    if (typeof op === 'string' && !OPERATIONS.includes(op)) {
      return {operation: op, wanted: `one of ${OPERATION_NAMES}`};
    }
    if (typeof path === 'string' && path !== '' && !path.startsWith('/')) {
      return {operation: path, wanted: 'a path that begins with `/`'};
    }
  }
  return undefined;
}

function fieldsOf(operation: unknown): {readonly op?: unknown; readonly path?: unknown} {
  return typeof operation === 'object' && operation !== null ? operation : {};
}
