import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

const CERTIFICATE = /^certs?$|^certificates?(?:\.(?:v1\.)?cert-manager\.io)?$/;

export default defineRule({
  id: 'kubectl/no-certificate-deletion',
  summary: 'Disallow deleting a Certificate of cert-manager to renew it',
  why: 'Without its Certificate, the Secret stays and is never renewed again: the site keeps the old certificate until the day it expires.',
  severity: 'warning',
  messages: {
    deletion:
      'Found `delete {{what}}`, which ends the renewal of the certificate, expected `cmctl renew {{name}}`.',
  },
  examples: {
    good: [
      {
        title: 'a renewal',
        source:
          '```bash\ncmctl renew sql-studio-tls -n sql-studio\nkubectl delete certificatesigningrequest web\n```\n',
      },
    ],
    bad: [
      {
        title: 'a deletion',
        source: '```bash\nkubectl delete certificate sql-studio-tls -n sql-studio\n```\n',
        reports: [
          '2:9-2:42 Found `delete certificate`, which ends the renewal of the certificate, expected `cmctl renew sql-studio-tls`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, place} = node;
        const [first] = kubectl.arguments;
        const what = first?.value?.split('/')[0]?.toLowerCase() ?? '';
        if (kubectl.path.join(' ') !== 'delete' || !CERTIFICATE.test(what)) return;
        const verb = kubectl.verbs[0];
        const last = kubectl.arguments.at(-1);
        if (verb === undefined || last === undefined) return;
        const at = place(verb.start, last.end);
        report({at, message: 'deletion', data: {what, name: nameOf(node)}});
      },
    };
  },
});

function nameOf({kubectl}: KubectlNode): string {
  const [first, second] = kubectl.arguments;
  return first?.value?.split('/')[1] ?? second?.text ?? 'NAME';
}
