export {
  type Availability,
  type CommandSpec,
  findCommand,
  type FlagSpec,
  type FlagType,
  isAvailable,
  KUBECTL_VERSIONS,
} from './grammar';
export {findFlag, type Kubectl, type KubectlFlag, parseKubectl, type WordLike} from './parse';
export type {Problem as KubectlProblem} from './problem';
export {findResource, type ResourceName, RESOURCES, resourcesOf} from './resources';
