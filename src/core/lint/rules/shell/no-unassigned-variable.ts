import type {Block, MarkdownDocument} from '../../../document';
import type {Variable} from '../../../shell';
import {isKnownVariable} from '../../shell/known-variables';
import {wordMatcher} from '../../word-matcher';
import {defineRule} from '../../rule';

/** A page that assigned them would give them away. */
const SECRET = /(?:^|_)(?:PASSWORD|PASSWD|PASS|PW|TOKEN|SECRET|API_?KEY)$/i;

export default defineRule({
  id: 'shell/no-unassigned-variable',
  summary: 'Disallow a variable that nothing on the page assigns, declares or explains before',
  why: 'bash puts nothing in its place and goes on: `kubectl get pods -l app=$APP` lists the pods that have an empty label.',
  severity: 'warning',
  messages: {
    unassigned:
      'Found `${{name}}`, which nothing above assigns or explains, expected `{{name}}=…` or an input of that name.',
    later:
      'Found `${{name}}`, which is assigned on line {{line}}, expected the assignment above its first use.',
  },
  options: {
    knownVariables: {
      summary: 'Variables that the environment brings; `*` at the end stands for any rest',
      pattern: /^[A-Za-z_]\w*\*?$/,
      example: ['CLUSTER', 'SQL_STUDIO_*'],
    },
  },
  examples: {
    good: [
      {
        title: 'assigned above, explained in the text, or from the environment',
        source:
          'Put the name of the pod into `POD`.\n\n```bash\nNAMESPACE=sql-studio\nkubectl logs "$POD" -n "$NAMESPACE" --kubeconfig "$HOME/.kube/config"\n```\n\n```bash\nkubectl get pods -n "$NAMESPACE"\n```\n',
      },
      {
        title: 'a step, whose variables are inputs',
        source: '```bash {"name":"logs"}\nkubectl logs "$POD"\n```\n',
      },
      {
        title: 'a default, a guard, and a script that loads others',
        source:
          '```bash\nkubectl logs "${POD:?set it}" --tail="${COUNT:-100}"\nkubectl describe pod "$POD"\n```\n\n```bash\nsource .env\necho "$TEAM"\n```\n',
      },
      {
        title: 'variables that everybody on the team has',
        source: '```bash\nkubectl --context "$CLUSTER" get pods -n "$SQL_STUDIO_NS"\n```\n',
        options: {knownVariables: ['CLUSTER', 'SQL_STUDIO_*']},
      },
    ],
    bad: [
      {
        title: 'a variable from nowhere',
        source: '```bash\nkubectl get pods -l app=$APP\nkubectl get events --for "pod/$APP"\n```\n',
        reports: [
          '2:25-2:29 Found `$APP`, which nothing above assigns or explains, expected `APP=…` or an input of that name.',
        ],
      },
      {
        title: 'a value that comes too late',
        source:
          '```bash\nkubectl logs "$POD_OF_BACKEND"\n```\n\n```bash\nPOD_OF_BACKEND=$(kubectl get pods -o name | tail -n 1)\n```\n',
        reports: [
          '2:15-2:30 Found `$POD_OF_BACKEND`, which is assigned on line 6, expected the assignment above its first use.',
        ],
      },
    ],
  },
  check({report, later, options: {knownVariables}}) {
    const isKnownHere = wordMatcher(knownVariables);
    return {
      file({document}) {
        const blocks = document.blocks.filter(({shell}) => shell !== undefined);
        if (blocks.some(loadsVariables)) return;
        const known = new Set(document.runbook.inputs.map(({name}) => name));
        let explained: ReadonlySet<string> | undefined;
        let lines: ReadonlyMap<string, number> | undefined;
        for (const block of blocks) {
          for (const {name} of guardsOf(block)) known.add(name);
          const defined = definitionsOf(block);
          const uses = block.step === undefined ? usesOf(block) : [];
          for (const {name, start, end} of uses) {
            if (known.has(name) || defined.has(name) || isKnownHere(name)) continue;
            known.add(name);
            explained ??= explainedNames(document);
            if (explained.has(name)) continue;
            const at = block.place(start, end);
            // Nothing above defines it, so that its first definition is below.
            lines ??= linesOfDefinitions(blocks);
            const line = lines.get(name);
            later(({all}) => {
              // A page may show the commands of another one that declares their inputs.
              if (all.some(({inputs}) => inputs.includes(name))) return;
              if (line === undefined) report({at, message: 'unassigned', data: {name}});
              else report({at, message: 'later', data: {name, line: String(line)}});
            });
          }
          for (const name of defined.keys()) known.add(name);
        }
      },
    };
  },
});

/** With a default, or with its own error, a variable may well be missing. */
function usesOf({shell}: Block): readonly Variable[] {
  return (shell?.variables ?? []).filter(
    variable =>
      variable.kind === 'use' &&
      !variable.special &&
      variable.quote !== 'arithmetic' &&
      !/^:?[-=?+]/.test(variable.operator ?? '') &&
      !/^N[FR]$/.test(variable.name) &&
      !SECRET.test(variable.name) &&
      !isKnownVariable(variable.name),
  );
}

/** `${NAME:?set it}` and `${NAME:-}` show that the author knows where the value comes from. */
function guardsOf({shell}: Block): readonly Variable[] {
  return (shell?.variables ?? []).filter(
    variable => variable.kind === 'use' && /^:?[-=?+]/.test(variable.operator ?? ''),
  );
}

function definitionsOf({shell}: Block): ReadonlyMap<string, Variable> {
  const definitions = shell?.variables.filter(({kind}) => kind === 'definition') ?? [];
  return new Map(definitions.map(definition => [definition.name, definition] as const));
}

/** The line of the first definition of each name. */
function linesOfDefinitions(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const block of blocks) {
    for (const {name, start, end} of definitionsOf(block).values()) {
      if (!lines.has(name)) lines.set(name, block.place(start, end).start.line);
    }
  }
  return lines;
}

/** Names that the text, a table, a manifest or a comment of a script speaks of. */
function explainedNames({source, blocks}: MarkdownDocument): ReadonlySet<string> {
  const names = new Set<string>();
  let from = 0;
  for (const {shell, span} of blocks) {
    if (shell === undefined) continue;
    addNames(source.slice(from, span.start.offset), names);
    for (const {text} of shell.comments) addNames(text, names);
    from = span.end.offset;
  }
  addNames(source.slice(from), names);
  return names;
}

/** `$NAME` in the text may be just another use. */
function addNames(text: string, names: Set<string>): void {
  for (const [name] of text.matchAll(/(?<![\w$]|\$\{)[A-Za-z_]\w*/g)) names.add(name);
}

/** After these, nobody can tell from the page which variables there are. */
function loadsVariables({shell}: Block): boolean {
  return (shell?.commands ?? []).some(({name}) =>
    /^(?:source|\.|eval|direnv)$/.test(name?.value ?? ''),
  );
}
