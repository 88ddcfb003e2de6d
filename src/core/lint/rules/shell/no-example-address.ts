import {programName} from '../../../shell';
import {defineRule} from '../../rule';

const CALLING = new Set(
  'curl wget http https xh ssh scp rsync ping ping6 dig nslookup host traceroute mtr nc ncat telnet openssl psql mysql redis-cli grpcurl'.split(
    ' ',
  ),
);
/** Reserved names that stand for others; the bare domains exist and are good for a test of the way out. */
const ADDRESS = /(?<![\w.-])(?:[\w-]+\.)+example(?:\.(?:com|org|net)(?![\w.-])|(?=[:/]|$))/;

export default defineRule({
  id: 'shell/no-example-address',
  summary: 'Disallow addresses below `example.com` in a command that calls them',
  why: 'The domain is reserved for examples, so nothing answers there: the command stands for another that the reader has to guess.',
  severity: 'info',
  messages: {
    address: 'Found `{{address}}`, which does not exist, expected the real address or an input.',
  },
  examples: {
    good: [
      {
        title: 'a real address, and the domain itself as a test of the way out',
        source:
          '```bash\ncurl -f https://grafana.sqlstudio.io/api/health\ncurl -f https://example.com\ngit config user.email ops@mail.example.com\n```\n',
      },
    ],
    bad: [
      {
        title: 'an address that stands for another',
        source: '```bash\ncurl -f https://grafana.example.com/api/health\n```\n',
        reports: [
          '2:17-2:36 Found `grafana.example.com`, which does not exist, expected the real address or an input.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, script, place}) {
        if (script.block.normalized?.prompts.length !== 0) return;
        const inner = layers.at(-1);
        const [program, ...args] = inner?.argv ?? [];
        if (!CALLING.has(programName(program) ?? '')) return;
        for (const {text, start} of args) {
          const found = ADDRESS.exec(text);
          if (found === null) continue;
          const from = start + found.index;
          const at = place(from, from + found[0].length);
          report({at, message: 'address', data: {address: found[0]}});
        }
      },
    };
  },
});
