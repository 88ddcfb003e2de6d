import type {Word} from '../../../shell';
import {callsOf} from '../../shell/calls';
import {CURL} from '../../tool/curl-options';
import {findOption, readOptions} from '../../shell/options';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/no-brace-query',
  summary: 'Disallow a query with braces or ranges in the URL of `curl`',
  why: 'In a URL, curl has patterns of its own: it sends `up{job="x"}` as `upjob="x"`, with exit code 0, and refuses `[5m]`.',
  severity: 'error',
  messages: {
    braces:
      'Found `{{found}}` in the URL, which curl takes for a pattern, expected the query in `-G --data-urlencode`.',
  },
  examples: {
    good: [
      {
        title: 'encoded by curl, or without patterns',
        source:
          "```bash\ncurl -f -G http://localhost:9090/api/v1/query --data-urlencode 'query=up{job=\"api\"}'\ncurl -f -g 'http://localhost:9090/api/v1/query?query=up{job=\"api\"}'\ncurl -f 'http://localhost:9090/api/v1/series?match[]=up'\ncurl -f \"http://localhost:9090/api/v1/query?query=rate(errors_total\\[5m\\])\"\ncurl -f 'http://localhost:8080/jobs/{1,2,3}'\n```\n",
      },
    ],
    bad: [
      {
        title: 'a selector that loses its braces',
        source:
          '```bash\ncurl -f \'http://localhost:9090/api/v1/query?query=up{job="api"}\'\n```\n',
        reports: [
          '2:9-2:65 Found `{job="api"}` in the URL, which curl takes for a pattern, expected the query in `-G --data-urlencode`.',
        ],
      },
      {
        title: 'a range that curl refuses',
        source:
          "```bash\ncurl -f 'http://localhost:9090/api/v1/query?query=rate(errors_total[5m])'\n```\n",
        reports: [
          '2:9-2:74 Found `[5m]` in the URL, which curl takes for a pattern, expected the query in `-G --data-urlencode`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, place}) {
        for (const {args} of callsOf({layers}, 'curl')) {
          const options = readOptions(args, CURL);
          if (options.open || findOption(options, 'g', 'globoff') !== undefined) continue;
          const url = findOption(options, 'url')?.valueWord;
          for (const word of [...options.operands, ...(url === undefined ? [] : [url])]) {
            const found = patternIn(word);
            if (found === undefined) continue;
            const at = place(word.start, word.end);
            report({at, message: 'braces', data: {found}});
          }
        }
      },
    };
  },
});

/** Behind `query=` or `match[]=` braces and ranges are PromQL, not lists of curl. */
function patternIn({value, text, parts}: Word): string | undefined {
  const known = value ?? parts.map(part => (part.kind === 'literal' ? part.value : 'x')).join('');
  const query = /[?&](?:query|match(?:\[\])?|expr)=(.*)$/s.exec(known)?.[1];
  if (query === undefined || text.startsWith('-')) return undefined;
  // A backslash takes the meaning from what follows it, for curl as for a shell.
  return /(?<!\\)\{[^{}]*[=!]~?"[^{}]*\}|(?<!\\)\[\d+(?:ms|[smhdwy])[^\]]*\]/.exec(
    query.slice(0, 10_000),
  )?.[0];
}
