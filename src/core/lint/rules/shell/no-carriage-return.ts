import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-carriage-return',
  summary: 'Disallow the line endings of Windows in shell blocks',
  why: 'Copied from the raw file, each line of the script ends in a `\\r` that bash takes for a part of the last word.',
  severity: 'info',
  messages: {
    ending: 'Found line endings of Windows (CRLF) in a script, expected those of Unix (LF).',
  },
  examples: {
    good: [{title: 'line endings of Unix', source: '```bash\nkubectl get pods\n```\n'}],
    bad: [
      {
        title: 'a file from Windows',
        source: '```bash\r\nkubectl get pods\r\nkubectl get events\r\n```\r\n',
        reports: [
          '1:4-1:8 Found line endings of Windows (CRLF) in a script, expected those of Unix (LF).',
        ],
        fixed: '```bash\nkubectl get pods\nkubectl get events\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      file({document: {source, places, blocks}}) {
        const block = blocks.find(
          ({shell, span}) =>
            shell !== undefined &&
            source.slice(span.start.offset, span.end.offset).includes('\r\n'),
        );
        if (block === undefined) return;
        // The whole file: half of it would show up in every diff.
        const returns = Array.from(source.matchAll(/\r(?=\n)/g), ({index}) => index);
        const fix = returns.map(offset => ({span: places.span(offset, offset + 1), text: ''}));
        report({at: block.infoSpan, message: 'ending', data: {}, fix});
      },
    };
  },
});
