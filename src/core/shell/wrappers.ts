/** A command that runs the command in its own arguments. */
export type Wrapper = {
  readonly names: readonly string[];
  /** The options that take the next word. */
  readonly takes?: readonly string[];
  /** Words before the inner command that are no options: the duration of `timeout`. */
  readonly skips?: number;
  /** `NAME=value` words may stand before the inner command. */
  readonly assigns?: true;
  /** Subcommands that come first, of which one has to be there. */
  readonly verbs?: readonly string[];
  /** The inner command runs in a pod, a container or on another host. */
  readonly away?: true;
  /** The inner words are joined and given to a shell. */
  readonly joins?: true;
  /** An option that means that the rest is no command: `command -v`. */
  readonly never?: readonly string[];
  /** The option whose value is a script for a shell: `-c`. */
  readonly script?: string;
};

const DOCKER_EXEC = '-e,--env,--env-file,-u,--user,-w,--workdir,--detach-keys,--index'.split(',');
const DOCKER_RUN = [
  ...DOCKER_EXEC,
  '-v,--volume,-p,--publish,--name,--network,--net,--entrypoint,-l,--label,--mount,-m,--memory'.split(
    ',',
  ),
  '--cpus,--platform,-h,--hostname,--add-host,--cap-add,--cap-drop,--device,--dns,--ipc'.split(','),
  '--pid,--restart,--pull,--gpus'.split(','),
].flat();
const SHELL_OPTIONS = ['-o', '+o', '-O', '+O', '--rcfile', '--init-file'];

const WRAPPERS: readonly Wrapper[] = [
  {
    names: ['sudo', 'doas'],
    takes: '-u,-g,-h,-p,-C,-r,-t,-T,-U,-D,-R,--user,--group,--chdir'.split(','),
    assigns: true,
    never: ['-l', '-v', '-e', '--list'],
  },
  {names: ['env'], takes: ['-u', '--unset', '-C', '--chdir'], assigns: true},
  {names: ['timeout'], takes: ['-s', '--signal', '-k', '--kill-after'], skips: 1},
  {
    names: ['xargs'],
    takes:
      '-I,-n,-P,-L,-d,-E,-s,-a,--max-args,--max-procs,--max-lines,--delimiter,--arg-file'.split(
        ',',
      ),
  },
  {names: ['watch'], takes: ['-n', '--interval', '-q', '--equexit'], joins: true},
  {names: ['time'], takes: ['-f', '--format', '-o', '--output']},
  {names: ['nohup', 'setsid', 'builtin', 'unbuffer', 'caffeinate']},
  {names: ['nice'], takes: ['-n', '--adjustment']},
  {names: ['ionice'], takes: ['-c', '-n', '-p', '--class', '--classdata'], never: ['-p']},
  {names: ['stdbuf'], takes: ['-i', '-o', '-e']},
  {names: ['command'], never: ['-v', '-V']},
  {names: ['exec'], takes: ['-a']},
  {names: ['chroot'], takes: ['--userspec', '--groups'], skips: 1},
  {
    names: ['flock'],
    takes: ['-w', '--timeout', '-E', '--conflict-exit-code'],
    skips: 1,
    script: '-c',
  },
  {names: ['nsenter'], takes: ['-t', '--target', '-S', '-G'], away: true},
  {names: ['strace', 'ltrace'], takes: ['-e', '-o', '-p', '-s', '-u', '-P', '-E'], never: ['-p']},
  {names: ['parallel'], takes: ['-j', '--jobs', '-a', '--arg-file'], joins: true},
  {names: ['eval'], joins: true},
  {
    names: ['ssh'],
    takes: [...'BbcDEeFIiJLlmOopQRSWw'].map(letter => `-${letter}`),
    skips: 1,
    joins: true,
    away: true,
  },
  {names: ['bash', 'sh', 'zsh', 'dash', 'ksh', 'ash'], takes: SHELL_OPTIONS, script: '-c'},
  {names: ['su', 'runuser'], takes: ['-s', '-g', '-G', '-w'], script: '-c'},
  {
    names: ['docker', 'podman', 'nerdctl'],
    verbs: ['exec'],
    takes: DOCKER_EXEC,
    skips: 1,
    away: true,
  },
  {
    names: ['docker', 'podman', 'nerdctl'],
    verbs: ['container exec'],
    takes: DOCKER_EXEC,
    skips: 1,
    away: true,
  },
  {names: ['docker', 'podman', 'nerdctl'], verbs: ['run'], takes: DOCKER_RUN, skips: 1, away: true},
  {
    names: ['docker', 'podman', 'nerdctl'],
    verbs: ['compose exec'],
    takes: DOCKER_EXEC,
    skips: 1,
    away: true,
  },
  {
    names: ['docker-compose', 'podman-compose'],
    verbs: ['exec'],
    takes: DOCKER_EXEC,
    skips: 1,
    away: true,
  },
  {names: ['crictl'], verbs: ['exec'], takes: ['--timeout'], skips: 1, away: true},
  {names: ['minikube'], verbs: ['kubectl'], takes: ['-p', '--profile']},
  {names: ['k3s', 'microk8s', 'sudo-k3s'], verbs: ['kubectl']},
];

/** A name may have several: `docker exec` and `docker run` read their options differently. */
export function wrappersCalled(name: string): readonly Wrapper[] {
  return byName.get(name) ?? [];
}

const byName = new Map<string, readonly Wrapper[]>();
for (const wrapper of WRAPPERS) {
  for (const name of wrapper.names) byName.set(name, [...wrappersCalled(name), wrapper]);
}
