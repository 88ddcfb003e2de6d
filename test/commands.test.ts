import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {lint} from '../src/core';

const PATH = 'commands-that-are-right.md';

describe('commands that are right', () => {
  it('have no finding above an info', () => {
    const source = readFileSync(join(__dirname, 'fixtures', PATH), 'utf8');
    const findings = lint([{path: PATH, source}]).filter(({severity}) => severity !== 'info');
    expect(findings.map(({line, rule, message}) => `${line} ${rule} ${message}`)).toEqual([]);
  });
});

/** Each with what is said of it, beside infos and the lack of a limit. */
const WRONG: readonly (readonly [string, string])[] = [
  ['kubectl get pods \\  \n  -n x', 'shell/no-space-after-continuation'],
  ['kubectl get pods\n  --namespace x', 'shell/no-lost-continuation'],
  ['kubectl get pods –namespace x', 'shell/no-typographic-characters'],
  ['kubectl get pods &gt; pods.txt', 'shell/no-html-entity'],
  ['curl -X DELETE http://es:9200/jobs?state=failed&older=7d', 'shell/no-unquoted-ampersand'],
  ['awk "{ sum += $2 } END { print sum }" web.txt', 'tool/no-expanded-awk-field'],
  [`ssh web-1 "df -h | awk '{print $5}'"`, 'tool/no-expanded-awk-field'],
  ['grep "timeout|refused" web.txt', 'tool/no-extended-pattern'],
  ['curl -s http://web:8080/a > out.json', 'tool/require-curl-fail'],
  ['curl -sk https://10.0.0.1:6443/healthz', 'tool/no-insecure-tls'],
  [`curl 'http://prom:9090/api/v1/query?query=sum(rate(x{job="a"}[5m]))'`, 'tool/no-brace-query'],
  ['psql -h db -c "delete from sessions"', 'tool/require-sql-where'],
  ['psql -c "TRUNCATE sessions"', 'tool/no-sql-drop'],
  ['redis-cli keys "*"', 'tool/no-redis-keys'],
  ['redis-cli -n 1 FLUSHDB', 'tool/no-redis-flush'],
  ['sudo echo "x" > /etc/hosts', 'shell/no-sudo-redirect'],
  ['cat hosts | sort | uniq > hosts', 'shell/no-overwritten-input'],
  ['docker ps -aq | xargs docker rm -f', 'tool/require-xargs-no-run-if-empty'],
  ['wget -qO- https://get.sqlstudio.io | sudo bash -', 'shell/no-piped-installer'],
  ['DIR=; rm -rf / --no-preserve-root', 'shell/no-root-removal'],
  ['dd if=/dev/zero of=/dev/sda bs=1M', 'shell/no-disk-overwrite'],
  ['sudo reboot\nuptime', 'shell/no-command-after-reboot'],
  ['helm rollback web', 'tool/require-helm-revision'],
  ['helm uninstall web', 'tool/no-helm-uninstall'],
  ['helm upgrade web sqlstudio/web --reuse-values', 'tool/require-helm-version'],
  ['helm upgrade web ./chart --set replicas=3', 'tool/require-helm-values'],
  ['systemctl stop nginx', 'tool/require-systemctl-check'],
  ['curl -u ops:9vXr2mKqLw7 https://grafana.sqlstudio.io', 'shell/no-secret'],
  ['mysql -u root -p9vXr2mKqLw7 -e "SELECT 1"', 'shell/no-secret'],
  ['kubectl get pods -n {namespace}', 'shell/no-template-placeholder'],
  ['kubectl get pods -n "$NAMESPACE"', 'shell/no-unassigned-variable'],
  ['op@web-1:~$ date', 'shell/no-prompt'],
  ['curl -f localhost:8080/jobs?state=failed', 'shell/no-glob-in-address'],
  ['journalctl -u web | grep \'"level":"error"\'', 'tool/prefer-jq'],
  ["journalctl -u web | grep 'duration=[0-9]\\{4,\\}'", 'tool/no-digit-count-threshold'],
  ['go tool pprof http://web:8080/debug/pprof/heap', 'tool/no-interactive-pprof'],
  ["curl -m 30 'http://web:8080/debug/pprof/profile?seconds=30'", 'tool/no-short-max-time'],
];

describe('a command that is wrong', () => {
  it.each(WRONG)('%s breaks %s and nothing else', (command, rule) => {
    const findings = lint([{path: 'page.md', source: `\`\`\`bash\n${command}\n\`\`\`\n`}]);
    const found = findings.filter(({severity}) => severity !== 'info');
    expect([...new Set(found.map(finding => finding.rule))]).toEqual([rule]);
  });
});
