import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readMetrics} from './read-metrics';

const path = 'metrics.prom';

describe('exposition text', () => {
  it('gives each family its type, help, labels and buckets', () => {
    const source = String.raw`# HELP http_seconds Time\\n to \n answer.
# TYPE http_seconds histogram
http_seconds_bucket{path="/a",le="0.5"} 1
http_seconds_bucket{path="/b\"\\",le="1e+06",} 2
http_seconds_bucket{path="/a",le="+Inf"} 2
http_seconds_sum{path="/a"} 1.5e-3
http_seconds_count{path="/a"} 2 1700000000000

# a comment
# TYPE up gauge
up{job="web",instance="a:80"} NaN
lonely 0x1F
`;
    expect(readMetrics(source, path)).toEqual({
      problems: [],
      metrics: [
        {
          kind: 'metric',
          name: 'http_seconds',
          type: 'histogram',
          help: 'Time\\n to \n answer.',
          labels: ['path'],
          labelValues: {path: ['/a', '/b"\\']},
          buckets: ['0.5', '1e+06', '+Inf'],
          path,
          start: 7,
          end: 19,
        },
        {
          kind: 'metric',
          name: 'up',
          type: 'gauge',
          help: '',
          labels: ['job', 'instance'],
          labelValues: {job: ['web'], instance: ['a:80']},
          buckets: [],
          path,
          start: source.indexOf('up gauge'),
          end: source.indexOf('up gauge') + 2,
        },
        {
          kind: 'metric',
          name: 'lonely',
          type: 'unknown',
          help: '',
          labels: [],
          labelValues: {},
          buckets: [],
          path,
          start: source.indexOf('lonely'),
          end: source.indexOf('lonely') + 6,
        },
      ],
    });
  });

  it('knows no labels of a family without a series', () => {
    const {metrics} = readMetrics('# TYPE jobs_total counter\n', path);
    expect(metrics).toMatchObject([{name: 'jobs_total', labels: undefined}]);
  });

  it('takes OpenMetrics, summaries and quoted names', () => {
    const source = `# TYPE jobs counter
# UNIT jobs seconds
jobs_total{kind="a"} 1 # {trace_id="x"} 0.5
jobs_created{kind="a"} 17
# TYPE gc_seconds summary
gc_seconds{quantile="0.5"} 1
gc_seconds_sum 2
# TYPE "http.server" gauge
{"http.server", "service.name"="web"} 3
# EOF
`;
    const {metrics, problems} = readMetrics(source, path);
    expect(problems).toEqual([]);
    expect(metrics.map(({name, type, labels}) => [name, type, labels])).toEqual([
      ['jobs', 'counter', ['kind']],
      ['gc_seconds', 'summary', []],
      ['http.server', 'gauge', ['service.name']],
    ]);
  });

  it('reads what is right beside lines that are not', () => {
    const source = [
      'up 1',
      'up{job="a" 1',
      'up{job=a} 1',
      'up',
      'up one',
      '<html>',
      '# TYPE up speed',
      'down{} 1',
    ].join('\r\n');
    const {metrics, problems} = readMetrics(source, path);
    expect(metrics.map(({name}) => name)).toEqual(['up', 'down']);
    expect(problems.map(({data, start, end}) => [data, source.slice(start, end)])).toEqual([
      [{found: '1', expected: 'a label or `}`'}, '1'],
      [{found: 'job=a} 1', expected: 'a label or `}`'}, 'job=a} 1'],
      [{found: 'the end of the line', expected: 'a value'}, ''],
      [{found: 'one', expected: 'a value'}, 'one'],
      [{found: '<html>', expected: 'a metric name'}, '<html>'],
      [{found: 'speed', expected: 'a metric type'}, 'speed'],
    ]);
  });
});

describe('metadata', () => {
  const up = {type: 'gauge', help: 'Whether it answers.', unit: ''};

  it.each([
    ['an answer of the API', {status: 'success', data: {up: [up], jobs: [{...up, type: 'counter'}]}}],
    ['its data alone', {up: [up], jobs: [{...up, type: 'counter'}]}],
    [
      'an answer about targets',
      {
        status: 'success',
        data: [
          {target: {}, metric: 'up', ...up},
          {target: {}, metric: 'up', ...up},
          {target: {}, metric: 'jobs', ...up, type: 'counter'},
        ],
      },
    ],
  ])('is read from %s', (_, value) => {
    const source = JSON.stringify(value, undefined, 2);
    const {metrics, problems} = readMetrics(source, 'metadata.json');
    expect(problems).toEqual([]);
    expect(metrics.map(({name, type, labels}) => [name, type, labels])).toEqual([
      ['up', 'gauge', undefined],
      ['jobs', 'counter', undefined],
    ]);
    expect(metrics.map(({start, end}) => source.slice(start, end))).toEqual(['up', 'jobs']);
  });

  it('says when JSON is broken or about something else', () => {
    expect(readMetrics('{"up": [', path).problems).toMatchObject([{code: 'json-syntax'}]);
    expect(readMetrics('{"up": 1}', path).problems).toEqual([
      {
        code: 'wrong-shape',
        data: {where: 'the document', found: 'other JSON', expected: 'metric metadata'},
        path,
        start: 0,
        end: 0,
      },
    ]);
  });
});

it('never throws, and points inside the text', () => {
  const pieces = ['# TYPE a histogram\n', 'a_bucket', '{', '}', 'le="1"', ',', '"', '\\', ' 1', '\n'];
  const more = ['# HELP ', '[', ']', ':', '{"a"', '\r', '\u0000', '\uFEFF', ' ', '=', '#'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ...more), {maxLength: 30}), parts => {
      const source = parts.join('');
      const {metrics, problems} = readMetrics(source, path);
      for (const {start, end} of [...metrics, ...problems]) {
        expect([0 <= start, start <= end, end <= source.length]).toEqual([true, true, true]);
      }
    }),
    {numRuns: 500, seed: 3},
  );
});
