import type {CommandStep, Input, ManualStep, QueryStep, Runbook, Step} from '../../core';

/** A command step of a page called `page`, with what matters to a test. */
export function commandStep(
  name: string,
  script: string,
  details: Partial<CommandStep> = {},
): CommandStep {
  return {
    kind: 'command',
    ...identity(name),
    language: 'bash',
    script,
    cwd: null,
    interactive: false,
    background: false,
    excludeFromRunAll: false,
    timeout: null,
    exit: [0],
    needs: [],
    ready: null,
    undo: null,
    ...details,
  };
}

export function queryStep(
  name: string,
  expr: string,
  details: Partial<QueryStep> = {},
): QueryStep {
  return {
    kind: 'query',
    ...identity(name),
    expr,
    expect: null,
    within: null,
    every: null,
    excludeFromRunAll: false,
    ...details,
  };
}

export function manualStep(name: string, text: string): ManualStep {
  return {kind: 'manual', ...identity(name), text};
}

export function runbookOf(steps: readonly Step[], inputs: readonly Input[] = []): Runbook {
  return {
    slug: 'page',
    title: 'Page',
    description: null,
    path: 'page.md',
    alerts: [],
    severity: null,
    inputs,
    steps: steps.map((step, index) => ({...step, line: index + 1})),
  };
}

export function inputOf(name: string, details: Partial<Input> = {}): Input {
  return {
    name,
    description: `The ${name}`,
    type: 'string',
    example: null,
    default: null,
    values: [],
    choices: null,
    ...details,
  };
}

function identity(name: string) {
  return {
    id: `page#${name}`,
    name,
    phase: null,
    effect: 'read' as const,
    traits: [],
    line: 1,
    hash: '',
    title: null,
    inputs: [],
  };
}
