import {type Call, defineTool, listOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';

export const network = [
  defineTool({
    names: ['nc', 'ncat', 'netcat', 'socat'],
    effect: 'read',
    takes: listOf('-w, -p, -s, -i, -q, -x, -X'),
    flags: {'-l': 'blocking', '--listen': 'blocking'},
  }),
  defineTool({
    names: ['ping', 'ping6', 'fping', 'arping'],
    effect: 'read',
    traits: ['blocking'],
    takes: listOf('-c, -i, -W, -w, -s, -t, -I'),
    lifts: {'-c': 'blocking', '-w': 'blocking'},
  }),
  defineTool({
    names: ['mtr'],
    effect: 'read',
    traits: ['interactive', 'blocking'],
    takes: ['-c'],
    lifts: {'-r': 'interactive', '--report': 'interactive', '-c': 'blocking', '-w': 'interactive'},
  }),
  defineTool({
    names: ['tcpdump', 'tshark', 'ngrep'],
    effect: 'read',
    traits: ['blocking'],
    takes: listOf('-c, -i, -w, -r, -s, -G, -W, -C, -a, -f, -Y'),
    lifts: {'-c': 'blocking', '-r': 'blocking', '-D': 'blocking'},
  }),
  defineTool({
    names: listOf(
      'dig, nslookup, host, drill, whois, traceroute, tracepath, nmap, getent, resolvectl, ' +
        'testssl.sh, httping, grpcurl, grpc_health_probe, wscat, hey, ab, wrk, k6, vegeta',
    ),
    effect: 'read',
  }),
  defineTool({
    names: ['wget'],
    effect: 'read',
    takes: listOf('-O, -T, -t, -q, --header, -P, --timeout, --tries'),
    flags: {
      '--post-data': 'change',
      '--post-file': 'change',
      '--method=DELETE': 'destroy',
      '--method': 'change',
    },
  }),
  defineTool({
    names: ['http', 'https', 'xh'],
    effect: 'read',
    judge: judgeHttpie,
  }),
  defineTool({
    names: ['openssl'],
    effect: 'read',
    dashes: 'single',
    judge: judgeOpenssl,
  }),
  defineTool({names: ['ip'], effect: 'read', takes: ['-n', '-netns'], judge: judgeIp}),
  defineTool({
    names: ['iptables', 'ip6tables', 'nft', 'ufw', 'firewall-cmd'],
    effect: 'change',
    takes: ['-t', '-n'],
    safe: ['-L', '-S', '--list', '--list-all', '--state'],
    verbs: {status: 'read', 'list ruleset': 'read'},
    flags: {'-F': 'destroy', '--flush': 'destroy'},
  }),
];

function judgeHttpie({arguments: [method, ...rest], program}: Call): readonly Verdict[] {
  const name = method?.value ?? '';
  if (name === 'DELETE') return verdicts('destroy', method ?? program, 'argument');
  if (/^(?:POST|PUT|PATCH)$/.test(name)) return verdicts('change', method ?? program, 'argument');
  const body = rest.find(({text}) => /^[\w.-]+:?=(?!=)/.test(text));
  return body === undefined ? [] : verdicts('change', body, 'argument');
}

/** `s_client` waits for input unless it gets some, as from `echo | openssl s_client`. */
function judgeOpenssl(call: Call): readonly Verdict[] {
  const [verb] = call.arguments;
  if (verb?.value === 's_client' && !call.fed) return verdicts('blocking', verb, 'verb');
  if (verb?.value === 's_server') return verdicts('blocking', verb, 'verb');
  return [];
}

function judgeIp({arguments: words}: Call): readonly Verdict[] {
  const verb = words.find(({value}) =>
    /^(?:add|del|delete|set|flush|replace|change)$/.test(value ?? ''),
  );
  return verb === undefined ? [] : verdicts('change', verb, 'verb');
}
