import type {Input} from '../../core';

/** The inputs whose values the choices command of an input wants, as in `kubectl -n "$NAMESPACE" …`. */
function choiceNeeds({name, choices}: Input, declared: readonly Input[]): readonly Input[] {
  const variables = (choices ?? '').matchAll(/\$\{?(\w+)/g);
  const names = new Set([...variables].map(([, variable]) => variable));
  return declared.filter(other => other.name !== name && names.has(other.name));
}

/** The named inputs and all that their choices need, each after what it needs. */
export function inChoiceOrder(
  names: readonly string[],
  declared: readonly Input[],
): readonly Input[] {
  const ordered = new Set<Input>();
  const open = new Set<Input>();
  function add(input: Input): void {
    if (ordered.has(input) || open.has(input)) return;
    open.add(input);
    choiceNeeds(input, declared).forEach(add);
    ordered.add(input);
  }
  declared.filter(({name}) => names.includes(name)).forEach(add);
  return [...ordered];
}

/** Inputs whose choices need each other in a circle; undefined where there are none. */
export function choiceCycle(inputs: readonly Input[]): readonly string[] | undefined {
  function walk(input: Input, path: readonly Input[]): readonly Input[] | undefined {
    const start = path.indexOf(input);
    if (start !== -1) return [...path.slice(start), input];
    for (const need of choiceNeeds(input, inputs)) {
      const cycle = walk(need, [...path, input]);
      if (cycle !== undefined) return cycle;
    }
    return undefined;
  }
  for (const input of inputs) {
    const cycle = walk(input, []);
    if (cycle !== undefined) return cycle.map(({name}) => name);
  }
  return undefined;
}
