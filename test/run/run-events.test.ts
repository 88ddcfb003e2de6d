import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import * as z from 'zod';
import {ndjsonEvent, runEventsJsonSchema} from '../../src/runner/report/ndjson-schema';
import {cli, folderWith} from './cli';
import type {CliOptions} from './cli';

const block = (tag: string, script: string) => `\`\`\`bash {${tag}}\n${script}\n\`\`\`\n\n`;
const query = (tag: string, expr: string) => `\`\`\`promql {${tag}}\n${expr}\n\`\`\`\n\n`;

const PAGE = `---
runbook:
  inputs:
    WHO:
      description: Who to greet
      type: string
    KEY:
      description: A key
      type: secret
---

# Page

${block('"name":"hello"', 'echo "$WHO é"; echo "$KEY" >&2; head -c 300 /dev/urandom')}
${block('"name":"serve","background":true,"ready":"log:here"', 'echo here; exec sleep 60')}
${block('"name":"use","needs":"serve"', 'echo used')}
${block('"name":"slow","timeout":"1s"', 'sleep 20')}
${block('"name":"fails"', 'exit 3')}
${query('"name":"up"', 'up')}
${query('"name":"drops","expect":"< 2","within":"1m","every":"10ms"', 'errors')}
${query('"name":"never","expect":"empty"', 'errors')}
- [ ] Look at the dashboard.
`;

/** Strict: an event with a field that is not published is a gap in the schema. */
const ajv = new Ajv2020({strict: false, allErrors: true});
addFormats(ajv);
const validate = ajv.compile(z.toJSONSchema(ndjsonEvent(), {io: 'output'}));

let address = '';
const values = ['NaN', '3', '2', '1'];
const server = createServer((_request, response) => {
  const value = values.length > 1 ? values.shift() : values[0];
  const result = [{metric: {pod: 'a'}, value: [1, value]}];
  response.end(
    JSON.stringify({status: 'success', data: {resultType: 'vector', result}, warnings: ['w']}),
  );
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}`;
});

afterAll(() => server.close());

async function eventsOf(args: readonly string[], options: Partial<CliOptions> = {}) {
  const {stdout} = await cli(
    [
      'run',
      'page',
      '--format',
      'ndjson',
      '--prometheus',
      address,
      '--set',
      'WHO=me',
      '--set',
      'KEY=s3cr3t-value',
      ...args,
    ],
    {cwd: folderWith(PAGE), ...options},
  );
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

describe('the events of a run', () => {
  it.each([
    [['--dry-run']],
    [['--only', 'hello,use,up,drops']],
    [['--only', 'slow']],
    [['--only', 'fails']],
    [['--only', 'never']],
    [['--only', 'hello,look-at-the-dashboard', '--yes']],
  ])('of %j are those of the schema', async args => {
    const events = await eventsOf(args);
    const errors = events.flatMap(event => (validate(event) ? [] : [event, validate.errors]));
    expect(errors).toEqual([]);
    expect(JSON.stringify(events)).not.toContain('s3cr3t');
  });

  it('hold where a run is interrupted', async () => {
    const events = await eventsOf(['--only', 'use,slow'], {signalAt: ['used', 'SIGTERM']});
    expect(events.filter(event => !validate(event))).toEqual([]);
    expect(events.at(-1)).toMatchObject({event: 'run-ended', outcome: 'interrupted'});
  });
});

it('are described on the page, each with its fields', () => {
  const page = readFileSync(join(__dirname, '../../docs/reference/run-events.md'), 'utf8');
  const [, ...rows] = [...page.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \|/gm)].map(
    ([, event, fields = '']) => [event, [...fields.matchAll(/`(\w+)`/g)].map(([, name]) => name)],
  );
  expect(Object.fromEntries(rows)).toEqual(fieldsByEvent());
});

function fieldsByEvent() {
  const fields = new Map<string, string[]>();
  const schema = z.object({
    anyOf: z.array(z.object({properties: z.record(z.string(), z.looseObject({}))})),
  });
  for (const {properties} of schema.parse(runEventsJsonSchema()).anyOf) {
    const {version: _version, time: _time, event, ...own} = properties;
    const name = String(event?.['const']);
    fields.set(name, [...new Set([...(fields.get(name) ?? []), ...Object.keys(own)])]);
  }
  return Object.fromEntries(fields);
}
