import type {Block, MarkdownDocument} from '../../../document';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-ignored-tag',
  summary: 'Disallow a tag that no tool reads because of its place, its form or its language',
  why: 'The block looks like a step and is none: it has no anchor, nothing runs it, and no step that needs it finds it.',
  severity: 'error',
  messages: {
    place:
      'Found the tag `{{tag}}` behind other text, expected it right behind the language `{{language}}`.',
    form: 'Found the tag `{{tag}}`, expected JSON with its keys in double quotes.',
    language:
      'Found the tag `{{tag}}` on a block of language `{{language}}`, expected `bash`, `sh` or `promql`.',
    missing: 'Found the tag `{{tag}}` on a block without a language, expected one before it.',
  },
  examples: {
    good: [
      {
        title: 'the tag behind the language, the title behind the tag',
        source: '```bash {"name":"pods"} title="Pods" {1}\nkubectl get pods\n```\n',
      },
      {
        title: 'another language, which other tools run',
        source: '```python {"name":"seed"}\nprint(1)\n```\n',
      },
    ],
    bad: [
      {
        title: 'a tag behind the title, and keys without quotes',
        source:
          '```bash title="Pods" {"name":"pods"}\nkubectl get pods\n```\n\n```bash {name: "events"}\nkubectl get events\n```\n',
        reports: [
          '1:22-1:37 Found the tag `{"name":"pods"}` behind other text, expected it right behind the language `bash`.',
          '5:9-5:25 Found the tag `{name: "events"}`, expected JSON with its keys in double quotes.',
        ],
      },
      {
        title: 'a language that is only shown, and none',
        source:
          '```console {"name":"pods"}\nkubectl get pods\n```\n\n``` {"name":"events"}\nkubectl get events\n```\n',
        reports: [
          '1:12-1:27 Found the tag `{"name":"pods"}` on a block of language `console`, expected `bash`, `sh` or `promql`.',
          '5:5-5:22 Found the tag `{"name":"events"}` on a block without a language, expected one before it.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        for (const block of document.blocks) {
          const found =
            block.step === undefined && block.fenced ? tagIn(block, document) : undefined;
          if (found === undefined) continue;
          const {tag, start, before} = found;
          const at = document.places.span(start, start + tag.length);
          const {language} = block;
          if (language === '') report({at, message: 'missing', data: {tag}});
          else if (SHOWN.has(language)) report({at, message: 'language', data: {tag, language}});
          else if (!RUN.has(language)) continue;
          else if (before !== '') report({at, message: 'place', data: {tag, language}});
          else if (!/^\{\s*"/.test(tag)) report({at, message: 'form', data: {tag}});
        }
      },
    };
  },
});

const RUN = new Set(['bash', 'sh', 'shell', 'promql']);
const SHOWN = new Set(
  'console shell-session shellsession sh-session terminal zsh ksh fish prometheus text plaintext'.split(
    ' ',
  ),
);

const LONGEST_INFO = 2_000;

/** A tag has a name, and nothing but a tag has one. */
const TAG =
  /\{\s*(?:"name"\s*:\s*"[^"]*"|'name'\s*:\s*'[^']*'|name\s*:\s*(?:"[^"]*"|'[^']*'|[\w-]+)|"[^"]*"\s*:[^}]*"name"\s*:\s*"[^"]*")[^}]*\}/;

function tagIn({infoSpan, language}: Block, {source}: MarkdownDocument) {
  const info = source.slice(infoSpan.start.offset, infoSpan.end.offset);
  const match = info.length > LONGEST_INFO ? null : TAG.exec(info);
  if (match === null) return undefined;
  const before = info.slice(0, match.index).toLowerCase().replace(language, '').trim();
  return {tag: match[0], start: infoSpan.start.offset + match.index, before};
}
