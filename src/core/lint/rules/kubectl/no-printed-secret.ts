import {analyzeEffect, pipedInto, programName} from '../../../shell';
import type {EffectReason, Shell, SimpleCommand} from '../../../shell';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-printed-secret',
  summary: "Disallow printing the values of Secrets and of a container's environment",
  why: 'What is on the screen is in the recording, the shared screen and the chat a minute later. Names are mostly enough, and a value can go from one program to the next unseen.',
  severity: 'warning',
  messages: {
    printed:
      'Found `{{command}}`, which prints secrets, expected names only, or the one value that is needed.',
  },
  examples: {
    good: [
      {
        title: 'names, a value that nobody sees, the one that is needed',
        source:
          "```bash\nkubectl exec web-0 -- env | cut -d= -f1\nPASSWORD=\"$(kubectl get secret db -o jsonpath='{.data.password}' | base64 -d)\"\nkubectl get secret db -o json | jq '.data|keys'\nkubectl get secret web-tls -o jsonpath='{.data.tls\\.crt}' | base64 -d | openssl x509 -noout -dates\nkubectl get secret db -o jsonpath='{.metadata.creationTimestamp}'\n```\n",
      },
    ],
    bad: [
      {
        title: 'everything in clear',
        source: '```bash\nkubectl get secret db -o yaml\nkubectl exec web-0 -- env\n```\n',
        reports: [
          '2:1-2:30 Found `kubectl get secret db -o yaml`, which prints secrets, expected names only, or the one value that is needed.',
          '3:1-3:26 Found `kubectl exec web-0 -- env`, which prints secrets, expected names only, or the one value that is needed.',
        ],
      },
    ],
  },
  check({report}) {
    const seen = new Set<SimpleCommand>();
    return {
      kubectl(node) {
        const {command, script, place} = node;
        if (seen.has(command) || !printsSecrets(node) || isKept(node)) return;
        seen.add(command);
        report({
          at: place(command.start, command.end),
          message: 'printed',
          data: {command: script.shell.script.slice(command.start, command.end)},
        });
      },
    };
  },
});

function printsSecrets({command, script}: KubectlNode): boolean {
  return secretsOf(script.shell).some(
    ({start, end}) => command.start <= start && end <= command.end,
  );
}

/** Every call of a script asks, and the whole of it is judged at once. */
const judged = new WeakMap<Shell, readonly EffectReason[]>();

function secretsOf(shell: Shell): readonly EffectReason[] {
  const known = judged.get(shell);
  if (known !== undefined) return known;
  const isSuspect = /secret|env|config\s+view|token/.test(shell.script);
  const reasons = isSuspect ? analyzeEffect(shell).reasons : [];
  const found = reasons.filter(({outcome}) => outcome === 'secrets');
  judged.set(shell, found);
  return found;
}

/** What goes into a variable or a file is not seen, and who asks for one value wants to see it. */
function isKept(node: KubectlNode): boolean {
  const {command, layer, kubectl} = node;
  // It prints what stands in the command already.
  if (kubectl.path[0] === 'create' && kubectl.path[1] === 'secret') return true;
  if (command.scope !== 0 || ONE_VALUE.test(command.text) || isSelected(node)) return true;
  const redirects = [...command.redirects, ...layer.command.redirects];
  return redirects.some(({operator, descriptor}) => /^&?>/.test(operator) && descriptor !== 2);
}

const ONE_VALUE =
  /(?:jsonpath|custom-columns|template)=.*(?:\bdata\\*["']?\]?[.[]|\bmetadata\b|\.type\b)|\bindex \.data\b/s;

function isSelected({layer, script}: KubectlNode): boolean {
  return pipedInto(layer.nested ?? script.shell, layer.command).some(({name, args}) => {
    if (!/^(?:jq|yq)$/.test(programName(name) ?? '')) return false;
    return args.some(({text}) => !/^(?:-.*|["']?\.(?:data)?["']?)$/.test(text));
  });
}
