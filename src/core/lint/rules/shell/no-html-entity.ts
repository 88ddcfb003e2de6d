import {defineRule} from '../../rule';

const PLAIN: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

export default defineRule({
  id: 'shell/no-html-entity',
  summary: 'Disallow HTML entities in commands',
  why: 'In a block of code nothing turns `&gt;` back into `>`. bash runs what stands before the `&` in the background, and then looks for a program that is called `gt`.',
  severity: 'error',
  messages: {entity: 'Found the HTML entity `{{entity}}` in a command, expected `{{plain}}`.'},
  examples: {
    good: [
      {
        title: 'the characters themselves, and entities in quotes',
        source: "```bash\nkubectl get pods > pods.txt && sed 's/&amp;/and/' page.html\n```\n",
      },
    ],
    bad: [
      {
        title: 'a redirect that went through an HTML editor',
        source: '```bash\nkubectl get pods &gt; pods.txt\n```\n',
        reports: ['2:18-2:22 Found the HTML entity `&gt;` in a command, expected `>`.'],
        fixed: '```bash\nkubectl get pods > pods.txt\n```\n',
      },
      {
        title: 'two commands',
        source: '```bash\ncd /srv &amp;&amp; ls\n```\n',
        reports: [
          '2:9-2:14 Found the HTML entity `&amp;` in a command, expected `&`.',
          '2:14-2:19 Found the HTML entity `&amp;` in a command, expected `&`.',
        ],
        fixed: '```bash\ncd /srv && ls\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      script({shell: {script, commands}, place}) {
        const names = new Set(commands.map(({name}) => name?.start));
        for (const {0: run, index} of script.matchAll(/(?:&(?:amp|lt|gt|quot|nbsp);)+/g)) {
          // In quotes and comments it is text; elsewhere bash sees `&` and a program of that name.
          if (!names.has(index + 1)) continue;
          for (const {0: entity, 1: name = '', index: within} of run.matchAll(/&(\w+);/g)) {
            const plain = PLAIN[name] ?? '';
            const at = place(index + within, index + within + entity.length);
            report({at, message: 'entity', data: {entity, plain}, fix: [{span: at, text: plain}]});
          }
        }
      },
    };
  },
});
