import {expect, test} from 'vitest';
import {parseRunbook} from '../../src/core';
import {proseSections} from './prose';

test('gives the text of a page by its headings, without markup and without its steps', () => {
  const source = `---
title: Pods
runbook: {}
---

# Pods

The **pods** of [the backend](./x.md) are in \`CrashLoopBackOff\`. <!-- secret -->

## Diagnosis

:::warning[Take care]
Look first.
:::

\`\`\`bash {"name":"pods"}
kubectl get pods
\`\`\`

- [ ] Tick me.

> A quote | with a bar

\`\`\`yaml
replicas: 2
\`\`\`
`;
  expect(proseSections(parseRunbook(source, {path: 'pods.md'}))).toEqual([
    {
      heading: undefined,
      anchor: undefined,
      prose: 'The pods of the backend are in CrashLoopBackOff .',
      code: '',
    },
    {
      heading: 'Diagnosis',
      anchor: 'diagnosis',
      prose: 'Take care Look first. A quote with a bar',
      code: 'replicas: 2',
    },
  ]);
});

test('begins behind the front matter where a page has no title in its text', () => {
  const document = parseRunbook('---\ntitle: A\n---\nHello.\n', {path: 'a.md'});
  expect(proseSections(document)).toEqual([
    {heading: undefined, anchor: undefined, prose: 'Hello.', code: ''},
  ]);
});
