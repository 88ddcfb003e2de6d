import {shapeProblem} from './shape-problem';
import type {InventoryProblem, KubernetesObject} from './types';
import {childOf, isNull, itemsOf, labelsOf, scalarOf, toJsonObject} from './yaml-tree';
import type {YamlMap, YamlTree} from './yaml-tree';

type Objects = {
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly InventoryProblem[];
};

/** The objects of one document; those of a `List` are its items. */
export function readObjects(document: YamlTree, path: string): Objects {
  if (isNull(document)) return {objects: [], problems: []};
  if (document.kind !== 'map') return failed(shapeProblem(path, '', document, 'map'));

  const type = scalarOf(document, 'kind')?.text;
  const items = childOf(document, 'items');
  if (type?.endsWith('List') && items?.kind === 'list') return readItems(document, type, path);
  return readObject(document, path);
}

function readItems(list: YamlMap, type: string, path: string): Objects {
  const itemType = type.slice(0, -'List'.length);
  const apiVersion = scalarOf(list, 'apiVersion')?.text;
  // The items of a typed list, such as `PodList`, say neither kind nor version themselves.
  const inherited = itemType === '' ? {} : {type: itemType, apiVersion};
  const read = itemsOf(childOf(list, 'items')).map(item =>
    item.kind === 'map'
      ? readObject(item, path, inherited)
      : failed(shapeProblem(path, 'items', item, 'map')),
  );
  return {
    objects: read.flatMap(({objects}) => objects),
    problems: read.flatMap(({problems}) => problems),
  };
}

function readObject(
  tree: YamlMap,
  path: string,
  inherited: {readonly type?: string; readonly apiVersion?: string | undefined} = {},
): Objects {
  const type = scalarOf(tree, 'kind')?.text ?? inherited.type;
  const apiVersion = scalarOf(tree, 'apiVersion')?.text ?? inherited.apiVersion;
  if (apiVersion?.startsWith('kustomize.config.k8s.io/')) return {objects: [], problems: []};
  if (type === undefined) return failed(missing(tree, path, 'kind'));
  if (apiVersion === undefined) return failed(missing(tree, path, 'apiVersion'));

  const metadata = childOf(tree, 'metadata');
  const name = scalarOf(metadata, 'name');
  const isNamed = name ?? scalarOf(metadata, 'generateName');
  if (!isNamed) return failed(missing(metadata ?? tree, path, 'metadata.name'));
  return {
    objects: [
      {
        kind: 'object',
        apiVersion,
        type,
        name: name?.text ?? '',
        namespace: scalarOf(metadata, 'namespace')?.text,
        labels: labelsOf(childOf(metadata, 'labels')),
        value: toJsonObject(tree),
        path,
        nameAt: {start: isNamed.start, end: isNamed.end},
        start: tree.start,
        end: tree.end,
      },
    ],
    problems: [],
  };
}

function missing(tree: YamlTree, path: string, where: string): InventoryProblem {
  return shapeProblem(path, where, undefined, 'text', tree);
}

function failed(problem: InventoryProblem): Objects {
  return {objects: [], problems: [problem]};
}
