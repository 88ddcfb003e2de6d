import {findFlag} from '../../../kubectl';
import {pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';

const MOVING =
  /^https?:\/\/(?:raw\.githubusercontent\.com\/[^/]+\/[^/]+\/(?:refs\/heads\/)?|github\.com\/[^/]+\/[^/]+\/raw\/(?:refs\/heads\/)?|[^/]*gitlab[^/]*\/.+\/-\/raw\/)(?:main|master|HEAD|develop|trunk)\/|^https?:\/\/github\.com\/[^/]+\/[^/]+\/releases\/latest\//;

export default defineRule({
  id: 'kubectl/no-unpinned-manifest',
  summary: 'Disallow manifests from a branch or from the latest release',
  why: 'What is applied is whatever the branch holds at that moment, not what was tested when the page was written.',
  severity: 'warning',
  messages: {
    moving: 'Found a manifest of `{{ref}}`, which changes, expected one of a tag or a commit.',
  },
  examples: {
    good: [
      {
        title: 'a tag',
        source:
          '```bash\nkubectl apply -f https://raw.githubusercontent.com/acme/tool/v1.4.0/deploy.yaml\n```\n',
      },
    ],
    bad: [
      {
        title: 'a branch',
        source:
          '```bash\nkubectl apply -f https://raw.githubusercontent.com/acme/tool/main/deploy.yaml\n```\n',
        reports: [
          '2:18-2:78 Found a manifest of `main`, which changes, expected one of a tag or a commit.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const file = findFlag(node.kubectl, 'filename');
        const word = file?.valueWord;
        if (word === undefined || !APPLYING.has(pathOf(node))) return;
        const [address] = MOVING.exec(file?.value ?? '') ?? [];
        if (address === undefined) return;
        const ref = address.endsWith('/latest/') ? 'latest' : address.split('/').at(-2);
        report({at: node.place(word.start, word.end), message: 'moving', data: {ref: ref ?? ''}});
      },
    };
  },
});

const APPLYING = new Set(['apply', 'create', 'replace']);
