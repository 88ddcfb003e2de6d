import {chmodSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {delimiter, join} from 'node:path';
import process from 'node:process';
import {describe, expect, it, onTestFinished} from 'vitest';
import {cli} from '../run/cli';
import {projectOf} from './project';

const PODS = [
  '# Pods',
  '',
  '```bash {"name":"pods"}',
  'kubectl get pods | no-such-tool --pretty',
  'if command -v no-such-pager; then no-such-pager; fi',
  '```',
  '',
].join('\n');

const QUERY = '\n```promql {"name":"up"}\nup\n```\n';

/** A kubectl whose answers are the cases of a `case "$*" in`. */
function kubectlThat(...cases: readonly string[]): string {
  return `#!/bin/bash\ncase "$*" in\n${cases.map(line => `  ${line} ;;`).join('\n')}\nesac\n`;
}

const CLIENT = `*--client*) echo '{"clientVersion":{"gitVersion":"v1.31.2"}}'`;
const CONTEXTS = `'config get-contexts -o name') printf 'staging\\nprod\\n'`;
const CURRENT = `'config current-context') echo prod`;

async function doctor(
  files: Readonly<Record<string, string>>,
  {kubectl, args = []}: {readonly kubectl?: string; readonly args?: readonly string[]} = {},
) {
  const cwd = projectOf(files);
  const bin = mkdtempSync(join(cwd, 'bin-'));
  if (kubectl !== undefined) {
    writeFileSync(join(bin, 'kubectl'), kubectl);
    chmodSync(join(bin, 'kubectl'), 0o755);
  }
  const path = kubectl === undefined ? withoutKubectl(cwd) : process.env['PATH'];
  const env = {PATH: [bin, path].join(delimiter)};
  const {code, stdout, stderr} = await cli(['doctor', '--format', 'json', ...args], {cwd, env});
  expect(stderr).toBe('');
  const {checks}: {checks: readonly {name: string; verdict: string; found: string}[]} =
    JSON.parse(stdout);
  const shown = checks
    .filter(({name}) => name !== 'node' && name !== 'bash')
    .map(({name, verdict, found}) => `${verdict} ${name}: ${found}`);
  return {code, shown};
}

function withoutKubectl(cwd: string): string {
  const bin = mkdtempSync(join(cwd, 'path-'));
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of ['bash', 'sh', 'sleep', 'kill'].filter(name => has(folder, name))) {
      try {
        symlinkSync(join(folder, name), join(bin, name));
      } catch {
        // An earlier folder has it.
      }
    }
  }
  return bin;
}

function has(folder: string, name: string): boolean {
  try {
    return readdirSync(folder).includes(name);
  } catch {
    return false;
  }
}

describe('runbook doctor', () => {
  it('names the programs that are missing, with the runbooks that need them', async () => {
    expect(await doctor({'pods.md': PODS})).toEqual({
      code: 1,
      shown: [
        'fail kubectl: not found, and steps need it',
        'ok tools: 0 of 2 that the runbooks call are here',
        'warn no-such-pager: not found; pods can do without',
        'fail no-such-tool: not found; needed by pods',
      ],
    });
  });

  it('says which cluster answers, and that its version is far from kubectl', async () => {
    const both = `*) echo '{"clientVersion":{"gitVersion":"v1.31.2"},"serverVersion":{"gitVersion":"v1.28.0"}}'`;
    const kubectl = kubectlThat(CLIENT, CONTEXTS, CURRENT, both);
    const page = '# Nodes\n\n```bash {"name":"nodes"}\nkubectl get nodes\n```\n';
    expect(await doctor({'nodes.md': page}, {kubectl})).toEqual({
      code: 0,
      shown: [
        'ok kubectl: 1.31.2',
        'ok context: prod',
        'warn cluster: answers with 1.28.0, 3 minor versions from kubectl',
      ],
    });
  });

  it('fails where the cluster does not answer, and says why', async () => {
    const both = `*) echo '{"clientVersion":{"gitVersion":"v1.31.2"}}'; echo 'Unable to connect: no route' >&2; exit 1`;
    const kubectl = kubectlThat(CLIENT, CONTEXTS, CURRENT, both);
    const page = '# Nodes\n\n```bash {"name":"nodes"}\nkubectl get nodes\n```\n';
    expect(await doctor({'nodes.md': page}, {kubectl})).toEqual({
      code: 1,
      shown: [
        'ok kubectl: 1.31.2',
        'ok context: prod',
        'fail cluster: does not answer: Unable to connect: no route',
      ],
    });
  });

  it('gives a cluster that hangs a few seconds, and no more', async () => {
    const kubectl = kubectlThat(CLIENT, CONTEXTS, CURRENT, '*) sleep 600');
    const page = '# Nodes\n\n```bash {"name":"nodes"}\nkubectl get nodes\n```\n';
    const start = performance.now();
    const {code, shown} = await doctor({'nodes.md': page}, {kubectl});
    expect({code, last: shown.at(-1)}).toEqual({code: 1, last: 'fail cluster: no answer in 5 s'});
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('fails for a context that the kubeconfig does not have', async () => {
    const kubectl = kubectlThat(CLIENT, CONTEXTS, CURRENT, '*) exit 1');
    const page = '# Nodes\n\n```bash {"name":"nodes"}\nkubectl get nodes\n```\n';
    expect(await doctor({'nodes.md': page}, {kubectl, args: ['--context', 'prd']})).toEqual({
      code: 1,
      shown: ['ok kubectl: 1.31.2', 'fail context: `prd` is not in the kubeconfig'],
    });
  });

  it('warns of programs that are older than the target', async () => {
    const kubectl = kubectlThat(CLIENT, CONTEXTS, CURRENT, '*) exit 1');
    const {shown} = await doctor(
      {'pods.md': PODS, 'runbook.config.yaml': 'target:\n  kubectl: "1.33"\n'},
      {kubectl},
    );
    expect(shown[0]).toBe('warn kubectl: 1.31.2, and the runbooks are written for 1.33');
  });

  it('warns where no Prometheus is named, and fails where it does not answer', async () => {
    expect(await doctor({'up.md': `# Up\n${QUERY}`})).toEqual({
      code: 0,
      shown: ['warn prometheus: no server is named, and the query steps need one'],
    });
    const {code, shown} = await doctor(
      {'up.md': `# Up\n${QUERY}`},
      {args: ['--prometheus', 'http://127.0.0.1:9']},
    );
    expect(code).toBe(1);
    expect(shown).toEqual([
      expect.stringMatching(
        /^fail prometheus: Prometheus at http:\/\/127.0.0.1:9 cannot be reached/,
      ),
    ]);
  });

  it('says the version of the Prometheus that answers', async () => {
    const server = createServer(({url}, response) => {
      response.end(
        url === '/api/v1/status/buildinfo'
          ? '{"status":"success","data":{"version":"2.45.0"}}'
          : '{"status":"success","data":{"resultType":"vector","result":[]}}',
      );
    });
    onTestFinished(() => void server.close());
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const {code, shown} = await doctor(
      {'up.md': `# Up\n${QUERY}`, 'runbook.config.yaml': 'target:\n  prometheus: "3.1"\n'},
      {args: ['--prometheus', `http://127.0.0.1:${port}`]},
    );
    expect({code, shown}).toEqual({
      code: 0,
      shown: [
        `warn prometheus: 2.45.0 at http://127.0.0.1:${port}, and the runbooks are written for 3.1`,
      ],
    });
  });

  it('prints aligned lines, each trouble with what to do', async () => {
    const cwd = projectOf({'pods.md': '# Pods\n\n```bash {"name":"a"}\nno-such-tool\n```\n'});
    const {code, stdout} = await cli(['doctor'], {cwd});
    expect({code, stdout: stdout.replaceAll(/\d+(?:\.\d+)+/g, '<version>')}).toEqual({
      code: 1,
      stdout: [
        'ok    node          <version>',
        'ok    bash          <version>',
        'ok    tools         0 of 1 that the runbooks call are here',
        'fail  no-such-tool  not found; needed by pods',
        '                    Install `no-such-tool`, or mind those steps.',
        '',
        '1 thing is missing, 0 warnings.',
        '',
      ].join('\n'),
    });
  });
});
