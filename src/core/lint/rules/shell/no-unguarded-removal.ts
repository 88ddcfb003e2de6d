import type {Word, WordPart} from '../../../shell';
import {callsOf} from '../../shell/calls';
import type {ScriptNode} from '../../node';
import {findOption, readOptions} from '../../shell/options';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-unguarded-removal',
  summary: 'Disallow the recursive removal of a path that begins with a variable without a guard',
  why: 'Where the variable is empty, `rm -rf "$DIR"/*` is `rm -rf /*`.',
  severity: 'warning',
  messages: {
    variable:
      'Found the recursive removal of `{{path}}`, which is `/` where `{{name}}` is empty, expected `{{guarded}}`.',
  },
  examples: {
    good: [
      {
        title: 'a guard, an input, or a value from the script itself',
        source:
          '---\nrunbook:\n  inputs:\n    DIR: {description: The folder to empty}\n---\n\n```bash {"name":"empty"}\nrm -rf "${CACHE:?}"/* "$DIR"/cache\nWORK=/tmp/work\nrm -rf "$WORK"/*\nrm -rf "$CACHE"\n```\n',
      },
    ],
    bad: [
      {
        title: 'an empty variable would be the root',
        source: '```bash\nrm -rf "$CACHE_DIR"/*\nsudo rm -r ${DATA}/old\n```\n',
        reports: [
          '2:8-2:22 Found the recursive removal of `"$CACHE_DIR"/*`, which is `/` where `CACHE_DIR` is empty, expected `${CACHE_DIR:?}`.',
          '3:12-3:23 Found the recursive removal of `${DATA}/old`, which is `/` where `DATA` is empty, expected `${DATA:?}`.',
        ],
        fixed: '```bash\nrm -rf "${CACHE_DIR:?}"/*\nsudo rm -r ${DATA:?}/old\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      command({layers, script, place}) {
        for (const {args} of callsOf({layers}, 'rm')) {
          const options = readOptions(args, {taking: ''});
          if (findOption(options, 'r', 'R', 'recursive') === undefined) continue;
          for (const word of options.operands) {
            const variable = unguarded(word, script);
            if (variable === undefined) continue;
            const {name, start, end} = variable;
            const guarded = `\${${name}:?}`;
            const fix = [{span: place(start, end), text: guarded}];
            const at = place(word.start, word.end);
            report({at, message: 'variable', data: {path: word.text, name, guarded}, fix});
          }
        }
      },
    };
  },
});

type Variable = Extract<WordPart, {kind: 'variable'}>;

/** The variable at the start of a path that goes on with `/`. */
function unguarded({parts}: Word, script: ScriptNode): Variable | undefined {
  const [first, next] = parts;
  if (first?.kind !== 'variable' || first.operator !== undefined) return undefined;
  if (next === undefined || !next.text.startsWith('/')) return undefined;
  return isSure(first.name, script) ? undefined : first;
}

function isSure(name: string, {shell, document}: ScriptNode): boolean {
  const isAssigned = shell.variables.some(
    variable => variable.kind === 'definition' && variable.name === name,
  );
  return (
    isAssigned ||
    /^(?:HOME|PWD|TMPDIR)$/.test(name) ||
    !/^[A-Za-z_]\w*$/.test(name) ||
    document.inputs.some(input => input.name === name)
  );
}
