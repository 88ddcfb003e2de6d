import type {Root} from 'mdast';
import {remark} from 'remark';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {VFile} from 'vfile';
import {describe, expect, test} from 'vitest';
import {parseRunbook} from '../../src/core';
import {attributeNames, readStepAttributes, stepAttributes} from './attributes';
import {readPageInputs} from './page-inputs';
import {remarkRunbook} from './remark-runbook';

const page = `---
title: Pod crash looping
runbook:
  alert: PodCrashLooping
  inputs:
    POD_NAME:
      description: The pod
      type: k8s-name
---

# Pod crash looping

## Diagnosis

\`\`\`bash {"name":"last-logs","timeout":"30s","exit":"0,1","undo":"nothing"} title="The last words"
kubectl logs "$POD_NAME" --previous
\`\`\`

1. In a list:

   \`\`\`promql {"name":"restarts","expect":"< 3","within":"10m","every":"15s"}
   increase(kube_pod_container_status_restarts_total[10m])
   \`\`\`

- [ ] Look at the *events*.

\`\`\`bash
kubectl get pods
\`\`\`
`;

describe('remark-runbook', () => {
  test('leaves the runbook that the core reads in the file', () => {
    const {file} = run(page, 'docs/runbooks/pod-crash-loop.md');
    const path = 'docs/runbooks/pod-crash-loop.md';
    expect(file.data.runbook).toEqual(parseRunbook(page, {path}).runbook);
  });

  test('marks the steps with strings alone, and nothing else', () => {
    expect(marks(run(page, 'pod-crash-loop.md').tree)).toMatchInlineSnapshot(`
      [
        {
          "data-runbook-inputs": "[{"name":"POD_NAME","description":"The pod","type":"k8s-name","example":null,"default":null,"values":[],"choices":null}]",
        },
        {
          "data-step": "last-logs",
          "data-step-effect": "read",
          "data-step-exit": "0,1",
          "data-step-id": "pod-crash-loop#last-logs",
          "data-step-inputs": "POD_NAME",
          "data-step-kind": "command",
          "data-step-timeout": "30s",
          "data-step-title": "The last words",
          "data-step-undo": "nothing",
          "data-step-uses": "POD_NAME:14:23:quoted",
        },
        {
          "data-step": "restarts",
          "data-step-effect": "read",
          "data-step-every": "15s",
          "data-step-expect": "< 3",
          "data-step-id": "pod-crash-loop#restarts",
          "data-step-kind": "query",
          "data-step-within": "10m",
        },
        {
          "data-step": "look-at-the-events",
          "data-step-effect": "read",
          "data-step-id": "pod-crash-loop#look-at-the-events",
          "data-step-kind": "manual",
          "id": "look-at-the-events",
        },
      ]
    `);
  });

  test('reads paths from the root that it is given', () => {
    const {file} = run(page, '/site/docs/runbooks/index.md', {root: '/site'});
    expect(file.data.runbook).toMatchObject({path: 'docs/runbooks/index.md', slug: 'runbooks'});
  });

  test('works in MDX', () => {
    const source = '# A\n\n<Note />\n\n```sh {"name":"a"}\ndate\n```\n';
    const {tree} = run(source, 'a.mdx');
    expect(marks(tree)).toEqual([expect.objectContaining({'data-step-id': 'a#a'})]);
  });

  test('takes a byte order mark for no part of the text', () => {
    const {file, tree} = run(`\uFEFF${page}`, 'pod-crash-loop.md');
    expect(file.data.runbook?.steps).toHaveLength(3);
    expect(marks(tree)).toHaveLength(4);
  });
});

describe('a query', () => {
  test('is laid out by our printer, and its inputs are found there', () => {
    const {tree} = run(queryPage("sum( up{pod='$POD_NAME'} )by(job)"), 'pods.md');
    const code = tree.children.find(node => node.type === 'code');
    expect(code).toMatchObject({
      value: 'sum by (job) (up{pod="$POD_NAME"})',
      data: {hProperties: {'data-step-uses': 'POD_NAME:22:31:"'}},
    });
  });

  test.each(['up  # by hand', 'up{', 'up == =='])(
    'is left alone where it is no plain query: %s',
    expr => {
      const {tree} = run(queryPage(expr), 'pods.md');
      expect(tree.children.filter(node => node.type === 'code')).toMatchObject([{value: expr}]);
    },
  );
});

describe('the inputs of a page', () => {
  test('stand above its first part, as they are declared', () => {
    const {tree} = run(page, 'pod-crash-loop.md');
    const at = tree.children.findIndex(({data}) => data !== undefined && 'hName' in data);
    expect(tree.children[at + 1]).toMatchObject({type: 'heading', depth: 2});
    const json = marks(tree)[0];
    expect(readPageInputs(Object.values(Object(json))[0])).toEqual([
      expect.objectContaining({name: 'POD_NAME', type: 'k8s-name'}),
    ]);
  });

  test.each([undefined, '', '{}', '[1]', '[{"name":"A"}]', '[{"name":"a b","values":[]}]'])(
    'are none in HTML that only looks like them: %s',
    json => expect(readPageInputs(json)).toEqual([]),
  );
});

describe('the attributes of a step', () => {
  test('are read back as they were written', () => {
    const [step] = parseRunbook(page, {path: 'pod-crash-loop.md'}).runbook.steps;
    const attributes = step && readStepAttributes(stepAttributes(step));
    expect(attributes).toMatchObject({
      name: 'last-logs',
      exit: '0,1',
      inputs: ['POD_NAME'],
      traits: [],
    });
  });

  test('keep the places of inputs, and none that is no place', () => {
    const uses = [{name: 'POD_NAME', start: 14, end: 23, as: 'quoted'}] as const;
    const [step] = parseRunbook(page, {path: 'pod-crash-loop.md'}).runbook.steps;
    const written = step && stepAttributes(step, {uses, goesOn: true});
    expect(readStepAttributes({...written})).toMatchObject({uses, goesOn: true});
    expect(
      readStepAttributes({...written, [attributeNames.uses]: 'A:1:2:x A:-1:2:word A:1'}),
    ).toMatchObject({uses: []});
  });

  test('are none where an effect is unknown', () => {
    const {id, name, kind, effect} = attributeNames;
    expect(
      readStepAttributes({[id]: 'a#b', [name]: 'b', [kind]: 'command', [effect]: 'x'}),
    ).toBeUndefined();
  });
});

function queryPage(expr: string): string {
  return `---\nrunbook:\n  inputs:\n    POD_NAME: {description: The pod}\n---\n\n\`\`\`promql {"name":"q"}\n${expr}\n\`\`\`\n`;
}

function run(source: string, path: string, options = {}) {
  const file = new VFile({value: source, path});
  const markdown = remark().use(remarkFrontmatter).use(remarkDirective).use(remarkGfm);
  const processor = path.endsWith('.mdx') ? markdown.use(remarkMdx) : markdown;
  const tree = processor.parse(file);
  unified().use(remarkRunbook, options).runSync(tree, file);
  return {file, tree};
}

function marks(tree: Root) {
  const found: unknown[] = [];
  visit(tree, node => {
    const properties = node.data && 'hProperties' in node.data ? node.data.hProperties : undefined;
    if (properties) found.push(properties);
  });
  return found;
}
