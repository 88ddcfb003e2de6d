import {closedElements, droppedTags} from '../../runbook/html-tags';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-dropped-placeholder',
  summary: 'Disallow words in angle brackets that Markdown takes for HTML',
  why: 'CommonMark reads `<pod>` in a sentence as a tag. The browser knows no such element and shows nothing: the sentence loses a word, and nobody is told.',
  severity: 'error',
  messages: {
    dropped: 'Found `{{tag}}` in the text, which no browser shows, expected code or `\\{{tag}}`.',
  },
  examples: {
    good: [
      {
        title: 'code, an escape, real HTML, and addresses',
        source:
          'Restart `<pod>` or \\<pod>, then <kbd>Ctrl-C</kbd>. <details><summary>More</summary>x</details>\n<https://example.org> <my-element>x</my-element> <br> 3 < 4 > 2\n',
      },
    ],
    bad: [
      {
        title: 'a word that the reader does not see',
        source: 'Restart <pod-name> in its namespace.\n',
        reports: [
          '1:9-1:19 Found `<pod-name>` in the text, which no browser shows, expected code or `\\<pod-name>`.',
        ],
        fixed: 'Restart \\<pod-name> in its namespace.\n',
      },
    ],
  },
  check({report}) {
    return {
      file({document: {html, places, source}}) {
        if (html.length === 0) return;
        const closed = closedElements(source);
        for (const {text, span} of html) {
          const base = span.start.offset;
          for (const tag of droppedTags(text, closed)) {
            const at = places.span(base + tag.start, base + tag.end);
            const fix = [{span: places.span(base + tag.start, base + tag.start), text: '\\'}];
            const isAlone = tag.text === text;
            report({at, message: 'dropped', data: {tag: tag.text}, ...(isAlone && {fix})});
          }
        }
      },
    };
  },
});
