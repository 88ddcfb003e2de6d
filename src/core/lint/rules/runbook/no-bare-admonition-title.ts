import {defineRule} from '../../rule';

const ADMONITION =
  /^([ \t>]*:{3,})(note|tip|info|warning|danger|caution|important|secondary|success)([ \t]+)([^\s[{][^\n\r]*)$/gm;

export default defineRule({
  id: 'runbook/no-bare-admonition-title',
  summary: 'Disallow an admonition title without brackets',
  why: 'Docusaurus 4 (and 3 with its `v4` flags) prints `:::danger Title` as text: the warning loses its box, and the build stays green.',
  severity: 'warning',
  messages: {
    bare: 'Found the title `{{title}}` without brackets, expected `:::{{type}}[{{title}}]`.',
  },
  examples: {
    good: [
      {
        title: 'with brackets, or without a title',
        source: ':::danger[This deletes data]\n\nText\n\n:::\n\n:::note\n\nText\n\n:::\n',
      },
    ],
    bad: [
      {
        title: 'without brackets',
        source: ':::danger This deletes data\n\nText\n\n:::\n',
        reports: [
          '1:11-1:28 Found the title `This deletes data` without brackets, expected `:::danger[This deletes data]`.',
        ],
        fixed: ':::danger[This deletes data]\n\nText\n\n:::\n',
      },
    ],
  },
  check({report}) {
    return {
      file({document: {source, places, blocks}}) {
        for (const match of source.matchAll(ADMONITION)) {
          const [, colons = '', type = '', space = '', rest = ''] = match;
          const title = rest.trimEnd();
          const gap = match.index + colons.length + type.length;
          const start = gap + space.length;
          const isCode = blocks.some(
            ({span}) => span.start.offset <= start && start < span.end.offset,
          );
          if (isCode) continue;
          const at = places.span(start, start + title.length);
          const fix = [{span: places.span(gap, start + title.length), text: `[${title}]`}];
          const isSafe = !/[[\]{}]/.test(title);
          report({at, message: 'bare', data: {title, type}, ...(isSafe && {fix})});
        }
      },
    };
  },
});
