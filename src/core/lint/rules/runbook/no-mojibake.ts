import type {Block} from '../../../document';
import {findMojibake} from '../../runbook/mojibake';
import {defineRule} from '../../rule';

/** Languages of blocks that show text, which may show mojibake on purpose. */
const SHOWS_TEXT = new Set(['md', 'markdown', 'mdx', 'text', 'txt', 'plaintext']);

export default defineRule({
  id: 'runbook/no-mojibake',
  summary: 'Disallow characters that were decoded with the wrong encoding',
  why: 'UTF-8 that went through Windows-1252 once is unreadable, cannot be searched for, and breaks commands that it stands in.',
  severity: 'error',
  messages: {
    mojibake:
      'Found `{{found}}`, expected `{{wanted}}`: the text was decoded with the wrong encoding.',
  },
  examples: {
    good: [
      {
        title: 'the character itself',
        source: 'Navigate to: Application Overview → Error Rate by Endpoint\n',
      },
      {
        title: 'mojibake that is quoted as such',
        source: 'The source had `â†’` in the place of an arrow.\n',
      },
      {title: 'other languages', source: 'À Paris, « l’âme », MAÇÃ”, São Paulo, 20 °C\n'},
    ],
    bad: [
      {
        title: 'an arrow',
        source: 'Navigate to: Application Overview â†’ Error Rate by Endpoint\n',
        reports: [
          '1:35-1:38 Found `â†’`, expected `→`: the text was decoded with the wrong encoding.',
        ],
        fixed: 'Navigate to: Application Overview → Error Rate by Endpoint\n',
      },
      {
        title: 'several in one line',
        source: '```bash\n# Itâ€™s the cafÃ© at 20Â°C\n```\n',
        reports: [
          '2:5-2:8 Found `â€™`, expected `’`: the text was decoded with the wrong encoding.',
          '2:17-2:19 Found `Ã©`, expected `é`: the text was decoded with the wrong encoding.',
          '2:25-2:27 Found `Â°`, expected `°`: the text was decoded with the wrong encoding.',
        ],
        fixed: '```bash\n# It’s the café at 20°C\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      file({document: {source, places, blocks}}) {
        const quoted = blocks.filter(({language}) => SHOWS_TEXT.has(language));
        for (const {text, decoded, start, end} of findMojibake(source)) {
          if (isInside(quoted, start) || isInlineCode(source, start, end)) continue;
          const at = places.span(start, end);
          const fix = [{span: at, text: decoded}];
          report({at, message: 'mojibake', data: {found: text, wanted: decoded}, fix});
        }
      },
    };
  },
});

function isInside(blocks: readonly Block[], offset: number): boolean {
  return blocks.some(({span}) => span.start.offset <= offset && offset < span.end.offset);
}

/** A piece of inline code that holds nothing else speaks about the characters themselves. */
function isInlineCode(source: string, start: number, end: number): boolean {
  return source[start - 1] === '`' && source[end] === '`';
}
