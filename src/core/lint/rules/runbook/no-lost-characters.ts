import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-lost-characters',
  summary: 'Disallow bytes that are no UTF-8, and the replacement character that they become',
  why: 'The character that stood there is lost for the reader and in what is copied or run.',
  severity: 'error',
  messages: {
    lost: 'Found U+FFFD in the place of what is no UTF-8, expected the character that was meant.',
    more: 'Found U+FFFD in the place of what is no UTF-8, here and {{count}} times below, expected a file in UTF-8.',
  },
  examples: {
    good: [{title: 'characters of any language', source: 'Größe 日本 ✓\n'}],
    bad: [
      {
        title: 'a character that did not survive',
        source: 'Gr\ufffd\ufffde\n',
        reports: [
          '1:3-1:5 Found U+FFFD in the place of what is no UTF-8, expected the character that was meant.',
        ],
      },
      {
        title: 'a file in another encoding',
        source: 'Gr\ufffd\ufffde\n\nM\ufffdll\n',
        reports: [
          '1:3-1:5 Found U+FFFD in the place of what is no UTF-8, here and 1 times below, expected a file in UTF-8.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document: {source, places}}) {
        const [first, ...more] = Array.from(source.matchAll(/\ufffd+/g));
        if (first === undefined) return;
        const at = places.span(first.index, first.index + first[0].length);
        if (more.length === 0) report({at, message: 'lost', data: {}});
        else report({at, message: 'more', data: {count: String(more.length)}});
      },
    };
  },
});
