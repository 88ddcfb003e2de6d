import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {mergeKubeconfig} from './kubeconfig';
import {pinnedKubeconfig, targetOf} from './pin-context';

const HOME = {
  path: '/home/ann/.kube/config',
  text: `
current-context: prod
contexts:
  - name: prod
    context: {cluster: one, user: ann, namespace: shop}
  - name: dev
    context: {cluster: two, user: bob}
clusters:
  - name: one
    cluster: {server: https://one, certificate-authority: certs/ca.pem}
  - name: two
    cluster: {server: https://two}
users:
  - name: ann
    user:
      client-certificate: ann.pem
      client-key: /etc/ann.key
      exec: {command: ./bin/login, apiVersion: v1, args: [a]}
  - name: bob
    user: {exec: {command: aws}}
`,
};

const OTHER = {
  path: '/work/kube.yaml',
  text: `
current-context: dev
contexts:
  - name: prod
    context: {cluster: evil, user: eve}
`,
};

describe('mergeKubeconfig', () => {
  it('lets the first file win that names a context, an entry or the current context', () => {
    const config = mergeKubeconfig([OTHER, HOME]);
    expect(config.currentContext).toBe('dev');
    expect([...config.contexts]).toEqual([
      ['prod', {cluster: 'evil', user: 'eve'}],
      ['dev', {cluster: 'two', user: 'bob'}],
    ]);
  });

  it('takes an empty file for an empty kubeconfig, and says which file is none', () => {
    expect(mergeKubeconfig([{path: '/a', text: ''}]).currentContext).toBe('');
    const broken = (text: string) => () => mergeKubeconfig([{path: '/a', text}]);
    expect(broken('contexts: 3')).toThrow('`/a` could not be read: it is no kubeconfig.');
    expect(broken('a: [')).toThrow('`/a` could not be read: ');
  });
});

describe('pinnedKubeconfig', () => {
  it('holds one context, whose paths no longer depend on the folder', () => {
    const text = pinnedKubeconfig(mergeKubeconfig([HOME]), {current: 'prod', others: new Set()});
    expect(parse(text)).toEqual({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'prod',
      contexts: [{name: 'prod', context: {cluster: 'one', user: 'ann', namespace: 'shop'}}],
      clusters: [
        {
          name: 'one',
          cluster: {
            server: 'https://one',
            'certificate-authority': '/home/ann/.kube/certs/ca.pem',
          },
        },
      ],
      users: [
        {
          name: 'ann',
          user: {
            'client-certificate': '/home/ann/.kube/ann.pem',
            'client-key': '/etc/ann.key',
            exec: {command: '/home/ann/.kube/bin/login', apiVersion: 'v1', args: ['a']},
          },
        },
      ],
    });
  });

  it('keeps the contexts that commands name, and the name of a plugin in PATH', () => {
    const config = mergeKubeconfig([HOME]);
    const named = pinnedKubeconfig(config, {current: 'prod', others: new Set(['dev'])});
    const all = pinnedKubeconfig(config, {current: 'prod', others: 'all'});
    expect(all).toBe(named);
    expect(parse(all).users[1]).toEqual({name: 'bob', user: {exec: {command: 'aws'}}});
  });
});

it('knows the namespace of a context, which is `default` where none is set', () => {
  const config = mergeKubeconfig([HOME]);
  expect(['prod', 'dev', 'none'].map(name => targetOf(config, name))).toEqual([
    {context: 'prod', namespace: 'shop'},
    {context: 'dev', namespace: 'default'},
    undefined,
  ]);
});
