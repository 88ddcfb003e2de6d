import type {Random} from '../../random';
import type {World} from './world';

type Query = (world: World, random: Random) => string;

export function inventQuery(world: World, random: Random): string {
  return random.pick(QUERIES)(world, random);
}

const QUERIES: readonly [Query, ...Query[]] = [
  ({metric, minutes}) => `sum by (status) (rate(${metric}_http_requests_total[${minutes}m]))`,
  ({metric, minutes}) =>
    `sum(rate(${metric}_http_requests_total{status=~"5.."}[${minutes}m]))\n  /\nsum(rate(${metric}_http_requests_total[${minutes}m])) > 0.05`,
  ({metric, minutes}, {pick}) =>
    `histogram_quantile(${pick(['0.5', '0.95', '0.99'])}, sum by (le) (rate(${metric}_request_duration_seconds_bucket[${minutes}m])))`,
  ({namespace, app}, {below}) =>
    `increase(kube_pod_container_status_restarts_total{namespace="${namespace}", pod=~"${app}-.*"}[1h]) > ${below(5) + 1}`,
  ({namespace}) =>
    `max by (pod) (container_memory_working_set_bytes{namespace="${namespace}", container!=""})\n  / on (pod) max by (pod) (kube_pod_container_resource_limits{namespace="${namespace}", resource="memory"}) > 0.9`,
  ({app}) => `up{job="${app}"} == 0 or absent(up{job="${app}"})`,
  ({node}) =>
    `predict_linear(node_filesystem_avail_bytes{instance=~"${node}.*", fstype!="tmpfs"}[6h], 4 * 3600) < 0`,
  ({metric}, {pick}) => `topk(${pick([3, 5, 10])}, sum by (queue) (${metric}_queue_length))`,
  ({metric}) => `time() - ${metric}_last_success_timestamp_seconds > 3 * 3600`,
  ({host}) => `(probe_ssl_earliest_cert_expiry{instance="https://${host}"} - time()) / 86400 < 14`,
  ({metric, minutes}) =>
    `sum(rate(${metric}_jobs_total{result="failed"}[${minutes}m])) by (job_name) > 0`,
  ({namespace, app}) =>
    `kube_deployment_status_replicas_available{namespace="${namespace}", deployment="${app}"} < kube_deployment_spec_replicas`,
  ({metric}) =>
    `max_over_time(${metric}_connections_active[1h:1m]) > 0.8 * ${metric}_connections_max`,
  ({app}) =>
    `sum(rate(container_cpu_cfs_throttled_periods_total{pod=~"${app}-.*"}[5m])) / sum(rate(container_cpu_cfs_periods_total{pod=~"${app}-.*"}[5m])) > 0.25`,
];
