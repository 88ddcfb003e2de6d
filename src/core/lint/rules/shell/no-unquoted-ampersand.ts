import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-unquoted-ampersand',
  summary: 'Disallow `&` in a URL without quotes',
  why: 'bash ends the command at `&` and runs it in the background without the rest of the address. A request that deletes then deletes more than it says.',
  severity: 'error',
  messages: {
    ampersand:
      'Found `&` in an address without quotes, where bash ends the command, expected quotes around the address.',
  },
  examples: {
    good: [
      {
        title: 'in quotes, and a job of the shell',
        source:
          "```bash\ncurl -f 'http://localhost:8080/jobs?state=failed&limit=10'\ncurl -f http://localhost:8080/slow?seconds=30 &\nwait\n```\n",
      },
    ],
    bad: [
      {
        title: 'a filter that is lost',
        source: '```bash\ncurl -X DELETE http://localhost:8080/jobs?state=failed&older=7d\n```\n',
        reports: [
          '2:55-2:56 Found `&` in an address without quotes, where bash ends the command, expected quotes around the address.',
        ],
        fixed: "```bash\ncurl -X DELETE 'http://localhost:8080/jobs?state=failed&older=7d'\n```\n",
      },
    ],
  },
  check({report}) {
    return {
      command({command, script: {shell}, place}) {
        const address = command.args.at(-1);
        if (address === undefined || !/^https?:\/\/[^\s'"]*\?/.test(address.text)) return;
        const rest = /^&[\w.-]+=[^\s;|'"`()]*/.exec(shell.script.slice(address.end))?.[0];
        if (rest === undefined) return;
        const end = address.end + rest.length;
        const isLiteral = !/[$\\]/.test(shell.script.slice(address.start, end));
        const fix = [
          {span: place(address.start, address.start), text: "'"},
          {span: place(end, end), text: "'"},
        ];
        const at = place(address.end, address.end + 1);
        report({at, message: 'ampersand', data: {}, ...(isLiteral && {fix})});
      },
    };
  },
});
