import {findFlag} from '../../../kubectl';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-manifest-page',
  summary: 'Disallow the web page of a file where kubectl wants the file',
  why: 'An address with `/blob/` in it is a page of HTML, which kubectl cannot read as YAML.',
  severity: 'error',
  messages: {page: 'Found the page of a file on GitHub, expected the file, `{{raw}}`.'},
  examples: {
    good: [
      {
        title: 'the file',
        source:
          '```bash\nkubectl apply -f https://raw.githubusercontent.com/acme/tool/v1/deploy.yaml\n```\n',
      },
    ],
    bad: [
      {
        title: 'its page',
        source: '```bash\nkubectl apply -f https://github.com/acme/tool/blob/v1/deploy.yaml\n```\n',
        reports: [
          '2:18-2:66 Found the page of a file on GitHub, expected the file, `https://raw.githubusercontent.com/acme/tool/v1/deploy.yaml`.',
        ],
        fixed:
          '```bash\nkubectl apply -f https://raw.githubusercontent.com/acme/tool/v1/deploy.yaml\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, layer, place}) {
        const file = findFlag(kubectl, 'filename');
        const word = file?.valueWord;
        const [, path] = PAGE.exec(file?.value ?? '') ?? [];
        if (word === undefined || path === undefined) return;
        const raw = `https://raw.githubusercontent.com/${path.replace('/blob/', '/')}`;
        const at = place(word.start, word.end);
        const isPlain = layer.nested === undefined && word.text === file?.value;
        report({at, message: 'page', data: {raw}, ...(isPlain && {fix: [{span: at, text: raw}]})});
      },
    };
  },
});

const PAGE = /^https?:\/\/github\.com\/([^/]+\/[^/]+\/blob\/[^?]+)$/;
