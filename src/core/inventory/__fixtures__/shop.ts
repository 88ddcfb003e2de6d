import {loadInventory} from '../load-inventory';

const source = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    metadata: {labels: {app: web, tier: front}}
    spec:
      initContainers:
        - {name: migrate, env: [{name: MIGRATIONS, value: all}]}
      containers:
        - name: web
          image: shop/web:1
          ports: [{name: http, containerPort: 8080}, {containerPort: 9090, protocol: UDP}]
          env: [{name: LOG_LEVEL, value: info}]
          envFrom:
            - {configMapRef: {name: web-config}}
            - {secretRef: {name: web-secret}, prefix: SECRET_}
          resources: {requests: {cpu: 100m}, limits: {cpu: 1, memory: 1Gi}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec:
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: db, envFrom: [{secretRef: {name: not-here}}]}]
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: report, namespace: office}
spec: {jobTemplate: {spec: {template: {metadata: {labels: {app: report}}, spec: {containers: [{name: r}]}}}}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web-config, namespace: shop}
data: {COLOR: red, LOG_LEVEL: debug}
---
apiVersion: v1
kind: Secret
metadata: {name: web-secret, namespace: shop}
stringData: {TOKEN: REPLACE_ME}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  selector: {app: web}
  ports:
    - {name: http, port: 80, targetPort: http}
    - {name: metrics, port: 9090}
    - {name: nowhere, port: 81, targetPort: 8081}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web, namespace: shop}
spec: {maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: db, namespace: shop}
spec: {maxReplicaCount: 3, scaleTargetRef: {kind: StatefulSet, name: db}}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: carts.shop.example.org}
spec:
  group: shop.example.org
  scope: Cluster
  names: {kind: Cart, plural: carts, shortNames: [ct]}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: anywhere}
---
apiVersion: v1
kind: Namespace
metadata: {name: empty}
`;

/** A small shop: a web front, a database, a report, and what surrounds them. */
export const shop = loadInventory({kubernetes: [{path: 'shop.yaml', source}]});
