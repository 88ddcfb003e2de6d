import type {LocatedStep} from '../../../document';
import {defineRule} from '../../rule';
import {tagEntry} from '../../runbook/tag-entry';

export default defineRule({
  id: 'runbook/no-circular-needs',
  summary: 'Disallow steps that need each other',
  why: 'None of them can come first, so the runner refuses all of them.',
  severity: 'error',
  messages: {
    circle:
      'Found `needs` that lead back to the step itself: {{circle}}; expected one that needs nothing.',
  },
  examples: {
    good: [
      {
        title: 'a chain',
        source:
          '```bash {"name":"heap","needs":"forward"}\ncurl -f localhost:8080\n```\n\n```bash {"name":"forward","background":true,"ready":"port:8080"}\nkubectl port-forward svc/web 8080\n```\n',
      },
    ],
    bad: [
      {
        title: 'a circle of two, and a step that needs itself',
        source:
          '```bash {"name":"save","needs":"pause"}\ncp a b\n```\n\n```bash {"name":"pause","needs":"save"}\nsleep 1\n```\n\n```bash {"name":"wait","needs":"wait"}\nsleep 1\n```\n',
        reports: [
          '1:24-1:39 Found `needs` that lead back to the step itself: `save` → `pause` → `save`; expected one that needs nothing.',
          '9:24-9:38 Found `needs` that lead back to the step itself: `wait` → `wait`; expected one that needs nothing.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        // A page for people has some dozens; the search is quadratic.
        if (document.steps.length > 2_000) return;
        const reported = new Set<string>();
        const needs = new Map(document.steps.map(({step}) => [step.name, needsOf({step})]));
        for (const {step, block, nameSpan} of document.steps) {
          const circle = reported.has(step.name) ? undefined : circleFrom(step.name, needs);
          if (circle === undefined) continue;
          circle.forEach(name => reported.add(name));
          const at = (block && tagEntry(block, document, 'needs')?.at) ?? nameSpan;
          const shown = circle.map(name => `\`${name}\``).join(' → ');
          report({at, message: 'circle', data: {circle: shown}});
        }
      },
    };
  },
});

function needsOf({step}: Pick<LocatedStep, 'step'>): readonly string[] {
  return step.kind === 'command' ? step.needs : [];
}

/** The shortest way from a step back to itself, both ends included; breadth first, each step once. */
function circleFrom(
  start: string,
  needs: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const from = new Map<string, string>();
  const queue = [start];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    for (const next of needs.get(name) ?? []) {
      if (next === start) return [...wayTo(name, from), start];
      if (from.has(next)) continue;
      from.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo(name: string, from: ReadonlyMap<string, string>): readonly string[] {
  const way: string[] = [];
  for (let at: string | undefined = name; at !== undefined; at = from.get(at)) way.unshift(at);
  return way;
}
