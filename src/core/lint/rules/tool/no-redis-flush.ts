import {redisCommands} from '../../tool/redis-command';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/no-redis-flush',
  summary: 'Disallow `FLUSHALL` and `FLUSHDB` in `redis-cli`',
  why: 'All keys go at once: sessions, locks and queues with the cache, and everything behind the cache gets the load.',
  severity: 'warning',
  messages: {
    flush:
      'Found `{{command}}`, which removes every key, expected the keys of one pattern: `--scan --pattern … | xargs -r redis-cli UNLINK`.',
  },
  examples: {
    good: [
      {
        title: 'the keys of one pattern',
        source: "```bash\nredis-cli --scan --pattern 'page:*' | xargs -r redis-cli UNLINK\n```\n",
      },
    ],
    bad: [
      {
        title: 'every key',
        source: '```bash\nredis-cli -h cache flushall\n```\n',
        reports: [
          '2:20-2:28 Found `FLUSHALL`, which removes every key, expected the keys of one pattern: `--scan --pattern … | xargs -r redis-cli UNLINK`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const {name, word} of redisCommands(node)) {
          if (name !== 'FLUSHALL' && name !== 'FLUSHDB') continue;
          const at = node.place(word.start, word.end);
          report({at, message: 'flush', data: {command: name}});
        }
      },
    };
  },
});
