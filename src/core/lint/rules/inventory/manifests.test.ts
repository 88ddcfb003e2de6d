import {describe, expect, it} from 'vitest';
import {lint} from '../../lint';

const SHOP = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  template:
    metadata: {labels: {app: web, tier: front}}
    spec:
      containers:
        - name: nginx
          ports: [{name: http, containerPort: 8080}]
          env: [{name: CACHE_SIZE, value: "10"}]
          resources: {limits: {memory: 1Gi}}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  selector: {app: web}
  ports: [{name: http, port: 80, targetPort: http}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web-config, namespace: shop}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web-tls, namespace: shop}
spec: {secretName: web-tls, issuerRef: {name: ca}}
---
apiVersion: v1
kind: Secret
metadata: {name: web-secret, namespace: shop}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: coredns, namespace: kube-system}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: office-config, namespace: office}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web, namespace: shop}
spec: {minReplicas: 2, maxReplicas: 4, scaleTargetRef: {kind: Deployment, name: web}}
`;

describe('the rules about manifests', () => {
  it.each([
    ['nothing without a namespace', 'kubectl get configmap web-confg'],
    ['nothing in every namespace', 'kubectl get pods -A -l app=wbe'],
    ['nothing in a namespace that no manifest has', 'kubectl rollout status deploy/wbe -n staging'],
    ['nothing in a namespace that comes with the cluster', 'kubectl get cm kubeadm -n kube-system'],
    ['nothing of a type of which the namespace has none', 'kubectl get ingress wbe -n shop'],
    ['nothing of another cluster', 'kubectl --context prod rollout status deploy/wbe -n shop'],
    ['nothing behind an expansion', 'kubectl rollout status deploy/"$NAME" -n shop -l app="$APP"'],
    ['nothing in an unknown namespace', 'kubectl rollout status deploy/wbe -n "$NAMESPACE"'],
    ['nothing about a placeholder', 'kubectl rollout status deploy/<name> -n shop'],
    ['nothing about a name for any name', 'kubectl describe deploy my-app -n shop'],
    ['nothing about upper case', 'kubectl describe deploy NAME -n shop'],
    ['nothing about what may be missing', 'kubectl delete cm flags -n shop --ignore-not-found'],
    ['nothing about what the cluster makes', 'kubectl get cm kube-root-ca.crt -n shop'],
    ['nothing about what cert-manager makes', 'kubectl get secret web-tls -n shop'],
    ['nothing about what a chart may add to a name', 'kubectl get deploy canary-web -n shop'],
    ['nothing about custom resources', 'kubectl get carts orders -n shop'],
    ['nothing about pods', 'kubectl logs api-7c9d8b6f5-x2k4q -c api -n shop'],
    ['nothing about labels of a controller', 'kubectl get pods -n shop -l job-name=import'],
    ['nothing about what a selector excludes', "kubectl get pods -n shop -l 'app!=wbe'"],
    ['nothing about a set that matches in part', "kubectl get pods -n shop -l 'app in (web, api)'"],
    ['nothing about a label that the page sets', 'kubectl label pod x -n shop quarantine=yes\nkubectl get pods -n shop -l quarantine=yes'],
    ['nothing about scaling to nothing', 'kubectl scale deploy web --replicas=0 -n shop'],
    ['nothing about scaling what nobody owns', 'kubectl scale deploy api --replicas=3 -n office'],
    ['nothing about a dry run', 'kubectl scale deploy web --replicas=3 -n shop --dry-run=client'],
    ['nothing about a removed autoscaler', 'kubectl delete hpa web -n shop\nkubectl scale deploy web --replicas=3 -n shop'],
    ['nothing about a variable that is removed or listed', 'kubectl set env deploy/web CACHE_SIZE- -n shop\nkubectl set env deploy/web --list -n shop'],
    ['nothing about a port of its own side', 'kubectl port-forward svc/web :80 -n shop'],
    ['nothing about kubectl in a pod', 'kubectl exec -n ops deploy/tools -- kubectl get cm web-confg -n shop'],
  ])('say %s', (_, script) => {
    expect(findingsIn(script)).toEqual([]);
  });

  it.each([
    ['kubectl get cm web-confg -n shop', ['2:16 inventory/no-unknown-object']],
    ['kubectl get cm/web-confg --namespace=shop', ['2:16 inventory/no-unknown-object']],
    ['kubectl -nshop describe service/web deployment.apps/wbe', ['2:53 inventory/no-unknown-object']],
    ['sudo kubectl get hpa webb -n shop', ['2:22 inventory/no-unknown-object']],
    ['kubectl logs deploy/wbe -n shop', ['2:21 inventory/no-unknown-object']],
    ['kubectl events --for deploy/wbe -n shop', ['2:29 inventory/no-unknown-object']],
    ['kubectl get cm office-config web-config -n shop', ['2:44 inventory/no-other-namespace']],
    ['kubectl get cm coredns -n "shop"', ['2:28 inventory/no-other-namespace']],
    ['kubectl delete pods -n shop -lapp=api', ['2:31 inventory/no-unmatched-selector']],
    ['kubectl get deploy -n shop --selector=tier=front', ['2:39 inventory/no-unmatched-selector']],
    ['kubectl logs svc/web -c web -n shop', ['2:25 inventory/no-unknown-container']],
    ['kubectl exec web-7c9d8b6f5-x2k4q -n shop -c web -- ls', ['2:45 inventory/no-unknown-container']],
    ['kubectl -n shop scale --replicas 3 deploy -l app=web', ['2:17 inventory/no-autoscaled-replicas']],
    ['kubectl -n shop scale deploy/web --replicas=3', ['2:17 inventory/no-autoscaled-replicas']],
    ['kubectl scale deployment web --replicas "$COUNT" -n shop', ['2:9 inventory/no-autoscaled-replicas']],
    ['kubectl port-forward deploy/web 8080 9090 -n shop', ['2:38 inventory/no-closed-port']],
    ['kubectl port-forward svc/web 8080:https -n shop', ['2:35 inventory/no-unknown-service-port']],
    ['kubectl set env deploy/web CACHE_SISE=1 -n shop', ['2:28 inventory/no-undeclared-variable']],
    ['kubectl set resources deploy web -n shop --requests=memory=2Gi', ['2:42 inventory/no-unallowed-resources']],
  ])('judge `%s`', (script, expected) => {
    expect(findingsIn(script)).toEqual(expected);
  });

  it('are silent about what is missing while a manifest is a template', () => {
    const template = {path: 'k8s/api.yaml', source: 'apiVersion: v1\nkind: Secret\nmetadata: {name: {{ .Values.name }}}\n'};
    expect(findingsIn('kubectl get cm web-confg -n shop', [template])).toEqual([]);
    expect(findingsIn('kubectl scale deploy web --replicas=3 -n shop', [template])).toEqual([
      '2:9 inventory/no-autoscaled-replicas',
    ]);
  });

  it('are silent about what is missing where an operator makes more', () => {
    const release = {
      path: 'k8s/release.yaml',
      source: 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: api, namespace: shop}\n',
    };
    expect(findingsIn('kubectl rollout status deploy/api-server -n shop', [release])).toEqual([]);
  });

  it('are silent without an inventory', () => {
    const source = '```bash\nkubectl get cm web-confg -n shop\n```\n';
    expect(lint([{path: 'page.md', source}])).toEqual([]);
  });
});

function findingsIn(
  script: string,
  others: readonly {readonly path: string; readonly source: string}[] = [],
): readonly string[] {
  const findings = lint([{path: 'page.md', source: `\`\`\`bash\n${script}\n\`\`\`\n`}], {
    inventory: {kubernetes: [{path: 'k8s/shop.yaml', source: SHOP}, ...others]},
  });
  return findings
    .filter(({rule, path}) => path === 'page.md' && rule.startsWith('inventory/'))
    .map(({line, column, rule}) => `${line}:${column} ${rule}`);
}
