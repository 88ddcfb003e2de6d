import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:net';
import type {Server} from 'node:net';
import {join} from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import type {Input, Step} from '../core';
import {isRunning, pidsIn, temporaryFolder} from './__fixtures__/processes';
import {commandStep, inputOf, manualStep, queryStep, runbookOf} from './__fixtures__/steps';
import type {Ask} from './ask';
import type {RunEvent} from './events';
import {resolveInputs} from './inputs';
import {makePlan, selectSteps} from './plan';
import type {Effect, Selection} from './plan';
import {spawn} from './process';
import type {QueryResponse} from './query';
import {runPlan} from './run-plan';

type Setup = {
  readonly inputs?: readonly Input[];
  readonly set?: Readonly<Record<string, string>>;
  readonly agreed?: Effect;
  readonly ask?: Partial<Ask>;
  readonly answers?: readonly QueryResponse[];
  readonly selection?: Partial<Selection>;
  readonly signal?: AbortSignal;
  readonly listen?: (event: RunEvent) => void;
};

const stop: Ask = {
  input: async () => ({kind: 'stop'}),
  consent: async () => 'stop',
  manual: async () => ({answer: 'stop', note: null}),
};

async function run(steps: readonly Step[], setup: Setup = {}) {
  const cwd = temporaryFolder();
  const runbook = runbookOf(steps, setup.inputs);
  const selected = selectSteps(runbook, {step: null, from: null, only: [], ...setup.selection});
  const {inputs} = resolveInputs(runbook.inputs, {
    steps: selected.steps.map(({step}) => step),
    set: new Map(Object.entries(setup.set ?? {})),
    env: {},
  });
  const plan = makePlan(
    runbook,
    {...selected, inputs},
    {
      agreed: setup.agreed ?? 'read',
      unattended: setup.ask === undefined,
      timeoutMs: 60_000,
      cwd,
      resolveCwd: path => join(cwd, path),
    },
  );
  const events: RunEvent[] = [];
  const answers = [...(setup.answers ?? [])];
  const asked: string[] = [];
  const result = await runPlan(plan, {
    spawn,
    ask: setup.ask === undefined ? null : {...stop, ...setup.ask},
    query: async expr => {
      asked.push(expr);
      const answer = answers.shift();
      if (answer === undefined) throw new Error('Asked once too often.');
      return answer;
    },
    emit: async event => {
      events.push(event);
      setup.listen?.(event);
    },
    signal: setup.signal ?? new AbortController().signal,
    now: () => performance.now(),
    env: {PATH: process.env['PATH']},
    cwd,
  });
  return {
    cwd,
    events,
    asked,
    result,
    outcome: result.outcome,
    steps: result.results.map(({step, outcome}) => [step.name, outcome] as const),
    output: outputOf(events),
  };
}

function outputOf(events: readonly RunEvent[]): string {
  return events
    .map(event => (event.kind === 'chunk' ? Buffer.from(event.bytes).toString() : ''))
    .join('');
}

const succeeded = {kind: 'succeeded'};

function uses(script: string): Step {
  return commandStep('use', script, {inputs: ['VALUE']});
}

function background(script: string, ready: string): Step {
  return commandStep('serve', script, {background: true, ready});
}

/** Below the range that the system hands out, so that no other test gets it meanwhile. */
async function listenOnFreePort(): Promise<{server: Server; port: number}> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const server = createServer();
  const isOurs = await new Promise<boolean>(resolve => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  return isOurs ? {server, port} : listenOnFreePort();
}

function answer(...values: readonly string[]): QueryResponse {
  const samples = values.map(text => ({labels: {}, text, value: Number(text)}));
  return {kind: 'answer', answer: {samples, warnings: [], infos: []}};
}

describe('a run', () => {
  it('carries out the steps in order', async () => {
    const {outcome, steps, output, events} = await run([
      commandStep('one', 'echo 1'),
      commandStep('two', 'echo 2 >&2'),
    ]);
    expect({outcome, steps, output}).toEqual({
      outcome: 'succeeded',
      steps: [
        ['one', succeeded],
        ['two', succeeded],
      ],
      output: '1\n2\n',
    });
    expect(events.map(({kind}) => kind)).toEqual([
      'plan',
      'step-started',
      'chunk',
      'step-ended',
      'step-started',
      'chunk',
      'step-ended',
      'run-ended',
    ]);
  });

  it('stops at the first step that fails', async () => {
    const {outcome, steps, output, result} = await run([
      commandStep('one', 'exit 3'),
      commandStep('two', 'echo 2'),
    ]);
    expect({outcome, steps, output}).toEqual({
      outcome: 'failed',
      steps: [['one', {kind: 'failed', failure: {kind: 'exit', exitCode: 3}}]],
      output: '',
    });
    expect(result.notBegun.map(({name}) => name)).toEqual(['two']);
  });

  it('takes an exit code that the tag accepts for success', async () => {
    const grep = commandStep('search', 'grep x /dev/null', {exit: [0, 1]});
    expect((await run([grep])).outcome).toBe('succeeded');
  });

  it('runs what a step needs before it, once', async () => {
    const {output} = await run(
      [
        commandStep('last', 'echo last', {needs: ['middle', 'first']}),
        commandStep('middle', 'echo middle', {needs: ['first'], excludeFromRunAll: true}),
        commandStep('first', 'echo first', {excludeFromRunAll: true}),
      ],
      {selection: {step: 'last'}},
    );
    expect(output).toBe('first\nmiddle\nlast\n');
  });

  it('starts a command where its tag says', async () => {
    const {output, cwd} = await run([
      commandStep('make', 'mkdir sub'),
      commandStep('there', 'pwd', {cwd: 'sub'}),
    ]);
    expect(output).toBe(`${join(cwd, 'sub')}\n`);
  });

  it('ends a step that takes too long, with all its processes', async () => {
    const file = join(temporaryFolder(), 'pids');
    const script = `
      (trap '' TERM; echo "$BASHPID" >> "${file}"; while true; do sleep 0.1; done) &
      trap '' TERM; echo "$$" >> "${file}"; while true; do sleep 0.1; done`;
    const {steps, outcome} = await run([
      commandStep('slow', script, {timeout: '500ms'}),
      commandStep('next', 'echo next'),
    ]);
    expect({steps, outcome}).toEqual({
      steps: [['slow', {kind: 'failed', failure: {kind: 'timeout', afterMs: 500}}]],
      outcome: 'failed',
    });
    expect((await pidsIn(file, {count: 2})).map(isRunning)).toEqual([false, false]);
  });

  it('ends its processes when it is interrupted', async () => {
    const file = join(temporaryFolder(), 'pids');
    const controller = new AbortController();
    const running = run(
      [commandStep('slow', `echo "$$" > "${file}"; sleep 1000`), commandStep('next', 'echo next')],
      {signal: controller.signal},
    );
    const pids = await pidsIn(file, {count: 1});
    controller.abort();
    const {steps, outcome, output} = await running;
    expect({steps, outcome, output}).toEqual({
      steps: [['slow', {kind: 'canceled'}]],
      outcome: 'interrupted',
      output: '',
    });
    expect(pids.map(isRunning)).toEqual([false]);
  });
});

describe('inputs', () => {
  it('reach a script as data, whatever they hold', async () => {
    for (const value of ['$(touch x)', '`touch x`', `"; touch x; '`, 'a\nb', '-n', '$VALUE', '']) {
      const {output, cwd} = await run([uses(`printf '%s' "$VALUE"`)], {
        inputs: [inputOf('VALUE')],
        set: {VALUE: value},
      });
      expect(output).toBe(value);
      expect(existsSync(join(cwd, 'x'))).toBe(false);
    }
  });

  it('are asked for before the step that uses them, until the answer fits', async () => {
    const replies = ['Web_1', 'web-1'];
    const seen: unknown[] = [];
    const {output, events} = await run(
      [commandStep('first', 'echo first'), uses('echo "$VALUE"')],
      {
        inputs: [inputOf('VALUE', {type: 'k8s-name', choices: 'printf "pod/a\npod/b\npod/a\n"'})],
        ask: {
          input: async ({choices, flaw}) => {
            seen.push([choices.values, flaw === null ? null : flaw.example]);
            return {kind: 'value', value: replies.shift() ?? ''};
          },
        },
      },
    );
    expect(output).toBe('first\nweb-1\n');
    expect(seen).toEqual([
      [['a', 'b'], null],
      [['a', 'b'], 'web-7c9d8b6f5-x2k4q'],
    ]);
    expect(events.find(({kind}) => kind === 'asked')).toMatchObject({answer: 'web-1'});
  });

  it('are masked in the plan that listeners see', async () => {
    const {events, output} = await run([uses('echo "$VALUE"')], {
      inputs: [inputOf('VALUE', {type: 'secret'})],
      set: {VALUE: 's3cr3t'},
    });
    expect(output).toBe('••••\n');
    expect(JSON.stringify(events)).not.toContain('s3cr3t');
  });

  it('are masked in output, queries and events if they are secret', async () => {
    const {events, output, asked} = await run(
      [
        uses('printf "a s3c"; sleep 0.2; echo "r3t b"'),
        commandStep('other', 'echo "${VALUE-unset}"'),
        queryStep('ask', 'up{token="$VALUE"}', {inputs: ['VALUE']}),
      ],
      {
        inputs: [inputOf('VALUE', {type: 'secret'})],
        ask: {input: async () => ({kind: 'value', value: 's3cr3t'})},
        answers: [
          {
            kind: 'answer',
            answer: {
              samples: [{labels: {token: 's3cr3t'}, text: '1', value: 1}],
              warnings: ['s3cr3t'],
              infos: [],
            },
          },
        ],
      },
    );
    expect(output).toBe('a •••• b\nunset\n');
    expect(asked).toEqual(['up{token="s3cr3t"}']);
    expect(JSON.stringify(events)).not.toContain('s3cr3t');
  });
});

describe('a person', () => {
  const change = commandStep('change', 'echo changed', {effect: 'change'});

  it('is asked before a change, and may run, skip or stop', async () => {
    const next = commandStep('next', 'echo next', {needs: ['change']});
    const outcomes = await Promise.all(
      (['run', 'skip', 'stop'] as const).map(async answer => {
        const {output, outcome, steps} = await run([change, next], {
          ask: {consent: async () => answer},
        });
        return {output, outcome, steps: steps.map(([, {kind}]) => kind)};
      }),
    );
    expect(outcomes).toEqual([
      {output: 'changed\nnext\n', outcome: 'succeeded', steps: ['succeeded', 'succeeded']},
      {output: '', outcome: 'succeeded', steps: ['skipped', 'skipped']},
      {output: '', outcome: 'stopped', steps: ['stopped']},
    ]);
  });

  it('is not asked about what was agreed to beforehand', async () => {
    expect((await run([change], {agreed: 'change', ask: {}})).output).toBe('changed\n');
  });

  it('ticks off manual steps; without one they are passed over', async () => {
    const steps = [manualStep('look', 'Look'), commandStep('next', 'echo next')];
    const attended = await run(steps, {
      ask: {manual: async () => ({answer: 'done', note: 'fine'})},
    });
    expect(attended.steps).toEqual([
      ['look', succeeded],
      ['next', succeeded],
    ]);
    const alone = await run(steps);
    expect(alone.steps).toEqual([
      ['look', {kind: 'skipped', why: {kind: 'nobody-there'}}],
      ['next', succeeded],
    ]);
  });
});

describe('a background step', () => {
  it('runs until the run ends, and is ready when its port answers', async () => {
    const {server, port: free} = await listenOnFreePort();
    await new Promise(resolve => server.close(resolve));
    const serve = `exec "${process.execPath}" -e 'require("net").createServer(s => s.end("hi\\n")).listen(${free}, "127.0.0.1", () => console.log(process.pid))'`;
    const {steps, output} = await run([
      background(serve, `port:${free}`),
      commandStep('use', `exec 3<>/dev/tcp/127.0.0.1/${free}; cat <&3`),
    ]);
    expect(steps).toEqual([
      ['use', succeeded],
      ['serve', succeeded],
    ]);
    const [pid, answer] = output.split('\n');
    expect(answer).toBe('hi');
    expect(isRunning(Number(pid))).toBe(false);
  });

  it('is ready when the line appears, also in pieces', async () => {
    const {steps, output} = await run([
      background(
        'printf "Forw" >&2; sleep 0.2; echo "arding from" >&2; sleep 1000',
        'log:Forwarding',
      ),
      commandStep('use', 'echo used'),
    ]);
    expect(steps).toEqual([
      ['use', succeeded],
      ['serve', succeeded],
    ]);
    expect(output).toBe('Forwarding from\nused\n');
  });

  it('is not started where another process has its port', async () => {
    const {server, port: taken} = await listenOnFreePort();
    const {steps, output} = await run([background('echo started; sleep 1000', `port:${taken}`)]);
    server.close();
    expect(steps).toEqual([
      ['serve', {kind: 'failed', failure: {kind: 'port-taken', port: taken}}],
    ]);
    expect(output).toBe('');
  });

  it('fails the run when it dies before it is ready', async () => {
    const {steps} = await run([background('exit 7', 'log:never'), commandStep('use', 'echo used')]);
    expect(steps).toEqual([['serve', {kind: 'failed', failure: {kind: 'ended-early'}}]]);
  });

  it('fails the run, and ends the step that runs, when it dies later', async () => {
    const {steps, outcome} = await run([
      background('echo ready; sleep 0.3', 'log:ready'),
      commandStep('use', 'sleep 1000'),
    ]);
    expect({steps, outcome}).toEqual({
      steps: [
        ['use', {kind: 'canceled'}],
        ['serve', {kind: 'failed', failure: {kind: 'ended-early'}}],
      ],
      outcome: 'failed',
    });
  });

  it('holds the run open where nothing else was asked for', async () => {
    const file = join(temporaryFolder(), 'pid');
    const controller = new AbortController();
    const {outcome, steps} = await run(
      [background(`echo "$$" > "${file}"; echo ready; exec sleep 1000`, 'log:ready')],
      {
        signal: controller.signal,
        listen: event => {
          if (event.kind === 'waiting' && event.wait.kind === 'hold') controller.abort();
        },
      },
    );
    expect({outcome, steps}).toEqual({outcome: 'interrupted', steps: [['serve', succeeded]]});
    expect(isRunning(Number(readFileSync(file, 'utf8')))).toBe(false);
  });
});

describe('a query', () => {
  const unreachable: QueryResponse = {
    kind: 'error',
    error: {kind: 'unreachable', message: 'It cannot be reached.'},
  };

  it('passes without an expectation, and puts inputs into its strings', async () => {
    const {asked, outcome} = await run([queryStep('ask', 'up{pod="$POD"}', {inputs: ['POD']})], {
      inputs: [inputOf('POD')],
      set: {POD: 'a"} or up{x="'},
      answers: [answer()],
    });
    expect({asked, outcome}).toEqual({
      asked: [String.raw`up{pod="a\"} or up{x=\""}`],
      outcome: 'succeeded',
    });
  });

  it('asks again until the answer is as expected', async () => {
    const {events, outcome} = await run(
      [queryStep('ask', 'up', {expect: '< 0.05', within: '30s', every: '10ms'})],
      {answers: [answer('0.12'), unreachable, answer('0.01')]},
    );
    expect(outcome).toBe('succeeded');
    expect(events.flatMap(event => (event.kind === 'waiting' ? [event.wait] : []))).toMatchObject([
      {kind: 'expectation', attempt: 1, seen: {passed: false}},
      {kind: 'expectation', attempt: 2, seen: {kind: 'unreachable'}},
    ]);
  });

  it('fails with the last answer when the time is over', async () => {
    const {steps} = await run(
      [queryStep('ask', 'up', {expect: '< 0.05', within: '30ms', every: '20ms'})],
      {answers: [answer('0.12'), answer('0.12'), answer('0.12'), answer('0.12')]},
    );
    expect(steps).toMatchObject([
      ['ask', {kind: 'failed', failure: {kind: 'expectation', verdict: {culprit: {text: '0.12'}}}}],
    ]);
  });

  it('fails at once where the server cannot be reached', async () => {
    const {steps} = await run([queryStep('ask', 'up', {expect: 'any', within: '30s'})], {
      answers: [unreachable],
    });
    expect(steps).toEqual([
      ['ask', {kind: 'failed', failure: {kind: 'query', error: unreachable.error}}],
    ]);
  });
});
