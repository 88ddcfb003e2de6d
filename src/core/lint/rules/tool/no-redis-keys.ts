import {redisCommands} from '../../tool/redis-command';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/no-redis-keys',
  summary: 'Disallow `KEYS` in `redis-cli`',
  why: 'Redis does one thing at a time. While it walks through all keys, every other client waits.',
  severity: 'warning',
  messages: {keys: 'Found `KEYS`, which blocks the server, expected `--scan --pattern`.'},
  examples: {
    good: [
      {
        title: 'a scan, which goes in small steps',
        source: "```bash\nredis-cli --scan --pattern 'session:*'\nredis-cli DBSIZE\n```\n",
      },
    ],
    bad: [
      {
        title: 'all keys at once',
        source: "```bash\nredis-cli -h cache KEYS 'session:*'\n```\n",
        reports: ['2:20-2:24 Found `KEYS`, which blocks the server, expected `--scan --pattern`.'],
        fixed: "```bash\nredis-cli -h cache --scan --pattern 'session:*'\n```\n",
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const {name, word, args} of redisCommands(node)) {
          if (name !== 'KEYS') continue;
          const at = node.place(word.start, word.end);
          const fix = [{span: at, text: '--scan --pattern'}];
          report({at, message: 'keys', data: {}, ...(args.length === 1 && {fix})});
        }
      },
    };
  },
});
