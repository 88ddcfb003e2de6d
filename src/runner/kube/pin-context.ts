import {stringify} from 'yaml';
import type {KubeTarget} from '../plan';
import type {Kubeconfig} from './kubeconfig';

/** Which contexts the commands may name beside the pinned one. */
export type OtherContexts = ReadonlySet<string> | 'all';

/** The target that a context names; undefined where there is no such context. */
export function targetOf(config: Kubeconfig, name: string): KubeTarget | undefined {
  const context = config.contexts.get(name);
  if (context === undefined) return undefined;
  const {namespace} = context;
  return {context: name, namespace: namespace ? namespace : 'default'};
}

/**
 * A kubeconfig with the context as the current one, and with no other that the commands do not
 * name: `kubectl config use-context` of one step cannot lead the next one astray.
 */
export function pinnedKubeconfig(
  config: Kubeconfig,
  {current, others}: {readonly current: string; readonly others: OtherContexts},
): string {
  const contexts = [...config.contexts].filter(
    ([name]) => name === current || others === 'all' || others.has(name),
  );
  const clusters = new Set(contexts.map(([, {cluster}]) => cluster));
  const users = new Set(contexts.map(([, {user}]) => user));
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': current,
    contexts: contexts.map(([name, context]) => ({name, context})),
    clusters: [...config.clusters]
      .filter(([name]) => clusters.has(name))
      .map(([name, cluster]) => ({name, cluster})),
    users: [...config.users]
      .filter(([name]) => users.has(name))
      .map(([name, user]) => ({name, user})),
  });
}
