# Looking
kubectl get pods
kubectl get pods -A
kubectl get pods -n shop -o wide
kubectl get po -n shop -lapp=cart -owide
kubectl -n shop get pods --show-labels
kubectl get pods -n shop -w
kubectl get pods --all-namespaces --field-selector spec.nodeName=worker-3
kubectl get pods -n shop --field-selector=status.phase!=Running
kubectl get pods -n shop -l 'app in (cart,checkout),tier!=debug'
kubectl get pods -n shop -l app=cart -o name
kubectl get pods -n shop --sort-by=.status.startTime
kubectl get pods -n shop --sort-by='{.metadata.creationTimestamp}'
kubectl get pods -n shop --sort-by='.status.containerStatuses[0].restartCount'
kubectl get pods -n shop -o json | jq -r '.items[] | select(.status.phase != "Running") | .metadata.name'
kubectl get pod cart-0 -n shop -o yaml
kubectl get pod/cart-0 svc/cart -n shop
kubectl get deploy,sts,ds -n shop
kubectl get deployment cart checkout -n shop
kubectl get deployments.apps cart -n shop -o yaml
kubectl get rs -n shop -l app=cart --no-headers
kubectl get nodes -o wide
kubectl get nodes -L topology.kubernetes.io/zone
kubectl get node worker-3 -o jsonpath='{.status.conditions[?(@.type=="Ready")].status}'
kubectl get nodes -o jsonpath='{range .items[*]}{.metadata.name}{"\t"}{.spec.podCIDR}{"\n"}{end}'
kubectl get nodes -o custom-columns=NAME:.metadata.name,TAINTS:.spec.taints
kubectl get nodes -o 'custom-columns=NAME:.metadata.name,CPU:.status.capacity.cpu'
kubectl get pods -n shop -o custom-columns-file=columns.txt
kubectl get pods -n shop -o jsonpath-file=names.jsonpath
kubectl get pods -n shop -o go-template='{{range .items}}{{.metadata.name}}{{"\n"}}{{end}}'
kubectl get pod cart-0 -n shop --template='{{.status.podIP}}'
kubectl get pod cart-0 -n shop -o template --template='{{.status.podIP}}'
kubectl get pod cart-0 -n shop -o jsonpath={.status.podIP}
kubectl get pod cart-0 -n shop -o=jsonpath='{.spec.containers[*].image}'
kubectl get pod cart-0 -n shop -ojsonpath='{.spec.nodeName}'
kubectl get pod cart-0 -n shop -o jsonpath="{.metadata.annotations['kubectl\.kubernetes\.io/restartedAt']}"
kubectl get pods -n shop -o jsonpath='{.items[*].metadata.name}'
kubectl get pods -n shop -o jsonpath='{.items[0].spec.containers[0].env[?(@.name=="MODE")].value}'
kubectl get pods -n shop -o jsonpath='{..image}'
kubectl get svc cart -n shop -o jsonpath='{.spec.ports[?(@.name=="http")].port}'
kubectl get svc cart -n shop -o jsonpath-as-json='{.spec.ports}'
kubectl get deployment cart -n shop -o jsonpath='{.metadata.labels.team} {.spec.replicas}{"\n"}'
kubectl get hpa -n shop
kubectl get hpa cart -n shop -o yaml
kubectl get ingress -A
kubectl get ing cart -n shop
kubectl get endpoints cart -n shop
kubectl get endpointslices -n shop -l kubernetes.io/service-name=cart
kubectl get cm settings -n shop -o yaml
kubectl get cm settings -n shop -o jsonpath='{.data.settings\.json}'
kubectl get secret -n shop
kubectl get secret cart-tls -n shop -o jsonpath='{.data.tls\.crt}' | base64 -d | openssl x509 -noout -enddate
kubectl get pv,pvc -A
kubectl get pvc -n shop data-cart-0
kubectl get sc
kubectl get storageclass standard -o yaml
kubectl get ns
kubectl get ns shop -o yaml
kubectl get crd
kubectl get crds -o name
kubectl get jobs,cronjobs -n batch
kubectl get job import -n batch -o jsonpath='{.status.succeeded}'
kubectl get events -n shop --sort-by=.lastTimestamp
kubectl get events -n shop --field-selector involvedObject.name=cart-0 --sort-by=.lastTimestamp
kubectl get ev -A --sort-by='.metadata.creationTimestamp' | tail -n 20
kubectl events -n shop --for pod/cart-0
kubectl events -n shop --types=Warning --watch
kubectl get --raw /readyz
kubectl get --raw='/readyz?verbose'
kubectl get --raw "/api/v1/nodes/$NODE/proxy/metrics"
kubectl get -f cart.yaml
kubectl get -k overlays/production
kubectl get certificates.cert-manager.io -n shop
kubectl get certificate,certificaterequest -n shop
kubectl get virtualservice cart -n shop -o yaml
kubectl get applications.argoproj.io -n argocd
kubectl get pods -n "$NAMESPACE" -l "app=$APP" -o wide
kubectl get pods --namespace="${NAMESPACE:-shop}" --selector "app=${APP}"
kubectl get pods --chunk-size=100 -A --ignore-not-found
kubectl get pods -n shop --request-timeout=5s
kubectl --context staging get pods -n shop
kubectl --kubeconfig ~/.kube/staging -n shop get deploy
kubectl describe pod cart-0 -n shop
kubectl describe pod/cart-0 -n shop
kubectl describe pods -n shop -l app=cart
kubectl describe deploy cart -n shop | grep -A 5 Conditions
kubectl describe node worker-3 | sed -n '/Allocated/,/Events/p'
kubectl describe nodes
kubectl describe pod cart-0 -n shop --show-events=false
kubectl describe ingress,service -n shop
kubectl top nodes
kubectl top node worker-3
kubectl top pods -n shop --containers
kubectl top pod -n shop -l app=cart --sort-by=memory
kubectl top pod cart-0 -n shop
kubectl explain deployment.spec.strategy
kubectl explain pods --recursive
kubectl api-resources --namespaced=true -o name
kubectl api-versions
kubectl version
kubectl version --client -o yaml
kubectl cluster-info
kubectl cluster-info dump --output-directory=/tmp/dump --namespaces shop
kubectl auth can-i delete pods -n shop
kubectl auth can-i '*' '*' --all-namespaces
kubectl auth can-i --list -n shop --as system:serviceaccount:shop:cart
kubectl auth whoami
kubectl diff -f cart.yaml
kubectl diff -k overlays/production
# Logs
kubectl logs cart-0 -n shop
kubectl logs cart-0 -n shop -c proxy
kubectl logs cart-0 proxy -n shop
kubectl logs cart-0 -n shop --previous
kubectl logs -p cart-0 -n shop --tail=100
kubectl logs -f cart-0 -n shop
kubectl logs -f deploy/cart -n shop
kubectl logs deployment/cart -n shop --since=1h | grep -c timeout
kubectl logs job/import -n batch --tail=-1
kubectl logs -n shop -l app=cart --tail=-1 --prefix | grep -i error
kubectl logs -n shop -l app=cart --all-containers --tail=50
kubectl logs -n shop -l app=cart --tail=-1 --since=15m --timestamps | sort
kubectl logs -n shop -l app=cart --max-log-requests=20 -f --tail=0
kubectl logs cart-0 -n shop --since-time=2026-01-31T10:00:00Z
kubectl logs cart-0 -n shop --since=1h30m --limit-bytes=1000000
kubectl logs "$POD" -n shop --tail=200 | jq -c 'select(.level == "error")'
kubectl logs --tail=20 --all-containers=true cart-0
# Into pods
kubectl exec cart-0 -n shop -- env | cut -d= -f1
kubectl exec -it cart-0 -n shop -- /bin/sh
kubectl exec -it cart-0 -c app -n shop -- bash -l
kubectl exec -n shop deploy/cart -- cat /etc/resolv.conf
kubectl exec -n shop cart-0 -- sh -c 'cd /data && ls -la | wc -l'
kubectl exec -n shop cart-0 -- df -h /data
kubectl exec -i db-0 -n shop -- psql -U app shop < query.sql
kubectl exec -it db-0 -n shop -- psql -U app shop
kubectl exec db-0 -n shop -- psql -U app -c 'select count(*) from orders'
kubectl exec -n shop "$POD" -- curl -fsS http://localhost:8080/health
kubectl exec $POD -n shop -- nslookup cart.shop.svc.cluster.local
kubectl exec cart-0 -n shop -- /app/bin/tool "two words"
kubectl cp shop/cart-0:/tmp/heap.prof ./heap.prof
kubectl cp ./settings.json shop/cart-0:/etc/settings.json -c app
kubectl port-forward svc/cart -n shop 8080:80
kubectl port-forward -n shop pod/cart-0 8080
kubectl port-forward --address 127.0.0.1 deploy/cart 8080:http -n shop
kubectl debug -it cart-0 -n shop --image=busybox:1.36 --target=app
kubectl debug node/worker-3 -it --image=busybox:1.36
kubectl run probe -n shop --rm -it --restart=Never --image=curlimages/curl:8.9.1 -- curl -fsS http://cart:8080/health
kubectl run probe --image=busybox:1.36 --restart=Never --command -- sleep 3600
kubectl attach cart-0 -n shop -c app -it
# Changing
kubectl rollout status deployment/cart -n shop --timeout=5m
kubectl rollout status sts cart -n shop --timeout=5m
kubectl rollout history deployment/cart -n shop
kubectl rollout history deployment/cart -n shop --revision=7
kubectl rollout undo deployment/cart -n shop --to-revision=7
kubectl rollout undo deployment/cart -n shop --to-revision="$REVISION" --dry-run=server
kubectl rollout restart deployment/cart -n shop
kubectl rollout restart deployment -n shop -l app=cart
kubectl rollout pause deployment/cart -n shop
kubectl rollout resume deployment cart -n shop
kubectl scale deployment/cart --replicas=4 -n shop
kubectl scale deploy cart checkout --replicas=2 -n shop
kubectl scale --current-replicas=2 --replicas=4 deployment/cart -n shop
kubectl autoscale deployment cart --min=2 --max=10 -n shop
kubectl set image deployment/cart app=registry.example/cart:1.4.2 -n shop
kubectl set image deploy cart *=registry.example/cart:1.4.2 -n shop
kubectl set env deployment/cart MODE=safe -n shop
kubectl set env deployment/cart MODE- -n shop
kubectl set env deployment/cart --list -n shop
kubectl set env deployment/cart --from=configmap/settings -n shop
kubectl set resources deployment cart -c=app --limits=cpu=500m,memory=1Gi -n shop
kubectl set serviceaccount deployment cart cart-sa -n shop
kubectl patch deployment cart -n shop -p '{"spec":{"replicas":3}}'
kubectl patch deployment cart -n shop --type=merge -p '{"spec":{"template":{"metadata":{"annotations":{"at":"now"}}}}}'
kubectl patch deployment cart -n shop --type json -p '[{"op":"replace","path":"/spec/replicas","value":3}]'
kubectl patch deployment cart -n shop --type='json' -p='[{"op":"remove","path":"/spec/paused"}]'
kubectl patch deployment cart -n shop -p 'spec: {replicas: 3}'
kubectl patch deployment cart -n shop --patch-file patch.yaml
kubectl patch pvc data-cart-0 -n shop -p "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"$SIZE\"}}}}"
kubectl patch node worker-3 -p '{"spec":{"unschedulable":true}}'
kubectl patch crd widgets.example.org -p '{"metadata":{"finalizers":[]}}' --type=merge
kubectl patch deployment cart -n shop --subresource=scale --type=merge -p '{"spec":{"replicas":2}}'
kubectl label pod cart-0 -n shop quarantine=true app-
kubectl label pods -n shop -l app=cart checked=yes --overwrite
kubectl label node worker-3 disk=ssd
kubectl label --list pod cart-0 -n shop
kubectl annotate deployment cart -n shop kubernetes.io/change-cause='roll back to 1.4.1'
kubectl annotate ingress cart -n shop note-
kubectl taint nodes worker-3 maintenance=true:NoSchedule
kubectl taint nodes worker-3 maintenance:NoSchedule-
kubectl cordon worker-3
kubectl drain worker-3 --ignore-daemonsets --delete-emptydir-data --timeout=10m
kubectl drain -l pool=old --ignore-daemonsets --timeout=10m
kubectl uncordon worker-3
kubectl apply -f cart.yaml
kubectl apply -n shop -f k8s/ -R
kubectl apply -k overlays/production
kubectl apply -f - --server-side --field-manager=ops --force-conflicts < cart.yaml
kubectl apply -f https://raw.githubusercontent.com/acme/tool/v1.2.3/install.yaml
kubectl apply --dry-run=server -f cart.yaml
kubectl create -f job.yaml
kubectl create namespace shop-test --dry-run=client -o yaml | kubectl apply -f -
kubectl create configmap settings -n shop --from-file=settings.json
kubectl create secret generic cart -n shop --from-file=key.pem
kubectl create secret tls cart-tls -n shop --cert=tls.crt --key=tls.key --dry-run=client -o yaml | kubectl apply -f -
kubectl create job import-now -n batch --from=cronjob/import
kubectl create token cart -n shop --duration=10m > token
kubectl create deployment web --image=nginx:1.27 --replicas=2 -n shop
kubectl create rolebinding view -n shop --clusterrole=view --user=ann
kubectl expose deployment cart --port=80 --target-port=8080 -n shop
kubectl replace -f cart.yaml
kubectl delete pod cart-0 -n shop
kubectl delete pod cart-0 -n shop --wait=false
kubectl delete pods -n shop --field-selector=status.phase=Failed
kubectl delete job import-now -n batch --ignore-not-found
kubectl delete -f cart.yaml
kubectl delete deploy/old svc/old -n shop
kubectl delete sts cart -n shop --cascade=orphan
kubectl delete pods,services -n shop -l app=old
kubectl wait --for=condition=Ready pod/cart-0 -n shop --timeout=2m
kubectl wait pods -n shop -l app=cart --for=condition=Ready --timeout=2m
kubectl wait --for=delete pod/cart-0 -n shop --timeout=60s
kubectl wait --for=jsonpath='{.status.phase}'=Running pod/cart-0 -n shop
kubectl certificate approve csr-1
kubectl config current-context
kubectl config get-contexts -o name
kubectl config use-context staging
kubectl config set-context --current --namespace=shop
kubectl config view --minify -o jsonpath='{..namespace}'
kubectl kustomize overlays/production -o rendered.yaml
kubectl plugin list
kubectl get pods -n shop -o name | xargs -r -n1 kubectl describe -n shop
kubectl get pods -A --no-headers | awk '{print $1, $2}' | xargs -r -n2 sh -c 'kubectl logs -n "$0" "$1" --tail=5'
for pod in $(kubectl get pods -n shop -o name); do kubectl logs -n shop "$pod" --tail=5; done
sudo kubectl --kubeconfig /etc/kubernetes/admin.conf get nodes
watch -n 5 kubectl get pods -n shop
timeout 60 kubectl rollout status deployment/cart -n shop
k get po -n shop
oc get pods -n shop
oc rsh -n shop dc/cart
oc adm top pods -n shop
oc rollout latest dc/cart -n shop
oc logs -f bc/cart -n shop
oc project shop
oc get routes -n shop -o jsonpath='{.items[*].spec.host}'
oc debug node/worker-3
