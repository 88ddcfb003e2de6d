export type ResourceName = {
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly namespaced: boolean;
};

/** The built-in types that kubectl users name, as `plural singular short,short`. */
const NAMESPACED = `
configmaps configmap cm
controllerrevisions controllerrevision
cronjobs cronjob cj
daemonsets daemonset ds
deployments deployment deploy
endpoints endpoints ep
endpointslices endpointslice
events event ev
horizontalpodautoscalers horizontalpodautoscaler hpa
ingresses ingress ing
jobs job
leases lease
limitranges limitrange limits
networkpolicies networkpolicy netpol
persistentvolumeclaims persistentvolumeclaim pvc
poddisruptionbudgets poddisruptionbudget pdb
pods pod po
podtemplates podtemplate
replicasets replicaset rs
replicationcontrollers replicationcontroller rc
resourcequotas resourcequota quota
rolebindings rolebinding
roles role
secrets secret
serviceaccounts serviceaccount sa
services service svc
statefulsets statefulset sts
certificates certificate cert,certs
certificaterequests certificaterequest cr,crs
challenges challenge
issuers issuer
orders order
podmonitors podmonitor pmon
prometheusrules prometheusrule promrule
servicemonitors servicemonitor smon`;

const CLUSTER = `
apiservices apiservice
certificatesigningrequests certificatesigningrequest csr
clusterissuers clusterissuer ciss
clusterrolebindings clusterrolebinding
clusterroles clusterrole
componentstatuses componentstatus cs
csidrivers csidriver
csinodes csinode
customresourcedefinitions customresourcedefinition crd,crds
ingressclasses ingressclass
mutatingwebhookconfigurations mutatingwebhookconfiguration
namespaces namespace ns
nodes node no
persistentvolumes persistentvolume pv
priorityclasses priorityclass pc
runtimeclasses runtimeclass
storageclasses storageclass sc
validatingwebhookconfigurations validatingwebhookconfiguration
volumeattachments volumeattachment`;

export const RESOURCES: readonly ResourceName[] = [
  ...read(NAMESPACED, {namespaced: true}),
  ...read(CLUSTER, {namespaced: false}),
];

const BY_NAME: ReadonlyMap<string, ResourceName> = new Map(
  RESOURCES.flatMap(resource =>
    [resource.plural, resource.singular, ...resource.shortNames].map(
      name => [name, resource] as const,
    ),
  ),
);

/** The type that `po`, `Pods`, `pods.v1.` or the `pod` of `pod/web` names. */
export function findResource(word: string): ResourceName | undefined {
  return BY_NAME.get(word.toLowerCase().replace(/[./].*$/s, ''));
}

/** The types of an argument such as `pods`, `deploy,svc` or `pod/web`; undefined for unknown ones. */
export function resourcesOf(argument: string): readonly (ResourceName | undefined)[] {
  const [types = ''] = argument.split('/');
  return types.split(',').map(findResource);
}

function read(
  table: string,
  {namespaced}: Pick<ResourceName, 'namespaced'>,
): readonly ResourceName[] {
  return table
    .trim()
    .split('\n')
    .map(line => {
      const [plural = '', singular = '', short = ''] = line.split(' ');
      return {plural, singular, shortNames: short === '' ? [] : short.split(','), namespaced};
    });
}
