import type {ResourceType} from './resource-types';

/** As `kubectl api-resources` prints them: plural, short names, group, kind; `*` is cluster-wide. */
const table = `
bindings - - Binding
componentstatuses cs - *ComponentStatus
configmaps cm - ConfigMap
endpoints ep - Endpoints
events ev - Event
limitranges limits - LimitRange
namespaces ns - *Namespace
nodes no - *Node
persistentvolumeclaims pvc - PersistentVolumeClaim
persistentvolumes pv - *PersistentVolume
pods po - Pod
podtemplates - - PodTemplate
replicationcontrollers rc - ReplicationController
resourcequotas quota - ResourceQuota
secrets - - Secret
serviceaccounts sa - ServiceAccount
services svc - Service
mutatingwebhookconfigurations - admissionregistration.k8s.io *MutatingWebhookConfiguration
validatingadmissionpolicies - admissionregistration.k8s.io *ValidatingAdmissionPolicy
validatingwebhookconfigurations - admissionregistration.k8s.io *ValidatingWebhookConfiguration
customresourcedefinitions crd,crds apiextensions.k8s.io *CustomResourceDefinition
apiservices - apiregistration.k8s.io *APIService
controllerrevisions - apps ControllerRevision
daemonsets ds apps DaemonSet
deployments deploy apps Deployment
replicasets rs apps ReplicaSet
statefulsets sts apps StatefulSet
horizontalpodautoscalers hpa autoscaling HorizontalPodAutoscaler
cronjobs cj batch CronJob
jobs - batch Job
certificatesigningrequests csr certificates.k8s.io *CertificateSigningRequest
leases - coordination.k8s.io Lease
endpointslices - discovery.k8s.io EndpointSlice
flowschemas - flowcontrol.apiserver.k8s.io *FlowSchema
prioritylevelconfigurations - flowcontrol.apiserver.k8s.io *PriorityLevelConfiguration
ingressclasses - networking.k8s.io *IngressClass
ingresses ing networking.k8s.io Ingress
networkpolicies netpol networking.k8s.io NetworkPolicy
runtimeclasses - node.k8s.io *RuntimeClass
poddisruptionbudgets pdb policy PodDisruptionBudget
clusterrolebindings - rbac.authorization.k8s.io *ClusterRoleBinding
clusterroles - rbac.authorization.k8s.io *ClusterRole
rolebindings - rbac.authorization.k8s.io RoleBinding
roles - rbac.authorization.k8s.io Role
priorityclasses pc scheduling.k8s.io *PriorityClass
csidrivers - storage.k8s.io *CSIDriver
csinodes - storage.k8s.io *CSINode
storageclasses sc storage.k8s.io *StorageClass
volumeattachments - storage.k8s.io *VolumeAttachment
challenges - acme.cert-manager.io Challenge
orders - acme.cert-manager.io Order
certificaterequests cr,crs cert-manager.io CertificateRequest
certificates cert,certs cert-manager.io Certificate
clusterissuers - cert-manager.io *ClusterIssuer
issuers - cert-manager.io Issuer
alertmanagers am monitoring.coreos.com Alertmanager
podmonitors pmon monitoring.coreos.com PodMonitor
probes prb monitoring.coreos.com Probe
prometheuses prom monitoring.coreos.com Prometheus
prometheusrules promrule monitoring.coreos.com PrometheusRule
servicemonitors smon monitoring.coreos.com ServiceMonitor
`;

export const builtinResources: readonly ResourceType[] = table
  .trim()
  .split('\n')
  .map(line => {
    const [plural = '', shortNames = '-', group = '-', kind = ''] = line.split(' ');
    return {
      type: kind.replace('*', ''),
      plural,
      shortNames: shortNames === '-' ? [] : shortNames.split(','),
      group: group === '-' ? '' : group,
      isNamespaced: !kind.startsWith('*'),
    };
  });
