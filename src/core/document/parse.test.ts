import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseRunbook} from './parse';

const parse = (source: string, path = 'docs/runbooks/pods.md') => parseRunbook(source, {path});

const brief = (source: string, path?: string) =>
  parse(source, path).runbook.steps.map(
    ({id, kind, phase, line}) => `${line} ${kind} ${id} ${phase}`,
  );

const problems = (source: string) =>
  parse(source).problems.map(
    ({code, span, found}) => `${span.start.line}:${span.start.column} ${code}: ${found}`,
  );

describe('parseRunbook', () => {
  it('reads commands, queries and manual steps in document order', () => {
    const source = [
      '# Pods',
      '## Diagnosis',
      '```bash {"name":"list-pods"}',
      'kubectl get pods -n shop',
      '```',
      '- [ ] Look at the dashboard',
      '## Verification',
      '```promql {"name":"errors","expect":"< 0.05","within":"10m","every":"15s"}',
      'sum(rate(errors_total[5m]))',
      '```',
    ].join('\n');
    expect(parse(source).runbook).toMatchInlineSnapshot(`
      {
        "alerts": [],
        "description": null,
        "inputs": [],
        "path": "docs/runbooks/pods.md",
        "severity": null,
        "slug": "pods",
        "steps": [
          {
            "background": false,
            "cwd": null,
            "effect": "read",
            "excludeFromRunAll": false,
            "exit": [
              0,
            ],
            "hash": "ff6a111a4689046de419cda8a45cd7a27c8d79a6758fb47496aaa65c7d70f63a",
            "id": "pods#list-pods",
            "inputs": [],
            "interactive": false,
            "kind": "command",
            "language": "bash",
            "line": 3,
            "name": "list-pods",
            "needs": [],
            "phase": "diagnosis",
            "ready": null,
            "script": "kubectl get pods -n shop",
            "timeout": null,
            "title": null,
            "traits": [],
            "undo": null,
          },
          {
            "effect": "read",
            "hash": "cca8fe0b330380dce4094adf8b794c06c3eeda446678d3d4ce76b7b4d3b8032a",
            "id": "pods#look-at-the-dashboard",
            "inputs": [],
            "kind": "manual",
            "line": 6,
            "name": "look-at-the-dashboard",
            "phase": "diagnosis",
            "text": "Look at the dashboard",
            "title": null,
            "traits": [],
          },
          {
            "effect": "read",
            "every": "15s",
            "excludeFromRunAll": false,
            "expect": "< 0.05",
            "expr": "sum(rate(errors_total[5m]))",
            "hash": "178e1060dfed314dc1a56e5f4854b66f93ccf4e455bbe019afc570c16cdc5925",
            "id": "pods#errors",
            "inputs": [],
            "kind": "query",
            "line": 8,
            "name": "errors",
            "phase": "verification",
            "title": null,
            "traits": [],
            "within": "10m",
          },
        ],
        "title": "Pods",
      }
    `);
  });

  it('keeps an untagged block as documentation', () => {
    const {runbook, blocks, isRunbook} = parse('```bash\nkubectl get pods\n```\n- [ ] tick\n');
    expect({steps: runbook.steps, blocks: blocks.length, isRunbook}).toEqual({
      steps: [],
      blocks: 1,
      isRunbook: false,
    });
  });

  it.each([
    [
      'in lists three deep',
      '1. a\n   - b\n     1. c\n        ```sh {"name":"x"}\n        ls\n        pwd\n        ```\n',
      'ls\npwd',
    ],
    ['in a quote', '> ```sh {"name":"x"}\n> ls\n> pwd\n> ```\n', 'ls\npwd'],
    ['between tildes', '~~~bash {"name":"x"}\nls\npwd\n~~~\n', 'ls\npwd'],
    ['with CRLF', '```bash {"name":"x"}\r\nls\r\npwd\r\n```\r\n', 'ls\npwd'],
    ['with tabs', '-\ta\n\n\t```bash {"name":"x"}\n\tls\n\tpwd\n\t```\n', 'ls\npwd'],
    ['that never ends', '```bash {"name":"x"}\nls\npwd', 'ls\npwd'],
    ['behind a byte order mark', '\uFEFF```bash {"name":"x"}\nls\npwd\n```\n', 'ls\npwd'],
    [
      'inside a directive',
      ':::warning[Mind]\n\n```bash {"name":"x"}\nls\npwd\n```\n\n:::\n',
      'ls\npwd',
    ],
    ['behind an HTML comment', '<!-- note -->\n```bash {"name":"x"}\nls\npwd\n```\n', 'ls\npwd'],
  ])('reads a fence %s', (_, source, script) => {
    expect(parse(source).runbook.steps).toEqual([expect.objectContaining({script})]);
  });

  it.each([
    [
      'in lists three deep',
      '1. a\n   - b\n     1. c\n        ```sh\n        ls\n        pwd\n        ```\n',
    ],
    ['in a quote', '> ```sh\n> ls\n> pwd\n> ```\n'],
    ['with CRLF', '```sh\r\nls\r\npwd\r\n```\r\n'],
    ['with tabs', '-\ta\n\n\t```sh\n\tls\n\tpwd\n\t```\n'],
    ['that is indented', 'a\n\n    ls\n    pwd\n'],
  ])('places the text of a block %s', (_, source) => {
    const [block] = parse(source).blocks;
    const at = block?.text.indexOf('pwd') ?? -1;
    const span = block?.place(at, at + 3);
    expect(source.slice(span?.start.offset, span?.end.offset)).toBe('pwd');
  });

  it('names manual steps by their text and keeps the names apart', () => {
    const source =
      '---\nrunbook: {alert: A}\n---\n## Check pods\n- [ ] Check pods\n- [x] Check pods\n- [ ] Wait until 10:30\n- [ ] **!**\n';
    expect(parse(source).runbook.steps.map(({name}) => name)).toEqual([
      'check-pods-1',
      'check-pods-2',
      'wait-until-1030',
      'task',
    ]);
  });

  it('reads MDX by the name of the file', () => {
    const source =
      'import X from "./x";\n\n<X>\n\n  ```bash {"name":"in-jsx"}\n  ls\n  ```\n\n</X>\n\n{/* a comment */}\n';
    expect(brief(source, 'a/pods.mdx')).toEqual(['5 command pods#in-jsx null']);
  });

  it('reads what is no MDX as Markdown and says so', () => {
    const source = 'A pod <pod> here\n\n```bash {"name":"x"}\nls\n```\n';
    const {runbook, problems: found} = parse(source, 'a/pods.mdx');
    expect(runbook.steps.map(({name}) => name)).toEqual(['x']);
    expect(found.map(({code}) => code)).toEqual(['unreadable-mdx']);
  });

  it('says what is wrong with a tag and keeps what is right', () => {
    const source = [
      '```bash {"name":"a","efect":"read","timeout":"soon"}',
      'ls',
      '```',
      '```bash {"name":"Two words"}',
      'ls',
      '```',
      '```bash {"name":"b"',
      'ls',
    ].join('\n');
    expect(problems(source)).toMatchInlineSnapshot(`
      [
        "1:36 tag-value: timeout",
        "1:21 tag-value: efect",
        "4:10 tag-value: name",
        "7:4 unclosed-fence: bash {"name":"b"",
        "7:9 tag-syntax: text that is no JSON object",
      ]
    `);
    expect(parse(source).runbook.steps.map(({name}) => name)).toEqual(['a', 'b']);
  });

  it('raises an effect by a tag and never lowers it', () => {
    const source =
      '```sh {"name":"a","effect":"change"}\nkubectl get pods\n```\n```sh {"name":"b","effect":"read"}\nkubectl delete ns shop\n```\n';
    const steps = parse(source).runbook.steps;
    expect(steps.map(({effect}) => effect)).toEqual(['change', 'destroy']);
  });

  it('gives a step another hash when what it does changes, and the same when only its place does', () => {
    const hash = (source: string) => parse(source).runbook.steps[0]?.hash;
    const block = '```sh {"name":"a"}\nls\n```\n';
    expect(hash(`# Title\n\n${block}`)).toBe(hash(block));
    expect(hash(block.replace('ls', 'ls -l'))).not.toBe(hash(block));
    expect(hash(block.replace('"a"', '"a","timeout":"5s"'))).not.toBe(hash(block));
  });

  it('reads 10,000 lines', () => {
    const source = '## Step\n\n```bash\nkubectl get pods -n shop\n```\n\n'.repeat(1700);
    expect(parse(source).blocks).toHaveLength(1700);
  });

  it.each([
    ['quotes', '>'.repeat(10_000)],
    ['lists', Array.from({length: 2000}, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['brackets', '['.repeat(20_000)],
    ['emphasis', '*a _b '.repeat(5_000)],
    ['substitutions', `\`\`\`bash\n${'$('.repeat(5_000)}\n\`\`\`\n`],
  ])('ends on endless nesting of %s', (_, source) => {
    expect(parse(source).path).toBe('docs/runbooks/pods.md');
  });

  it('reads any bytes without throwing, with every place inside the file', () => {
    const pieces = fc.constantFrom(
      '```bash {"name":"a"}\n',
      '```\n',
      '~~~\n',
      '> ',
      '- [ ] ',
      '\t',
      '    ',
      '\n',
      '\r\n',
      '\r',
      '---\n',
      'runbook:\n  alert: A\n',
      '# ',
      '**Diagnosis:**\n',
      '<pod>',
      '<!--',
      '-->',
      '$(',
      '"',
      '\u0000',
      '😀',
      '```promql {"name":"q"}\n',
      'up{',
      '}',
      ':::note\n',
      '[a](b.md#c)',
      '{#id}',
      '\uFEFF',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, {maxLength: 40}).map(list => list.join('')),
        source => {
          const document = parse(source);
          for (const {span} of [...document.blocks, ...document.problems, ...document.steps]) {
            expect(span.end.offset).toBeLessThanOrEqual(source.length);
          }
        },
      ),
      {seed: 1, numRuns: 300},
    );
  });
});

describe('the real pages', () => {
  it('have no problem', () => {
    const path = 'docs/runbooks/high-error-rate.md';
    const source = readFileSync(join(__dirname, '../../..', path), 'utf8');
    expect(parse(source, path).problems).toEqual([]);
  });
});
