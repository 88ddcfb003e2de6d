import type {MarkdownDocument} from '../../../document';
import {promqlInputs} from '../../../promql';
import type {Shell, Variable} from '../../../shell';
import {closest} from '../../../closest';
import {isKnownVariable} from '../../shell/known-variables';
import {defineRule} from '../../rule';

type Use = Extract<Variable, {kind: 'use'}>;

export default defineRule({
  id: 'runbook/no-undeclared-input',
  summary: 'Disallow a variable in a step that is neither an input nor assigned before',
  why: 'The runner cannot ask for what is not declared, so the command runs with an empty word in its place: `kubectl delete pod -l app=` deletes something else.',
  severity: 'warning',
  messages: {
    undeclared:
      'Found `${{name}}`, which nothing declares or assigns before, expected an input `{{name}}` in the front matter.',
    similar:
      'Found `${{name}}`, which nothing declares or assigns before, expected `${{similar}}`.',
  },
  examples: {
    good: [
      {
        title: 'an input, an assigned variable, a default, and the environment',
        source:
          '---\nrunbook:\n  inputs:\n    POD: {description: The pod that restarts}\n---\n\n```bash {"name":"logs"}\nFILE="$(mktemp)"\nkubectl logs "$POD" --tail="${LINES_WANTED:-100}" > "$FILE"\nless "$FILE" "$HOME"\n```\n\n```promql {"name":"restarts"}\nkube_pod_container_status_restarts_total{pod="$POD"}\n```\n',
      },
      {
        title: 'a block that is not a step',
        source: '```bash\nkubectl logs "$POD"\n```\n',
      },
    ],
    bad: [
      {
        title: 'a variable from nowhere',
        source: '```bash {"name":"logs"}\nkubectl logs "$POD" --tail=100\n```\n',
        reports: [
          '2:15-2:19 Found `$POD`, which nothing declares or assigns before, expected an input `POD` in the front matter.',
        ],
      },
      {
        title: 'a slip of the pen',
        source:
          '---\nrunbook:\n  inputs:\n    POD_NAME: {description: The pod that restarts}\n---\n\n```bash {"name":"logs"}\nkubectl logs "$POD_NAEM" --previous\n```\n\n```promql {"name":"restarts"}\nkube_pod_container_status_restarts_total{pod="$POD_NAME"}\n```\n',
        reports: [
          '8:15-8:24 Found `$POD_NAEM`, which nothing declares or assigns before, expected `$POD_NAME`.',
        ],
      },
      {
        title: 'in a query',
        source:
          '```promql {"name":"restarts"}\nkube_pod_container_status_restarts_total{pod="$POD"}\n```\n',
        reports: [
          '2:47-2:51 Found `$POD`, which nothing declares or assigns before, expected an input `POD` in the front matter.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        const all = [...document.inputs, ...document.runbook.inputs];
        const known = new Set(all.map(({name}) => name));
        const inputs = [...known];
        for (const block of document.blocks) {
          if (block.shell !== undefined && loadsVariables(block.shell)) return;
          for (const {name, start, end} of undeclared(block, known, inputs)) {
            const similar = closest(name, inputs);
            const at = block.place(start, end);
            if (similar === undefined) report({at, message: 'undeclared', data: {name}});
            else report({at, message: 'similar', data: {name, similar}});
          }
          for (const name of definitionsOf(block.shell)) known.add(name);
        }
      },
    };
  },
});

type Found = {readonly name: string; readonly start: number; readonly end: number};

function undeclared(
  block: MarkdownDocument['blocks'][number],
  known: ReadonlySet<string>,
  inputs: readonly string[],
): readonly Found[] {
  if (block.step === undefined) return [];
  if (block.shell === undefined) return undeclaredInQuery(block.text, inputs);
  const defined = definitionsOf(block.shell);
  const uses = block.shell.variables.filter(variable => variable.kind === 'use');
  return uses.filter(
    use =>
      isNeeded(use) && !known.has(use.name) && !defined.has(use.name) && !isKnownVariable(use.name),
  );
}

/** `$name` may also be a group of `label_replace`, or a variable of a dashboard. */
function undeclaredInQuery(text: string, inputs: readonly string[]): readonly Found[] {
  return promqlInputs(text).filter(
    ({name}) => /^[A-Z][A-Z0-9_]*$/.test(name) && !inputs.includes(name),
  );
}

/** With a default, or with its own error, a variable may well be missing. */
function isNeeded({special, operator, quote}: Use): boolean {
  return !special && quote !== 'arithmetic' && !/^:?[-=?+]/.test(operator ?? '');
}

function definitionsOf(shell: Shell | undefined): ReadonlySet<string> {
  if (shell === undefined) return new Set();
  // `(( n = 1 ))` and `let n=1` make what they name.
  const makes = shell.variables.filter(
    variable => variable.kind === 'definition' || variable.quote === 'arithmetic',
  );
  const lets = shell.commands.filter(({name}) => name?.value === 'let').flatMap(({args}) => args);
  return new Set([
    ...makes.map(({name}) => name),
    ...lets.map(({text}) => /^["']?(\w+)/.exec(text)?.[1] ?? ''),
  ]);
}

/** After these, nobody can tell from the page which variables there are. */
function loadsVariables({commands}: Shell): boolean {
  return commands.some(({name}) => /^(?:source|\.|eval|direnv)$/.test(name?.value ?? ''));
}
