import type * as z from 'zod';
import type {Span} from './place';
import type {Problem, ProblemCode} from './problem';

/** Turns what a schema found wrong into problems, each at the place of its value. */
export function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  code: ProblemCode,
  placeOf: (path: readonly PropertyKey[], at: 'key' | 'value') => Span,
): readonly Problem[] {
  return issues.flatMap(issue => {
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(key => [...issue.path, key])
        : [issue.path];
    return paths.map(path => ({
      kind: 'problem' as const,
      code,
      span: placeOf(path, /^unrecognized_keys$|^invalid_key$/.test(issue.code) ? 'key' : 'value'),
      found: path.map(String).join('.'),
      expected: expectation(issue),
    }));
  });
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'a key that is known here';
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'another name';
  if (issue.code === 'invalid_type') return `a value of type ${issue.expected}`;
  if (issue.code === 'invalid_value') {
    return `one of ${issue.values.map(value => `\`${String(value)}\``).join(', ')}`;
  }
  return issue.message.replace(/^Invalid[^:]*: /, '');
}
