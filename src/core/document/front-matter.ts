import {parseDocument} from 'yaml';
import type {Document} from 'yaml';
import * as z from 'zod';
import {inputDeclaration, inputName, toInput} from './input';
import type {Input} from './input';
import type {FrontMatter, LocatedInput} from './markdown-document';
import type {PlaceIndex, Span} from './place';
import type {Problem} from './problem';
import {problemsOf} from './schema-problems';
import {rangeOf, rangeOfKey} from './yaml-ranges';

/** What front matter says about a runbook, with everything that does not fit left out. */
export type FrontMatterFacts = {
  readonly frontMatter: FrontMatter;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly slug: string | undefined;
  readonly alerts: readonly string[];
  readonly severity: string | undefined;
  readonly inputs: readonly Input[];
  readonly locatedInputs: readonly LocatedInput[];
  readonly problems: readonly Problem[];
};

const alertName = z
  .string()
  .regex(/^[A-Za-z_][\w.-]*$/, 'the name of an alert such as `HighErrorRate`');

const runbookKey = z
  .strictObject({
    slug: z
      .string()
      .regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/i, 'a part of a URL such as `high-error-rate`'),
    alert: alertName,
    alerts: z.array(alertName),
    severity: z.string(),
    inputs: z.record(inputName, inputDeclaration),
  })
  .partial();

const LONGEST_CHECKED = 50_000;

/** Reads the YAML between `start` and `end`, offsets in the file. */
export function readFrontMatter(
  source: string,
  places: PlaceIndex,
  {start, end}: {readonly start: number; readonly end: number},
): FrontMatterFacts {
  const yaml = parseDocument(source.slice(start, end), {
    logLevel: 'silent',
    // The check compares each key with each other one.
    uniqueKeys: end - start < LONGEST_CHECKED,
  });
  const placeOf = (path: readonly PropertyKey[]) => {
    const [from, to] = rangeOf(yaml, path);
    return places.span(start + from, start + to);
  };
  const placeOfKey = (path: readonly string[]) => {
    const [from, to] = rangeOfKey(yaml, path);
    return places.span(start + from, start + to);
  };
  const syntax = yaml.errors.map(({message, pos}): Problem => ({
    kind: 'problem',
    code: 'front-matter-syntax',
    span: places.span(start + pos[0], start + pos[1]),
    found: message.split(/ at line |:\n/)[0] ?? message,
    expected: 'YAML',
  }));
  const {data, bomb} = toData(yaml);
  const fields = isRecord(data) ? data : {};
  const {value, issues} = readRunbookKey(fields['runbook']);
  const inputs = Object.entries(value.inputs ?? {});
  return {
    frontMatter: {
      span: places.span(start, end),
      placeOf,
      data,
      declaresRunbook: isRecord(fields['runbook']),
    },
    title: text(fields['title']),
    description: text(fields['description']),
    slug: value.slug ?? text(fields['slug'])?.split('/').findLast(Boolean),
    alerts: [...(value.alert === undefined ? [] : [value.alert]), ...(value.alerts ?? [])],
    severity: value.severity,
    inputs: inputs.map(([name, declaration]) => toInput(name, declaration)),
    locatedInputs: inputs.map(([name]) => ({
      kind: 'input',
      name,
      span: placeOfKey(['runbook', 'inputs', name]),
    })),
    problems: [
      ...syntax,
      ...(bomb ? [bombAt(places.span(start, end))] : []),
      ...problemsOf(issues, 'front-matter-value', (path, at) =>
        at === 'key' ? placeOfKey(['runbook', ...path.map(String)]) : placeOf(['runbook', ...path]),
      ),
    ],
  };
}

function bombAt(span: Span): Problem {
  return {
    kind: 'problem',
    code: 'front-matter-syntax',
    span,
    found: 'aliases that expand without end',
    expected: 'at most 100 aliases',
  };
}

/** Keeps what fits: a key, or an input, that does not is left out and named in `issues`. */
function readRunbookKey(data: unknown) {
  if (!isRecord(data)) return {value: {}, issues: []} satisfies RunbookKeyResult;
  const whole = runbookKey.safeParse(data);
  if (whole.success) return {value: whole.data, issues: []} satisfies RunbookKeyResult;
  const bad = new Set(whole.error.issues.flatMap(badKeys));
  const inputs = isRecord(data['inputs'])
    ? Object.fromEntries(
        Object.entries(data['inputs']).filter(([name]) => !bad.has(`inputs.${name}`)),
      )
    : undefined;
  const kept = Object.fromEntries(
    Object.entries({...data, ...(inputs && {inputs})}).filter(([key]) => !bad.has(key)),
  );
  const rest = runbookKey.safeParse(kept);
  return {value: rest.data ?? {}, issues: whole.error.issues} satisfies RunbookKeyResult;
}

type RunbookKeyResult = {
  readonly value: z.infer<typeof runbookKey>;
  readonly issues: readonly z.core.$ZodIssue[];
};

function badKeys(issue: z.core.$ZodIssue): readonly string[] {
  const [first, second] = issue.path.map(String);
  if (first === undefined) return issue.code === 'unrecognized_keys' ? issue.keys : [];
  return [first === 'inputs' && second !== undefined ? `inputs.${second}` : first];
}

/** An alias bomb makes `toJS` throw; the data is then as good as absent. */
function toData(yaml: Document): {readonly data: unknown; readonly bomb: boolean} {
  if (yaml.errors.length > 0) return {data: undefined, bomb: false};
  try {
    return {data: yaml.toJS({maxAliasCount: 100}), bomb: false};
  } catch {
    return {data: undefined, bomb: true};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
