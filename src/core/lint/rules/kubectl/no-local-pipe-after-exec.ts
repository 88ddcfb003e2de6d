import {pipedInto, programName} from '../../../shell';
import {pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';

const HARMFUL = new Set(['rm', 'kill', 'mv', 'truncate', 'chmod', 'chown', 'unlink']);

export default defineRule({
  id: 'kubectl/no-local-pipe-after-exec',
  summary: 'Disallow `xargs rm` and the like on what a container printed',
  why: 'Only the command before the pipe runs in the container. The files and processes that it names are then deleted and ended on the machine of the reader.',
  severity: 'warning',
  messages: {
    local:
      'Found `xargs {{program}}` behind `exec`, which runs here and not in the container, expected the whole pipe in `sh -c`.',
  },
  examples: {
    good: [
      {
        title: 'all of it in the container, or a search here',
        source:
          "```bash\nkubectl exec web-0 -- sh -c 'ls /cache/*.tmp | xargs -r rm'\nkubectl exec web-0 -- cat /etc/app.conf | grep port\n```\n",
      },
    ],
    bad: [
      {
        title: 'files of the container deleted on the machine of the reader',
        source: '```bash\nkubectl exec web-0 -- ls /cache | xargs -r rm\n```\n',
        reports: [
          '2:35-2:46 Found `xargs rm` behind `exec`, which runs here and not in the container, expected the whole pipe in `sh -c`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {layer, script, place} = node;
        if (pathOf(node) !== 'exec') return;
        for (const reader of pipedInto(layer.nested ?? script.shell, layer.command)) {
          if (programName(reader.name) !== 'xargs') continue;
          const program = reader.args.map(programName).find(name => HARMFUL.has(name ?? ''));
          if (program === undefined) continue;
          report({at: place(reader.start, reader.end), message: 'local', data: {program}});
        }
      },
    };
  },
});
