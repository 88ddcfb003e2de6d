import {defineTool, listOf, verbsOf} from '../define-tool';

const READING =
  'ps, images, inspect, stats, top, port, version, info, history, search, diff, container ls, container list, image ls, ' +
  'volume ls, network ls, system df, system info, network inspect, volume inspect, image inspect, container inspect, ' +
  'compose ps, compose config, compose images, compose top, context ls, manifest inspect, pods, statsp, imagefsinfo, inspecti, inspectp';

export const containers = [
  defineTool({
    names: listOf(
      'docker, podman, nerdctl, crictl, docker-compose, podman-compose, ctr, skopeo, crane',
    ),
    effect: 'change',
    takes: listOf(
      '-H, --context, -f, --filter, --format, -n, --tail, --since, -r, --runtime-endpoint, ' +
        '-p, --name, -e, -v, -u, -w, --network',
    ),
    verbs: {
      ...verbsOf('read', READING),
      ...verbsOf('read', 'logs, compose logs, exec, compose exec, container exec, ls, digest'),
      ...verbsOf('blocking', 'events, attach, wait'),
      ...verbsOf(
        'destroy',
        'rm, rmi, kill, prune, system prune, volume rm, volume prune, image rm, image prune',
      ),
      ...verbsOf(
        'destroy',
        'container rm, container prune, network rm, compose rm, compose down, down, rmp, ' +
          'stopp',
      ),
    },
    judge: call => {
      const verb = call.arguments.find(({value}) => value === 'logs');
      const follow = verb === undefined ? undefined : call.flag('-f', '--follow');
      // `compose -f FILE` names a file.
      if (verb === undefined || follow === undefined || follow.start < verb.start) return [];
      return [{outcome: 'blocking', at: follow, code: 'flag'}];
    },
  }),
];
