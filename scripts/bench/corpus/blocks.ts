import type {Random} from '../../random';
import type {World} from './world';

type Lines = (world: World, random: Random) => readonly string[];

/** Commands of one block, without prompts and output. */
export function inventCommands(world: World, random: Random): readonly string[] {
  const family = random.below(100);
  if (family < 55) return random.pick(KUBECTL)(world, random);
  if (family < 68) return random.pick(HTTP)(world, random);
  if (family < 80) return random.pick(TEXT)(world, random);
  if (family < 92) return random.pick(HOST)(world, random);
  return random.pick(SCRIPTS)(world, random);
}

const KUBECTL: readonly [Lines, ...Lines[]] = [
  ({namespace, app}) => [`kubectl get pods -n ${namespace} -l app=${app} -o wide`],
  ({namespace, app}) => [
    `kubectl -n ${namespace} get deploy,sts,po -l app.kubernetes.io/name=${app}`,
    `kubectl -n ${namespace} get events --sort-by=.lastTimestamp | tail -n 20`,
  ],
  ({namespace, podWord}) => [
    `kubectl describe pod ${podWord} -n ${namespace} | grep -A5 'Last State'`,
    `kubectl logs ${podWord} -n ${namespace} --previous --tail=200`,
  ],
  ({namespace, app}, {pick}) => [
    `kubectl rollout history deployment/${app} -n ${namespace}`,
    `kubectl rollout undo deployment/${app} -n ${namespace} --to-revision=${pick([3, 7, 12])}`,
    `kubectl rollout status deployment/${app} -n ${namespace} --timeout=${pick(['120s', '5m'])}`,
  ],
  ({namespace, podWord, port}) => [
    `kubectl exec -n ${namespace} ${podWord} -c main -- curl -sS --max-time 5 http://127.0.0.1:${port}/healthz`,
  ],
  ({namespace, app}) => [
    `kubectl get pods -n ${namespace} -l app=${app} \\`,
    `  -o jsonpath='{range .items[*]}{.metadata.name}{"\\t"}{.status.containerStatuses[0].restartCount}{"\\n"}{end}' \\`,
    `  | sort -k2 -n -r | head`,
  ],
  ({namespace, app}, {below}) => [
    `# one page per second is too much for a single replica`,
    `kubectl scale deployment ${app} -n ${namespace} --replicas=${below(8) + 2}`,
    `kubectl rollout status deployment ${app} -n ${namespace} --timeout=3m`,
  ],
  ({node}) => [
    `kubectl cordon ${node}`,
    `kubectl drain ${node} --ignore-daemonsets --delete-emptydir-data --timeout=10m`,
    `kubectl get pods -A --field-selector spec.nodeName=${node}`,
  ],
  ({namespace, app, minutes}) => [
    `kubectl logs -n ${namespace} -l app=${app} --since=${minutes}m --tail=-1 --prefix | grep -ci timeout`,
  ],
  ({namespace}) => [
    `kubectl top pods -n ${namespace} --containers --sort-by=memory | head -n 15`,
    `kubectl top nodes`,
  ],
  ({namespace, app}) => [
    `kubectl set env deployment/${app} -n ${namespace} LOG_LEVEL=debug`,
    `kubectl rollout status deployment/${app} -n ${namespace} --timeout=120s`,
  ],
  ({namespace, app}) => [
    `kubectl patch hpa ${app} -n ${namespace} --type merge -p '{"spec":{"minReplicas":4}}'`,
    `kubectl get hpa ${app} -n ${namespace}`,
  ],
  ({namespace, app}) => [
    `kubectl get endpointslices -n ${namespace} -l kubernetes.io/service-name=${app} -o yaml`,
    `kubectl get svc ${app} -n ${namespace} -o jsonpath='{.spec.selector}'`,
  ],
  ({namespace}) => [
    `kubectl get pvc -n ${namespace}`,
    `kubectl get pv -o custom-columns=NAME:.metadata.name,PHASE:.status.phase,CLAIM:.spec.claimRef.name`,
  ],
];

const HTTP: readonly [Lines, ...Lines[]] = [
  ({host, port}) => [
    `curl -fsS --max-time 10 http://${host}:${port}/metrics | grep -E '^process_open_fds'`,
  ],
  ({host}) => [
    `curl -sS -o /dev/null -w '%{http_code} %{time_total}\\n' --max-time 5 https://${host}/ready`,
  ],
  ({host, app}) => [
    `curl -fsS -X POST -H 'Content-Type: application/json' \\`,
    `  -d '{"matchers":[{"name":"app","value":"${app}","isRegex":false}],"comment":"deploy"}' \\`,
    `  "https://alertmanager.${host}/api/v2/silences" | jq -r .silenceID`,
  ],
  ({host}) => [
    `echo | openssl s_client -connect ${host}:443 -servername ${host} 2>/dev/null \\`,
    `  | openssl x509 -noout -enddate`,
  ],
  ({host}) => [`dig +short ${host}`, `nc -zv -w 3 ${host} 443`],
];

const TEXT: readonly [Lines, ...Lines[]] = [
  ({app, namespace}) => [
    `kubectl get pods -n ${namespace} -l app=${app} -o json \\`,
    `  | jq -r '.items[] | select(.status.phase != "Running") | .metadata.name'`,
  ],
  ({app}, {pick}) => [
    `awk '$9 >= 500 { count[$7]++ } END { for (path in count) print count[path], path }' /var/log/${app}/access.log \\`,
    `  | sort -rn | head -n ${pick([5, 10, 25])}`,
  ],
  ({app}) => [
    `jq -r 'select(.level == "error") | [.time, .msg, .error] | @tsv' /var/log/${app}/app.log | tail -n 50`,
  ],
  ({app}) => [
    `grep -hE 'status=5[0-9]{2}' /var/log/${app}/*.log | cut -d' ' -f4 | sort | uniq -c | sort -rn`,
  ],
  ({app}) => [`sed -n '/panic:/,/^$/p' /var/log/${app}/app.log | head -n 80`],
];

const HOST: readonly [Lines, ...Lines[]] = [
  ({node}) => [`ssh ${node} 'df -h /var/lib; df -i /var/lib'`],
  ({app}) => [
    `sudo systemctl restart ${app}`,
    `systemctl is-active ${app}`,
    `journalctl -u ${app} --since '10 min ago' --no-pager | tail -n 40`,
  ],
  () => [`free -m`, `ps aux --sort=-%mem | head -n 10`, `vmstat 1 5`],
  ({port}) => [
    `ss -tan state established "( sport = :${port} )" | awk 'NR > 1 {print $4}' | cut -d: -f1 | sort | uniq -c`,
  ],
  () => [`sudo du -xh --max-depth=2 /var/lib | sort -rh | head -n 20`],
  ({app, namespace}) => [
    `psql "$DATABASE_URL" -c "SELECT pid, state, now() - query_start AS age FROM pg_stat_activity WHERE application_name = '${app}' ORDER BY age DESC LIMIT 10"`,
    `helm history ${app} -n ${namespace} --max 5`,
  ],
];

const SCRIPTS: readonly [Lines, ...Lines[]] = [
  ({namespace, app}) => [
    `NS=${namespace}`,
    `for pod in $(kubectl get pods -n "$NS" -l app=${app} -o name); do`,
    `  echo "== $pod"`,
    `  kubectl exec -n "$NS" "$pod" -- sh -c 'ls /proc/1/fd | wc -l'`,
    `done`,
  ],
  ({host, minutes}) => [
    `deadline=$((SECONDS + ${minutes * 60}))`,
    `until curl -fsS --max-time 3 "https://${host}/healthz" > /dev/null; do`,
    `  if [ "$SECONDS" -gt "$deadline" ]; then echo 'still down' >&2; exit 1; fi`,
    `  sleep 10`,
    `done`,
  ],
  ({app, namespace}) => [
    `cat <<'YAML' | kubectl apply -n ${namespace} -f -`,
    `apiVersion: v1`,
    `kind: ConfigMap`,
    `metadata:`,
    `  name: ${app}-maintenance`,
    `data:`,
    `  enabled: "true"`,
    `YAML`,
  ],
];
