export type JsonpathProblem =
  | {readonly kind: 'braces'}
  | {
      readonly kind: 'syntax';
      readonly data: {readonly problem: string; readonly wanted: string};
    };

/** What kubectl refuses in a template of JSONPath, or prints as it is. */
export function jsonpathProblem(template: string): JsonpathProblem | undefined {
  if (!template.includes('{')) {
    return /^\$?\.[A-Za-z.[]/.test(template) ? {kind: 'braces'} : undefined;
  }
  let at = template.indexOf('{');
  while (at !== -1) {
    const end = actionEnd(template, at + 1);
    if (typeof end === 'object') return end;
    at = template.indexOf('{', end);
  }
  return undefined;
}

/** The offset behind the `}` that ends an action, or why there is none. */
function actionEnd(template: string, start: number): number | JsonpathProblem {
  let isInBrackets = false;
  for (let at = start; at < template.length; at++) {
    const character = template.charAt(at);
    if (character === '\\') at++;
    else if (character === '"' || character === "'") {
      at = quoteEnd(template, at);
      if (at === -1) return syntax('a quote that does not end', `\`${character}\` at its end`);
    } else if (character === '[') isInBrackets = true;
    else if (character === ']') isInBrackets = false;
    else if (character === '}') {
      return isInBrackets ? syntax('a `[` that does not end', '`]` before `}`') : at + 1;
    }
  }
  return syntax('a `{` that does not end', '`}` at its end');
}

function quoteEnd(template: string, start: number): number {
  for (let at = start + 1; at < template.length; at++) {
    if (template.charAt(at) === '\\') at++;
    else if (template.charAt(at) === template.charAt(start)) return at;
  }
  return -1;
}

function syntax(problem: string, wanted: string): JsonpathProblem {
  return {kind: 'syntax', data: {problem, wanted}};
}
