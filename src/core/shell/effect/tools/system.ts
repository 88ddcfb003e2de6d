import {type Call, defineTool, listOf, verbsOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';

export const system = [
  defineTool({
    names: ['systemctl', 'rc-service'],
    effect: 'change',
    takes: listOf('-n, -t, --type, --state, -p, --property, -H, -M, -o'),
    verbs: {
      ...verbsOf(
        'read',
        'status, is-active, is-enabled, is-failed, list-units, list-unit-files, show, cat',
      ),
      ...verbsOf(
        'read',
        'list-timers, list-sockets, list-dependencies, list-jobs, get-default, help',
      ),
      ...verbsOf(
        'change',
        'start, stop, restart, reload, enable, disable, mask, unmask, daemon-reload',
      ),
      ...verbsOf('destroy', 'poweroff, reboot, halt, kexec, emergency, rescue, kill'),
      ...verbsOf(['change', 'interactive'], 'edit'),
    },
  }),
  defineTool({
    names: ['journalctl'],
    effect: 'read',
    takes: listOf('-u, -n, --unit, --since, --until, -p, -S, -U, -o, -t, -b, -g'),
    flags: {
      '-f': 'blocking',
      '--follow': 'blocking',
      '--vacuum-size': 'destroy',
      '--vacuum-time': 'destroy',
      '--rotate': 'change',
    },
  }),
  defineTool({
    names: listOf('reboot, shutdown, poweroff, halt, init, telinit'),
    effect: 'destroy',
  }),
  defineTool({
    names: ['kill', 'pkill', 'killall', 'xkill'],
    effect: 'read',
    dashes: 'single',
    flags: {'-9': 'destroy', '-KILL': 'destroy', '-SIGKILL': 'destroy'},
    safe: ['-l', '-0'],
    judge: judgeSignal,
  }),
  defineTool({names: ['service'], effect: 'read', safe: ['--status-all'], judge: judgeService}),
  defineTool({
    names: listOf('sysctl, timedatectl, hostnamectl, loginctl, crontab, ulimit, swapon, swapoff'),
    effect: 'change',
    verbs: {status: 'read', show: 'read', 'list-sessions': 'read'},
    safe: listOf('-a, -n, -l, -s, --show, --all'),
  }),
  defineTool({
    names: listOf(
      'useradd, usermod, passwd, groupadd, modprobe, update-ca-certificates, ldconfig, ' +
        'renice, make, sync',
    ),
    effect: 'change',
  }),
  defineTool({names: ['userdel', 'groupdel'], effect: 'destroy'}),
  defineTool({
    names: listOf(
      'apt, apt-get, apt-cache, yum, dnf, apk, brew, dpkg, rpm, npm, npx, pip, pip3, yarn, ' +
        'pnpm, snap, asdf',
    ),
    effect: 'change',
    verbs: verbsOf(
      'read',
      'list, search, show, policy, info, freeze, ls, view, outdated, check-update, depends',
    ),
    safe: listOf('-l, -s, --simulate, -qa, -q, -V, --dry-run'),
  }),
];

/** The verb comes after the name: `service nginx status`. */
function judgeService({arguments: [, verb], program}: Call): readonly Verdict[] {
  return verb?.value === 'status' ? [] : verdicts('change', verb ?? program, 'verb');
}

/** Ending a job that the script itself started changes nothing else. */
function judgeSignal({arguments: words, program}: Call): readonly Verdict[] {
  const own =
    words.length > 0 && words.every(({text}) => /^"?(?:%[\d+%-]*|\$!|\$\(jobs -p\))"?$/.test(text));
  return own ? [] : verdicts('change', program, 'program');
}
