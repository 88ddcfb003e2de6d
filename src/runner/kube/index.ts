export {kubeUseOf} from './kube-use';
export {KubeconfigError, mergeKubeconfig} from './kubeconfig';
export type {Kubeconfig, KubeconfigFile} from './kubeconfig';
export {pinnedKubeconfig, targetOf} from './pin-context';
