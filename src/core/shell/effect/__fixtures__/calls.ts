type Call = {readonly script: string; readonly effect: string; readonly traits: string};

/** Lines as runbooks have them, under what they do and their traits. */
const TABLE = `
= read
kubectl get pods
kubectl get pods -n sql-studio -l app=sql-studio-backend
kubectl get pods -A -o wide --sort-by=.metadata.creationTimestamp
kubectl get po,svc,ing -n sql-studio
kubectl -n sql-studio get deploy sql-studio-backend -o yaml
kubectl --context prod get nodes
kubectl get events -n sql-studio --sort-by='.lastTimestamp'
kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name}{"\\n"}{end}'
kubectl get pods --field-selector=status.phase!=Running
kubectl get hpa sql-studio-backend-hpa -n sql-studio
kubectl get certificate -n sql-studio
kubectl get secret -n sql-studio
kubectl get secrets sql-studio-tls -o wide
kubectl get configmap sql-studio-config -n sql-studio -o yaml
kubectl get all -n sql-studio
kubectl get --raw /readyz?verbose
kubectl describe pod "$POD_NAME" -n sql-studio
kubectl describe deployment sql-studio-backend -n sql-studio | grep -A5 Limits
kubectl describe secret sql-studio-tls
kubectl describe node "$NODE"
kubectl logs -n sql-studio -l app=sql-studio-backend --tail=-1 --prefix
kubectl logs -n sql-studio "$POD_NAME" --previous
kubectl logs deploy/sql-studio-backend --since=10m | grep -i error
kubectl logs "$POD_NAME" -c app --timestamps | tail -n 100 > app.log
kubectl top pods -n sql-studio
kubectl top pod --containers --sort-by=memory
kubectl top nodes
kubectl explain deployment.spec.strategy
kubectl events --for pod/"$POD_NAME" --types=Warning
kubectl diff -f inventory/
kubectl api-resources --namespaced=true -o name
kubectl api-versions
kubectl version
kubectl version --client -o json
kubectl cluster-info
kubectl cluster-info dump --output-directory=dump
kubectl auth can-i delete pods -n sql-studio
kubectl auth can-i --list
kubectl auth whoami
kubectl rollout status deployment/sql-studio-backend -n sql-studio --timeout=5m
kubectl rollout history deployment/sql-studio-backend --revision=3
kubectl config view --minify
kubectl config current-context
kubectl config get-contexts
kubectl wait --for=condition=Ready pod -l app=web --timeout=120s
kubectl exec -n sql-studio deploy/web -- cat /proc/meminfo
kubectl exec "$POD_NAME" -n sql-studio -- df -h
kubectl exec -it "$POD_NAME" -- ls -la /data
kubectl exec "$POD_NAME" -- curl -s localhost:8080/health
kubectl exec deploy/web -- nc -zv redis 6379
kubectl exec deploy/web -- sh -c 'ps aux | sort -k4 -r | head'
kubectl exec deploy/redis -- redis-cli INFO memory
kubectl exec deploy/pg -- psql -U app -c 'select count(*) from pg_stat_activity'
kubectl exec -i deploy/pg -- psql -tAc "SELECT now()"
kubectl exec "$POD_NAME" -c app -- printenv HOSTNAME
kubectl exec web -- wget -qO- http://localhost:8080/metrics
kubectl cp sql-studio/web:/tmp/heap.prof ./heap.prof
kubectl apply -f deploy.yaml --dry-run=server
kubectl apply -k overlays/prod --dry-run=client -o yaml
kubectl delete pod web --dry-run=client
kubectl create deployment web --image=nginx --dry-run=client -o yaml
kubectl drain node-1 --dry-run=client --ignore-daemonsets
kubectl label pods web --list
kubectl set env deployment/web --list
kubectl set image deploy/web web=nginx:1.27 --local -f deploy.yaml -o yaml
kubectl apply view-last-applied deploy/web
kubectl kustomize overlays/prod
kubectl plugin list
kubectl get pods --help
kubectl tree deployment web
kubectl neat get pod web -o yaml
kubectl get pods -n "$NAMESPACE" --watch=false
= read blocking
kubectl get pods -n sql-studio -w
kubectl get pods --watch
kubectl logs -f deploy/web
kubectl logs -fn sql-studio web
kubectl logs --follow -l app=web --max-log-requests=10
kubectl port-forward -n sql-studio svc/sql-studio-backend 8080:8080
kubectl proxy --port=8001
kubectl attach web
kubectl exec web -- tail -f /var/log/app.log
= read secrets
kubectl get secret sql-studio-tls -n sql-studio -o yaml
kubectl get secret db -o jsonpath='{.data.password}' | base64 -d
kubectl get secrets -o json
kubectl get secret/db -o go-template='{{.data.password}}'
kubectl config view --raw
kubectl exec -n sql-studio deploy/web -- env
kubectl exec web -- printenv
kubectl exec web -- sh -c 'env | grep DB_'
kubectl exec web -- cat /var/run/secrets/kubernetes.io/serviceaccount/token
= change
kubectl apply -f deploy.yaml
kubectl create namespace staging
kubectl create job manual --from=cronjob/backup
kubectl patch hpa web -p '{"spec":{"minReplicas":4}}'
kubectl scale deployment/web --replicas=4 -n sql-studio
kubectl scale --replicas 3 deploy web
kubectl autoscale deployment web --min=2 --max=10
kubectl rollout restart deployment/web -n sql-studio
kubectl rollout undo deployment/web --to-revision=3
kubectl rollout pause deployment/web
kubectl set image deployment/web web=ghcr.io/app:1.2.3
kubectl set env deployment/web LOG_LEVEL=debug
kubectl set resources deployment web --limits=memory=2Gi
kubectl label node node-1 disk=ssd --overwrite
kubectl annotate deploy web kubernetes.io/change-cause="rollback"
kubectl taint nodes node-1 dedicated=gpu:NoSchedule
kubectl cordon node-1
kubectl uncordon node-1
kubectl replace -f deploy.yaml
kubectl expose deployment web --port=80
kubectl config use-context prod
kubectl config set-context --current --namespace=sql-studio
kubectl certificate approve csr-1
kubectl run tmp --image=busybox --rm -i --restart=Never -- nslookup web
kubectl debug node/node-1 --image=busybox -- ls /host
kubectl cp ./fix.sql sql-studio/pg-0:/tmp/fix.sql
kubectl exec web -- kill -HUP 1
kubectl exec web -- touch /etc/maintenance
kubectl argo rollouts promote web
= change interactive
kubectl edit deployment web -n sql-studio
kubectl exec -it "$POD_NAME" -n sql-studio -- /bin/sh
kubectl exec -it web -- bash
kubectl exec -it deploy/pg -- psql -U app
kubectl run -it --rm debug --image=busybox -- sh
kubectl debug -it web --image=busybox
= change secrets
kubectl create token deployer
= destroy
kubectl delete pod "$POD_NAME" -n sql-studio
kubectl delete pods -l app=web --force --grace-period=0
kubectl delete certificate sql-studio-tls
kubectl delete -f deploy.yaml
kubectl drain node-1 --ignore-daemonsets --delete-emptydir-data
kubectl replace --force -f deploy.yaml
kubectl apply --prune -f inventory/ -l app=web
kubectl scale deployment/web --replicas=0
kubectl scale --replicas 0 deploy/web
kubectl get pods -o name | xargs -r kubectl delete
kubectl exec web -- rm -rf /data/cache
kubectl exec deploy/redis -- redis-cli FLUSHALL
kubectl exec deploy/pg -- psql -c "DELETE FROM sessions WHERE user_id = '$ID'"
= read
curl -fsS http://localhost:8080/health
curl -s "http://prometheus:9090/api/v1/query" --data-urlencode 'query=up'
curl -fsS --max-time 40 -o cpu.prof "http://localhost:8080/debug/pprof/profile?seconds=30"
curl -I https://sqlstudio.io
curl -G http://localhost:9090/api/v1/query --data-urlencode 'query=up{job="web"}'
go tool pprof -top http://localhost:8080/debug/pprof/heap
go tool pprof -svg -output heap.svg heap.prof
grep -c '"status":5' app.log
awk '{print $7}' access.log | sort | uniq -c | sort -rn | head -20
jq -r 'select(.level == "error") | .msg' app.log
sed -n '1,20p' app.log
dig +short sqlstudio.io
ping -c 3 redis
tcpdump -c 100 -i eth0 port 5432
openssl x509 -in cert.pem -noout -dates
echo | openssl s_client -connect sqlstudio.io:443 2>/dev/null | openssl x509 -noout -enddate
psql "$DATABASE_URL" -c 'SELECT * FROM pg_stat_activity'
psql "$DATABASE_URL" -c "explain select 1"
turso db shell sql-studio "SELECT count(*) FROM users"
turso db list
redis-cli -h redis INFO
redis-cli SLOWLOG GET 10
helm list -n sql-studio
helm history web
helm upgrade web ./chart --dry-run
systemctl status nginx
journalctl -u nginx --since '1 hour ago'
docker ps -a
docker logs --tail 100 web
aws ec2 describe-instances --region eu-west-1
gcloud container clusters list
az aks show -g rg -n cluster
git log --oneline -5
git branch -a
sleep 5; kill %1
terraform plan
cmctl status certificate sql-studio-tls -n sql-studio
promtool check rules alerts.yml
amtool alert query severity=critical
ssh "$HOST" uptime
timeout 10 bash -c 'until nc -z redis 6379; do sleep 1; done'
= read blocking
curl -N http://localhost:8080/events
go tool pprof -http=:8081 heap.prof
nc -l 8080
tail -f /var/log/syslog
tail -n 50 -F app.log
journalctl -fu nginx
ping redis
tcpdump -i eth0
docker logs -f web
stern web
redis-cli MONITOR
= read interactive
go tool pprof http://localhost:8080/debug/pprof/heap
less app.log
= read interactive blocking
watch -n 5 kubectl get pods
top
= change
curl -X POST http://localhost:9093/api/v2/silences -d @silence.json
curl -sXPUT http://localhost:8080/flags
curl -F file=@x http://localhost:8080/upload
sed -i 's/a/b/' config.yaml
psql -c 'select pg_terminate_backend(42)'
psql -c "UPDATE users SET locked = false WHERE id = '$ID'"
mysql -e 'insert into t values (1)'
redis-cli SET key value
helm rollback web 3
kill "$PID"
git tag v1.2.0
systemctl restart nginx
sudo systemctl reload nginx
docker restart web
aws autoscaling set-desired-capacity --desired-capacity 4
cmctl renew sql-studio-tls -n sql-studio
amtool silence add alertname=HighErrorRate
terraform apply
git push
ansible-playbook site.yml
./scripts/deploy.sh
frobnicate --now
"$TOOL" status
= change interactive
vi config.yaml
psql "$DATABASE_URL"
redis-cli -h redis
turso db shell sql-studio
ssh "$HOST"
= destroy
rm -rf /tmp/cache
sudo reboot
kill -9 "$PID"
dd if=/dev/zero of=/dev/sdb
mkfs.ext4 /dev/sdb
curl -X DELETE http://localhost:9091/metrics/job/x
psql -c 'DROP TABLE sessions'
psql -c 'update users set locked = true'
mysql -e 'truncate table logs'
redis-cli DEL "session:$ID"
helm uninstall web
docker system prune -af
aws ec2 terminate-instances --instance-ids "$ID"
terraform destroy -auto-approve
git reset --hard HEAD~1
find /var/log -name '*.gz' -delete
ssh "$HOST" 'sudo rm -rf /var/cache/app'
`;

export const CALLS: readonly Call[] = TABLE.trim()
  .split(/^= /m)
  .slice(1)
  .flatMap(section => {
    const [head = '', ...lines] = section.trim().split('\n');
    const [effect = '', ...traits] = head.split(' ');
    return lines.map(script => ({script, effect, traits: traits.join(' ')}));
  });
