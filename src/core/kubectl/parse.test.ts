import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseShell} from '../shell';
import {findFlag, findResource, parseKubectl} from './index';

describe('parseKubectl', () => {
  it('finds the command, its flags and its arguments in any order', () => {
    expect(
      read('kubectl -n web rollout undo deployment/web --to-revision=3 --dry-run client'),
    ).toEqual({
      path: ['rollout', 'undo'],
      flags: ['namespace=web', 'to-revision=3', 'dry-run=true'],
      arguments: ['deployment/web', 'client'],
      afterDash: undefined,
      problems: [],
    });
  });

  it('reads clusters of short flags and attached values', () => {
    expect(read('kubectl exec -it web -nprod -c=app -- sh -c "ls -l"')).toEqual({
      path: ['exec'],
      flags: ['stdin=true', 'tty=true', 'namespace=prod', 'container=app'],
      arguments: ['web'],
      afterDash: ['sh', '-c', 'ls -l'],
      problems: [],
    });
    expect(read('kubectl get po -lapp=web -owide -A').flags).toEqual([
      'selector=app=web',
      'output=wide',
      'all-namespaces=true',
    ]);
  });

  it('knows commands by their aliases', () => {
    expect(read('kubectl create ns staging').path).toEqual(['create', 'namespace']);
    expect(read('kubectl top no').path).toEqual(['top', 'node']);
    expect(read('kubectl config use prod').path).toEqual(['config', 'use-context']);
  });

  it.each([
    [
      'kubectl gte pods',
      'unknown-command 8-11 {"command":"gte","parent":"kubectl","suggestion":"get"}',
    ],
    [
      'kubectl rollout redo deploy/web',
      'unknown-command 16-20 {"command":"redo","parent":"kubectl rollout","suggestion":"undo"}',
    ],
    [
      'kubectl logs web --tials=5',
      'unknown-flag 17-26 {"flag":"--tials","command":"kubectl logs","suggestion":"--tail"}',
    ],
    [
      'kubectl get pods -z',
      'unknown-flag 17-19 {"flag":"-z","command":"kubectl get","suggestion":""}',
    ],
    ['kubectl get pods -n', 'missing-value 17-19 {"flag":"-n"}'],
    [
      'kubectl logs web --since 1d',
      'wrong-value 25-27 {"flag":"--since","value":"1d","expected":"a duration such as `30s`, `10m` or `24h`"}',
    ],
    [
      'kubectl logs web --tail=all',
      'wrong-value 17-27 {"flag":"--tail","value":"all","expected":"a whole number"}',
    ],
    ['kubectl get', 'missing-argument 0-11 {"command":"kubectl get","usage":"kubectl get"}'],
    [
      'kubectl version now',
      'unexpected-argument 16-19 {"command":"kubectl version","argument":"now"}',
    ],
    [
      'kubectl scale deploy/web',
      'missing-flag 0-13 {"flag":"--replicas","command":"kubectl scale"}',
    ],
    [
      'kubectl version --short',
      'unknown-flag 16-23 {"flag":"--short","command":"kubectl version","suggestion":""}',
    ],
  ])('says of %j what kubectl would refuse', (line, expected) => {
    expect(
      problems(line).map(text => text.replace(/"usage":"kubectl get.*"/, '"usage":"kubectl get"')),
    ).toEqual([expected]);
  });

  it('never has a problem with a word that holds an expansion', () => {
    const lines = [
      'kubectl $VERB pods --zzz',
      'kubectl logs web --since=$SINCE --tail "$N" -n"$NS" $MORE',
      'kubectl get $WHAT',
      'kubectl scale $ARGS',
      'kubectl get pods --$FLAG -$X',
      'kubectl version $ARGS',
    ];
    expect(lines.flatMap(line => problems(line))).toEqual([]);
  });

  it('takes what any known version takes, or only what all the given ones take', () => {
    expect(problems('kubectl logs -l app=web --all-pods')).toEqual([]);
    expect(problems('kubectl logs -l app=web --all-pods', ['1.30', '1.31'])).toEqual([
      'flag-version 24-34 {"flag":"--all-pods","command":"logs","since":"1.31","until":""}',
    ]);
    expect(problems('kubectl apply -f x --prune-whitelist=y', ['1.30'])).toEqual([
      'flag-version 19-38 {"flag":"--prune-whitelist","command":"apply","since":"","until":"1.29"}',
    ]);
    expect(problems('kubectl delete pod web -i', ['1.28'])).toHaveLength(1);
    expect(problems('kubectl delete pod web -i', ['1.29', '1.35'])).toEqual([]);
  });

  it('calls an unknown first word a plugin', () => {
    expect(parseKubectl(words('kubectl neat get pods')).plugin?.value).toBe('neat');
  });

  it('gives the place of a value with its word', () => {
    const parsed = parseKubectl(words('kubectl logs web --tail 5 -c app'));
    const tail = findFlag(parsed, 'tail');
    expect([tail?.start, tail?.end, tail?.valueWord?.start, tail?.value]).toEqual([
      17,
      25,
      24,
      '5',
    ]);
    expect(findFlag(parsed, 'container')?.valueWord?.text).toBe('app');
  });

  it('reads any words without an exception', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'get',
        'rollout',
        'undo',
        '--',
        '-',
        '-it',
        '--tail',
        '-n=',
        '--=x',
        '---',
        '-A=',
        'exec',
      ),
      fc.string({maxLength: 8}),
    );
    fc.assert(
      fc.property(fc.array(word, {maxLength: 8}), texts => {
        const argv = ['kubectl', ...texts].map(text => ({value: text, text, start: 0, end: 1}));
        const parsed = parseKubectl(argv);
        return parsed.arguments.length <= texts.length;
      }),
      {numRuns: 500, seed: 3},
    );
  });
});

describe('findResource', () => {
  it('knows types by every name, and whether they live in a namespace', () => {
    const names = [
      'po',
      'Pods',
      'deploy/web',
      'deployments.apps',
      'sts',
      'hpa',
      'no',
      'cert',
      'web',
    ];
    expect(names.map(name => findResource(name)?.plural)).toEqual([
      'pods',
      'pods',
      'deployments',
      'deployments',
      'statefulsets',
      'horizontalpodautoscalers',
      'nodes',
      'certificates',
      undefined,
    ]);
    expect(findResource('ns')?.namespaced).toBe(false);
    expect(findResource('svc')?.namespaced).toBe(true);
  });
});

function words(line: string) {
  return parseShell(line).commands[0]?.words ?? [];
}

function read(line: string) {
  const {path, flags, arguments: args, afterDash, problems: found} = parseKubectl(words(line));
  return {
    path,
    flags: flags.map(({name, value}) => `${name}=${value}`),
    arguments: args.map(({value}) => value),
    afterDash: afterDash?.map(({value}) => value),
    problems: found,
  };
}

function problems(line: string, versions: readonly string[] = []): readonly string[] {
  return parseKubectl(words(line), {versions}).problems.map(
    ({kind, start, end, data}) => `${kind} ${start}-${end} ${JSON.stringify(data)}`,
  );
}
