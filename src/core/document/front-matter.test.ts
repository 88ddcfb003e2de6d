import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readFrontMatter} from './front-matter';
import {indexPlaces} from './place';

function read(yaml: string) {
  return readFrontMatter(yaml, indexPlaces(yaml), {start: 0, end: yaml.length});
}

function problems(yaml: string) {
  return read(yaml).problems.map(
    ({code, span, found, expected}) =>
      `${code} ${span.start.line}:${span.start.column} ${found} → ${expected}`,
  );
}

describe('readFrontMatter', () => {
  it('reads what a runbook declares', () => {
    const {
      frontMatter: _,
      problems: none,
      ...facts
    } = read(
      [
        'title: Pod crash looping',
        'runbook:',
        '  alert: PodCrashLooping',
        '  severity: critical',
        '  inputs:',
        '    POD_NAME:',
        '      description: The pod that keeps restarting',
        '      type: k8s-name',
        '      choices: kubectl get pods -o name',
        '    REPLICAS: {description: How many, type: int, default: 3}',
      ].join('\n'),
    );
    expect(none).toEqual([]);
    expect(facts).toEqual({
      title: 'Pod crash looping',
      description: undefined,
      slug: undefined,
      alerts: ['PodCrashLooping'],
      severity: 'critical',
      inputs: [
        {
          name: 'POD_NAME',
          description: 'The pod that keeps restarting',
          type: 'k8s-name',
          example: null,
          default: null,
          values: [],
          choices: 'kubectl get pods -o name',
        },
        {
          name: 'REPLICAS',
          description: 'How many',
          type: 'int',
          example: null,
          default: '3',
          values: [],
          choices: null,
        },
      ],
      locatedInputs: [
        {
          kind: 'input',
          name: 'POD_NAME',
          span: {start: {line: 6, column: 5, offset: 94}, end: {line: 6, column: 13, offset: 102}},
        },
        {
          kind: 'input',
          name: 'REPLICAS',
          span: {
            start: {line: 10, column: 5, offset: 218},
            end: {line: 10, column: 13, offset: 226},
          },
        },
      ],
    });
  });

  it('says where a value does not fit and keeps the others', () => {
    const yaml = [
      'runbook:',
      '  alert: PodCrashLooping',
      '  sevrity: critical',
      '  inputs:',
      '    POD-NAME: {description: A pod}',
      '    NODE: {description: A node, type: hostname}',
      '    ZONE: {description: A zone}',
    ].join('\n');
    expect(problems(yaml)).toMatchInlineSnapshot(`
      [
        "front-matter-value 5:5 inputs.POD-NAME → a shell variable name such as \`POD_NAME\`",
        "front-matter-value 6:39 inputs.NODE.type → one of \`string\`, \`int\`, \`bool\`, \`enum\`, \`k8s-name\`, \`namespace\`, \`label-selector\`, \`duration\`, \`port\`, \`url\`, \`ipv4\`, \`cidr\`, \`path\`, \`secret\`, \`regex\`",
        "front-matter-value 3:3 sevrity → a key that is known here",
      ]
    `);
    expect(read(yaml).inputs.map(({name}) => name)).toEqual(['ZONE']);
    expect(read(yaml).alerts).toEqual(['PodCrashLooping']);
  });

  it('reports YAML that cannot be read', () => {
    expect(problems('title: [a\nrunbook: b')).toMatchInlineSnapshot(`
      [
        "front-matter-syntax 2:1 Flow sequence in block collection must be sufficiently indented and end with a ] → YAML",
      ]
    `);
  });

  it('leaves front matter of other tools alone', () => {
    expect(problems('layout: post\nrunbook: true\ntags: [a]\ndate: 2024-01-01')).toEqual([]);
    expect(read('runbook: https://example.org/x').frontMatter.declaresRunbook).toBe(false);
  });

  it('survives an alias bomb', () => {
    const bomb = [
      'a: &a [x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
      'd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
    ];
    expect(read(bomb.join('\n')).frontMatter.data).toBeUndefined();
    expect(problems(bomb.join('\n'))).toEqual([
      'front-matter-syntax 1:1 aliases that expand without end → at most 100 aliases',
    ]);
  });

  it('reads any text without throwing', () => {
    const pieces = fc.constantFrom(
      'runbook:',
      '\n',
      '  ',
      'inputs:',
      'A:',
      '[',
      '{',
      '- ',
      '&a',
      '*a',
      '"',
      '|',
      '!!x',
      '?',
      'type: int',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map(list => list.join('')),
        yaml => {
          read(yaml);
        },
      ),
      {seed: 1},
    );
  });
});
