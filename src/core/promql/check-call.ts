import {quotePromqlString} from './go-quote';
import {documented} from './check-types';
import type {Call, Expr, ValueType} from './ast';
import type {Checks} from './check-types';
import type {PromqlFunction} from './functions';

export function checkCall(checks: Checks, call: Call): void {
  const {fn, args} = call;
  if (fn === undefined) {
    checks.schedule(args);
    return;
  }
  checkCount(checks, call, fn);
  const selector = fn.name === 'info' ? args[1] : undefined;
  if (selector !== undefined) checkInfoSelector(checks, selector);
  const steps = args.flatMap((arg, index) => {
    const wanted = fn.args[index] ?? (fn.variadic === 0 ? undefined : fn.args.at(-1));
    if (wanted === undefined) return [];
    const expectType = () => expectArgument(checks, arg, wanted, fn.name);
    return arg === selector && arg.kind === 'vectorSelector' ? [expectType] : [arg, expectType];
  });
  checks.schedule(steps);
}

function checkCount({report}: Checks, call: Call, {name, args, variadic}: PromqlFunction): void {
  const got = call.args.length;
  const least = variadic === 0 ? args.length : args.length - 1;
  const most = least + variadic;
  const tail = `in call to ${quotePromqlString(name)}, got ${got}`;
  if (variadic === 0 && got !== least) report(call, `expected ${least} argument(s) ${tail}`);
  else if (got < least) report(call, `expected at least ${least} argument(s) ${tail}`);
  else if (got > most) report(call, `expected at most ${most} argument(s) ${tail}`);
}

/** The second argument of `info` only lends its matchers, so it may match everything. */
function checkInfoSelector({report}: Checks, selector: Expr): void {
  if (selector.kind !== 'vectorSelector') report(selector, 'expected label selectors only');
  else if (selector.name !== undefined) {
    report(selector, 'expected label selectors only, got vector selector instead');
  }
}

function expectArgument({report}: Checks, arg: Expr, wanted: ValueType, name: string): void {
  if (arg.type === wanted) return;
  const place = `in call to function ${quotePromqlString(name)}`;
  report(arg, `expected type ${documented(wanted)} ${place}, got ${documented(arg.type)}`);
}
