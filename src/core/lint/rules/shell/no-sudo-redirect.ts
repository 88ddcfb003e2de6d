import {defineRule} from '../../rule';

/** Files that only root can write; anybody's own are none of our business. */
const OF_ROOT = /^\/(?:etc|usr|var(?!\/tmp)|opt|root|sys|proc|boot|lib|srv|run)\//;

export default defineRule({
  id: 'shell/no-sudo-redirect',
  summary: 'Disallow `sudo` with a redirect into a file of root',
  why: 'The shell opens the file before `sudo` runs, as the user that you are: “Permission denied”.',
  severity: 'warning',
  messages: {
    redirect:
      'Found a redirect into `{{file}}` behind `sudo`, which writes as yourself, expected `| sudo tee {{file}}`.',
  },
  examples: {
    good: [
      {
        title: 'tee as root, and a file of your own',
        source:
          '```bash\necho 3 | sudo tee /proc/sys/vm/drop_caches\nsudo journalctl -u kubelet > /tmp/kubelet.log\nsudo sh -c "echo 3 > /proc/sys/vm/drop_caches"\n```\n',
      },
    ],
    bad: [
      {
        title: 'a file of the system',
        source: '```bash\nsudo echo 3 > /proc/sys/vm/drop_caches\n```\n',
        reports: [
          '2:15-2:39 Found a redirect into `/proc/sys/vm/drop_caches` behind `sudo`, which writes as yourself, expected `| sudo tee /proc/sys/vm/drop_caches`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({command, place}) {
        if (command.name?.value !== 'sudo') return;
        for (const {operator, target} of command.redirects) {
          if (!/^&?>>?\|?$/.test(operator) || target === undefined) continue;
          if (!OF_ROOT.test(target.value ?? '')) continue;
          const at = place(target.start, target.end);
          report({at, message: 'redirect', data: {file: target.text}});
        }
      },
    };
  },
});
