import {findEnvironment} from '../../../inventory';
import {findFlag} from '../../../kubectl';
import {closest} from '../../../closest';
import {workloadsFor} from '../../kubectl/kubectl-workloads';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

const WEB = {
  'kubernetes/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          env: [{name: DB_MAX_CONNECTIONS, value: "25"}]\n          envFrom: [{configMapRef: {name: web-config}}]\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: web-config, namespace: shop}\ndata: {LOG_LEVEL: info}\n',
};

export default defineRule({
  id: 'inventory/no-undeclared-variable',
  summary: 'Disallow `kubectl set env` of a variable that no manifest declares for the workload',
  why: 'The pods are replaced, the command says that it worked, and the process never reads the variable.',
  severity: 'warning',
  messages: {
    similar:
      'Found the variable `{{name}}`, which {{manifest}} does not declare for `{{workload}}`, expected `{{similar}}`.',
    undeclared:
      'Found the variable `{{name}}`, which {{manifest}} does not declare for `{{workload}}`, expected one of {{known}}.',
  },
  examples: {
    good: [
      {
        title: 'a variable of the container, one of its ConfigMap, and one that the Go runtime reads',
        source:
          '```bash\nkubectl set env deployment/web DB_MAX_CONNECTIONS=50 -n shop\nkubectl set env deployment/web LOG_LEVEL=debug -n shop\nkubectl set env deployment/web GOMEMLIMIT=900MiB -n shop\n```\n',
        files: WEB,
      },
    ],
    bad: [
      {
        title: 'a name that the process does not read, and one from nowhere',
        source:
          '```bash\nkubectl set env deployment/web DB_MAX_CONECTIONS=50 -n shop\nkubectl set env deployment/web READ_ONLY=true -n shop\n```\n',
        files: WEB,
        reports: [
          '2:32-2:49 Found the variable `DB_MAX_CONECTIONS`, which kubernetes/web.yaml does not declare for `web`, expected `DB_MAX_CONNECTIONS`.',
          '3:32-3:41 Found the variable `READ_ONLY`, which kubernetes/web.yaml does not declare for `web`, expected one of `DB_MAX_CONNECTIONS`, `LOG_LEVEL`.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      kubectl(node) {
        const variables = inventory === undefined ? [] : variablesOf(node);
        if (inventory === undefined || variables.length === 0) return;
        const workloads = workloadsFor(node, inventory);
        const environments = workloads.map(workload => findEnvironment(inventory, workload));
        const known = [...new Set(environments.flatMap(({names}) => names))];
        const [first] = workloads;
        // A container without any variable may read what it likes.
        if (first === undefined || known.length === 0) return;
        if (environments.some(({isComplete}) => !isComplete)) return;
        for (const {name, start, end} of variables) {
          if (known.includes(name) || OF_RUNTIMES.test(name)) continue;
          const at = node.place(start, end);
          const similar = closest(name, known);
          const data = {name, manifest: first.object.path, workload: first.object.name};
          if (similar !== undefined) report({at, message: 'similar', data: {...data, similar}});
          else report({at, message: 'undeclared', data: {...data, known: list(known)}});
        }
      },
    };
  },
});

/** Read by runtimes and libraries, or there to have the pods replaced. */
const OF_RUNTIMES =
  /^(?:GO[A-Z]+|JAVA_.*|JDK_.*|JVM_.*|_JAVA_OPTIONS|NODE_.*|NPM_.*|PYTHON.*|RUBY.*|RAILS_.*|RUST_.*|DOTNET_.*|ASPNETCORE_.*|OTEL_.*|AWS_.*|GOOGLE_.*|AZURE_.*|MALLOC_.*|LD_.*|LC_.*|LANG|TZ|PATH|HOME|DEBUG|VERBOSE|ENV|LOG_?LEVEL|(?:.*_)?PROXY|.*(?:RESTART|REDEPLOY|DEPLOY|DATE|TIMESTAMP|FORCE|TRIGGER).*)$/;

type Named = {readonly name: string; readonly start: number; readonly end: number};

/** `NAME=value` and `NAME-`; with `--from` or a list, names come from elsewhere. */
function variablesOf({kubectl}: KubectlNode): readonly Named[] {
  if (kubectl.path.join(' ') !== 'set env') return [];
  if (findFlag(kubectl, 'from', 'list', 'filename', 'help') !== undefined) return [];
  return kubectl.arguments.slice(1).flatMap(({text, start}) => {
    const [, name] = /^([A-Za-z_]\w*)(?:=|-$)/.exec(text) ?? [];
    return name === undefined ? [] : [{name, start, end: start + name.length}];
  });
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 6).map(name => `\`${name}\``);
  return shown.join(', ') + (names.length > shown.length ? ' and others' : '');
}
