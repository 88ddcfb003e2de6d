import {type Call, defineTool, listOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';
import {writesSystem} from '../paths';

const TAKES =
  '-X,--request,-H,--header,-d,--data,--data-raw,--data-binary,--json,--data-urlencode,-F,--form,' +
  '-T,--upload-file,-o,--output,-u,--user,-m,--max-time,--connect-timeout,-w,--write-out,-A,' +
  '--user-agent,-e,--retry,--retry-delay,--retry-max-time,--cacert,--cert,--key,--resolve,-x,' +
  '--proxy,-b,--cookie,-c,--cookie-jar,-K,--config,-r,--range,--connect-to,--unix-socket,' +
  '--limit-rate,--url,-E,-D,--dump-header,-z';
const SENDING = listOf('-d, --data, --data-raw, --data-binary, --data-urlencode, --json');
const UPLOADING = ['-F', '--form', '-T', '--upload-file'];

export const curl = defineTool({
  names: ['curl'],
  effect: 'read',
  takes: listOf(TAKES),
  flags: {'-N': 'blocking', '--no-buffer': 'blocking'},
  lifts: {'-m': 'blocking', '--max-time': 'blocking'},
  judge: judgeCurl,
});

function judgeCurl(call: Call): readonly Verdict[] {
  return [...judgeRequest(call), ...judgeOutput(call)];
}

function judgeRequest(call: Call): readonly Verdict[] {
  const word = call.flag('-X', '--request');
  const method = call.valueOf('-X', '--request')?.toUpperCase();
  if (word !== undefined && method === undefined) return verdicts('change', word, 'expansion');
  if (method === 'DELETE') return verdicts('destroy', word ?? call.program, 'flag');
  if (method !== undefined && !['GET', 'HEAD', 'OPTIONS'].includes(method)) {
    return isQuery(call) ? [] : verdicts('change', word ?? call.program, 'flag');
  }
  const uploading = call.flag(...UPLOADING);
  if (uploading !== undefined) return verdicts('change', uploading, 'flag');
  const sending = call.flag(...SENDING);
  const asQuery = method !== undefined || call.flag('-G', '--get', '-I', '--head') !== undefined;
  return sending === undefined || asQuery || isQuery(call)
    ? []
    : verdicts('change', sending, 'flag');
}

/** Long PromQL, GraphQL-free searches and log queries are sent by POST and change nothing. */
function isQuery(call: Call): boolean {
  return call.arguments.some(({text}) =>
    /\/(?:api\/v1\/query(?:_range)?|_search|_count)\b/.test(text),
  );
}

function judgeOutput(call: Call): readonly Verdict[] {
  const at = call.words.findIndex(({text}) => text === '-o' || text === '--output');
  const file = at === -1 ? undefined : call.words[at + 1];
  return file === undefined ? [] : verdicts(writesSystem(file, call), file, 'argument');
}
