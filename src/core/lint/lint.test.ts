import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Input} from '../document';
import {formatText} from '../report';
import {applyFixes} from './fix';
import {lint} from './lint';
import type {LintOptions} from './lint';
import type {LintEvent} from './progress';
import {defineRule} from './rule';

const PAGE = {path: 'a.md', source: '```bash\nkubectl edit deployment web\n```\n'};

describe('lint', () => {
  it('gives a rule the severity that the project wants, or silence', () => {
    const rule = 'kubectl/no-editor';
    expect(lint([PAGE]).map(({severity}) => severity)).toEqual(['warning']);
    expect(lint([PAGE], {rules: {[rule]: 'error'}}).map(({severity}) => severity)).toEqual([
      'error',
    ]);
    expect(lint([PAGE], {rules: {[rule]: 'off'}})).toEqual([]);
  });

  it('orders findings by path, line, column and rule', () => {
    const source = '```bash\nkubectl logs <a> <b>; kubectl edit pod POD_NAME\n```\n';
    const findings = lint([
      {path: 'b.md', source},
      {path: 'a.md', source},
    ]);
    const order = findings.map(({path, column, rule}) => `${path}:${column} ${rule.split('/')[1]}`);
    expect(order).toEqual([
      'a.md:14 no-angle-placeholder',
      'a.md:18 no-angle-placeholder',
      'a.md:23 no-editor',
      'a.md:40 no-bare-placeholder',
      'b.md:14 no-angle-placeholder',
      'b.md:18 no-angle-placeholder',
      'b.md:23 no-editor',
      'b.md:40 no-bare-placeholder',
    ]);
  });

  it('finds the call behind sudo, xargs, watch and in a script of its own', () => {
    const source = [
      '```bash',
      'sudo kubectl edit pod/a',
      'echo a | xargs -n1 kubectl edit pod',
      "bash -c 'kubectl edit pod/a'",
      'echo "$(kubectl edit pod/a)"',
      'watch "kubectl edit pod/a"',
      '```',
    ].join('\n');
    const places = lint([{path: 'a.md', source}]).map(({line, column}) => `${line}:${column}`);
    expect(places).toEqual(['2:6', '3:20', '4:10', '5:9', '6:8']);
  });

  it('places findings in fences inside lists and quotes', () => {
    const source = '> 1. Look:\n>\n>    ~~~sh\n>    kubectl edit pod/a\n>    ~~~\n';
    expect(lint([{path: 'a.md', source}]).map(({line, column}) => [line, column])).toEqual([
      [4, 6],
    ]);
  });

  it('says that a file of the inventory cannot be read, though only pages are linted', () => {
    const inventory = {rules: [{path: 'rules.yml', source: 'groups: nothing\n'}]};
    expect(lint([PAGE], {inventory}).map(({path, rule}) => `${path} ${rule}`)).toEqual([
      'a.md kubectl/no-editor',
      'rules.yml inventory/no-unreadable-file',
    ]);
  });

  it('lets a page use the inputs of the project, and its own first', () => {
    const shared = {
      description: 'The namespace',
      type: 'namespace',
      example: null,
      default: null,
      values: [],
      choices: null,
    } as const;
    const source = '```bash {"name":"pods"}\nkubectl get pods -n "$NS"\n```\n';
    const rule = 'runbook/no-undeclared-input';
    const said = (inputs: readonly Input[]) =>
      lint([{path: 'a.md', source}], {inputs}).filter(finding => finding.rule === rule).length;
    expect([said([]), said([{...shared, name: 'NS'}])]).toEqual([1, 0]);
  });

  it('says which files could not be read', () => {
    const unreadable = [
      {path: 'b.md', reason: 'no permission', part: 'page'},
      {path: 'c.yml', reason: 'no permission', part: 'inventory'},
    ] as const;
    expect(lint([], {unreadable}).map(({path, rule, message}) => [path, rule, message])).toEqual([
      ['b.md', 'runbook/no-unreadable-page', 'Found no permission, expected text in UTF-8.'],
      ['c.yml', 'inventory/no-unreadable-file', 'Found no permission, expected text in UTF-8.'],
    ]);
  });

  it('runs rules from elsewhere, with their severities', () => {
    const plugin = defineRule({
      id: 'tool/no-foo',
      summary: 'Disallow foo',
      why: 'Because.',
      severity: 'error',
      messages: {foo: 'Found `foo`, expected `bar`.'},
      examples: {
        good: [{title: 'bar', source: '```sh\nbar\n```\n'}],
        bad: [{title: 'foo', source: '```sh\nfoo\n```\n', reports: ['2:1-2:4 Found `foo`.']}],
      },
      check: ({report}) => ({
        command({command, place}) {
          if (command.name?.value !== 'foo') return;
          const {start, end} = command.name;
          report({at: place(start, end), message: 'foo', data: {}});
        },
      }),
    });
    const files = [{path: 'a.md', source: '```sh\nfoo\n```\n'}];
    const said = (options: LintOptions) =>
      lint(files, {plugins: [plugin], ...options}).map(({rule, severity}) => [rule, severity]);
    expect(said({})).toEqual([['tool/no-foo', 'error']]);
    expect(said({rules: {'tool/no-foo': 'off'}})).toEqual([]);
  });

  it('tells what it has checked', () => {
    const events: LintEvent[] = [];
    lint([PAGE], {observe: event => events.push(event)});
    expect(events).toEqual([
      {kind: 'phase', phase: 'parse'},
      {kind: 'phase', phase: 'inventory'},
      {kind: 'phase', phase: 'rules'},
      {kind: 'checked', path: 'a.md', blocks: 1, commands: 1, queries: 0},
    ]);
  });

  it('never throws, and mends to an end, whatever it is given', () => {
    const piece = fc.constantFrom(
      '```bash\n',
      '```\n',
      '```promql\n',
      '~~~',
      '> ',
      '- [ ] ',
      '  ',
      '\t',
      '\r\n',
      '\n',
      '# ',
      'kubectl logs -l a=b | grep x',
      'kubectl exec a env',
      'kubectl logs deployment web',
      '<pod>',
      'POD_NAME',
      'â†’',
      'Ã©',
      ':::danger Title\n',
      '[a](b.md#c)',
      '---\n',
      'runbook:\n  alert: A\n',
      '{"name":"a"}',
      '$ ',
      '“x”',
      '–n',
      ' \\ \n',
      'curl http://a/?a=1&b=2',
      '<<EOF',
      "'",
      '"',
      '`',
      '${',
      '$(',
      'sum(rate(x[5m]))',
      '<!-- runbook-ignore ',
      ' -->',
      '\u0000',
      '\ud800',
      '\uFEFF',
      '[[$x]]',
      '<a href="#x">',
    );
    const source = fc.array(piece, {maxLength: 30}).map(parts => parts.join(''));
    fc.assert(
      fc.property(source, fc.constantFrom('a.md', 'a.mdx', 'a.yml'), (text, path) => {
        const findings = lint([{path, source: text}]);
        formatText(findings, {files: 1, sources: new Map([[path, text]])});
        let current = text;
        for (let round = 0; round < 20; round++) {
          const next = applyFixes(current, lint([{path, source: current}]));
          if (next === current) return;
          current = next;
        }
        expect.fail(`still changes: ${JSON.stringify(text)}`);
      }),
      {numRuns: 300, seed: 11},
    );
  });
});
