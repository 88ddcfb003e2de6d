import type {Heading, MarkdownDocument} from '../../../document';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-empty-section',
  summary: 'Disallow a heading with nothing below it',
  why: 'The table of contents promises help, and the reader finds a blank.',
  severity: 'warning',
  messages: {
    empty: 'Found nothing below the heading "{{heading}}", expected text, a step or no heading.',
  },
  examples: {
    good: [
      {
        title: 'text, and a section whose parts have the text',
        source: '# High error rate\n\n## Resolution\n\n### Immediate\n\nRoll back.\n',
      },
      {
        title: 'a heading that is the whole step',
        source:
          '# Outage\n\n### Open the [dashboard](https://grafana.example)\n\n### Call somebody.\n',
      },
    ],
    bad: [
      {
        title: 'two headings without text',
        source:
          '# High error rate\n\nUsers see errors.\n\n## Diagnosis\n\n## Resolution\n\nRoll back.\n\n## Prevention\n\n<!-- later -->\n',
        reports: [
          '5:1-5:13 Found nothing below the heading "Diagnosis", expected text, a step or no heading.',
          '11:1-11:14 Found nothing below the heading "Prevention", expected text, a step or no heading.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        document.headings.forEach((heading, index, headings) => {
          const next = headings[index + 1];
          // The title of a page, which others repeat as headings of the same depth.
          if (index === 0 && heading.depth === 1) return;
          if (next !== undefined && next.depth > heading.depth) return;
          if (saysItAll(heading, document) || !isBlank(heading, next, document)) return;
          report({at: heading.span, message: 'empty', data: {heading: heading.text}});
        });
      },
    };
  },
});

/** A link, code, a sentence or a deep heading is itself what the reader came for. */
function saysItAll({span, text, depth}: Heading, {source}: MarkdownDocument): boolean {
  const written = source.slice(span.start.offset, span.end.offset);
  return depth > 4 || /[`[<]/.test(written) || /[.!)]$/.test(text) || text.split(/\s+/).length > 7;
}

/** Comments are for authors; any other HTML may show something. */
function isBlank({span}: Heading, next: Heading | undefined, {source}: MarkdownDocument): boolean {
  let rest = source.slice(span.end.offset, next?.span.start.offset).trimStart();
  while (rest.startsWith('<!--') || rest.startsWith('{/*')) {
    const closing = rest.startsWith('<') ? '-->' : '*/}';
    const end = rest.indexOf(closing);
    if (end === -1) return false;
    rest = rest.slice(end + closing.length).trimStart();
  }
  return rest === '';
}
