import type {Word} from '../../../shell';
import {callsOf} from '../../shell/calls';
import {CURL} from '../../tool/curl-options';
import {findOption, readOptions} from '../../shell/options';
import type {OptionGrammar} from '../../shell/options';
import {defineRule} from '../../rule';

const WGET: OptionGrammar = {taking: 'aBeilmoOPQtTUwDA'};
/** Nobody has a certificate for these, and nobody stands between. */
const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/;

export default defineRule({
  id: 'tool/no-insecure-tls',
  summary: 'Disallow requests that do not check the certificate',
  why: 'With `-k` an expired or a foreign certificate looks healthy, and whoever stands between reads the tokens that go along.',
  severity: 'warning',
  messages: {
    insecure: 'Found `{{option}}`, which trusts any certificate, expected `{{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'a certificate that is checked, and a call of the machine itself',
        source:
          '```bash\ncurl -f --cacert ca.crt https://api.sqlstudio.io/health\ncurl -fk https://localhost:8443/healthz\n```\n',
      },
    ],
    bad: [
      {
        title: 'any certificate',
        source:
          '```bash\ncurl -fsSk https://api.sqlstudio.io/health\nwget --no-check-certificate https://api.sqlstudio.io/health\n```\n',
        reports: [
          '2:6-2:11 Found `-fsSk`, which trusts any certificate, expected `--cacert FILE`.',
          '3:6-3:28 Found `--no-check-certificate`, which trusts any certificate, expected `--ca-certificate=FILE`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, place}) {
        for (const {name, args} of callsOf({layers}, 'curl', 'wget')) {
          const options = readOptions(args, name === 'curl' ? CURL : WGET);
          const option = findOption(
            options,
            ...(name === 'curl' ? ['k', 'insecure'] : ['no-check-certificate']),
          );
          if (option === undefined || options.operands.some(isLocal)) continue;
          const at = place(option.word.start, option.word.end);
          const wanted = name === 'curl' ? '--cacert FILE' : '--ca-certificate=FILE';
          report({at, message: 'insecure', data: {option: option.word.text, wanted}});
        }
      },
    };
  },
});

function isLocal({text}: Word): boolean {
  return LOCAL.test(text.replace(/^["']/, ''));
}
