/**
 * Functions of jq from 1.6 on that programs in runbooks call, each with its number of arguments.
 */
export const JQ_FUNCTIONS: ReadonlySet<string> = new Set(
  `add/0 all/0 all/1 any/0 any/1 arrays/0 ascii_downcase/0 ascii_upcase/0 booleans/0 capture/1
  ceil/0 contains/1 del/1 empty/0 endswith/1 env/0 error/0 error/1 explode/0 first/0 first/1
  flatten/0 flatten/1 floor/0 from_entries/0 fromdate/0 fromdateiso8601/0 fromjson/0 gmtime/0
  group_by/1 gsub/2 gsub/3 has/1 implode/0 in/1 index/1 indices/1 input/0 inputs/0 inside/1
  isempty/1 iterables/0 join/1 keys/0 keys_unsorted/0 last/0 last/1 length/0 limit/2 ltrimstr/1
  map/1 map_values/1 match/1 match/2 max/0 max_by/1 min/0 min_by/1 mktime/0 not/0 now/0 nulls/0
  numbers/0 objects/0 path/1 paths/0 paths/1 range/1 range/2 recurse/0 recurse/1 reverse/0 round/0
  rtrimstr/1 scalars/0 scan/1 select/1 sort/0 sort_by/1 split/1 split/2 splits/1 startswith/1
  strftime/1 strings/0 strptime/1 sub/2 sub/3 test/1 test/2 to_entries/0 todate/0 tojson/0
  tonumber/0 tostring/0 transpose/0 type/0 unique/0 unique_by/1 until/2 values/0 walk/1 while/2
  with_entries/1 false/0 null/0 true/0 all/2 any/2`.split(/\s+/),
);

/** Deeper programs are left to jq itself. */
const DEEPEST = 40;

/**
 * Tells a program of a small part of jq that surely compiles: paths, pipes, comparisons, strings,
 * objects and calls of common functions. False says nothing; jq has to be asked.
 */
export function isPlainJq(program: string, variables: readonly string[]): boolean {
  const cursor = {text: program, at: 0, term: 0, variables: new Set([...variables, ...ALWAYS])};
  return takePipe(cursor, 0) && space(cursor) && cursor.at === program.length;
}

const ALWAYS = ['ENV', 'ARGS', '__loc__'];

type Cursor = {
  readonly text: string;
  readonly variables: Set<string>;
  at: number;
  /** Where the last term began that was read. */
  term: number;
};

/** From loose to tight; where operators of a level are not chained, two of them are an error. */
const OPERATORS: readonly {readonly pattern: RegExp; readonly chained: boolean}[] = [
  {pattern: /,/y, chained: true},
  {pattern: /\/\/(?!=)/y, chained: true},
  {pattern: /(?:\/\/|[|+*/%-])?=(?!=)/y, chained: false},
  {pattern: /or\b/y, chained: true},
  {pattern: /and\b/y, chained: true},
  {pattern: /==|!=|<=?|>=?/y, chained: false},
  {pattern: /[+-](?!=)/y, chained: true},
  {pattern: /[*%](?!=)|\/(?![/=])/y, chained: true},
];

function takePipe(cursor: Cursor, depth: number): boolean {
  space(cursor);
  const start = cursor.at;
  if (depth > DEEPEST || !takeBinary(cursor, 0, depth)) return false;
  if (take(cursor, /as\b/y)) return cursor.term === start && takeBinding(cursor, depth);
  return !take(cursor, /\|/y) || takePipe(cursor, depth + 1);
}

/** `$name | …` behind `as`; the name holds up to the end of the pipe. */
function takeBinding(cursor: Cursor, depth: number): boolean {
  space(cursor);
  const name = found(cursor, /\$[A-Za-z_]\w*/y)?.slice(1);
  if (name === undefined || cursor.variables.has(name)) return false;
  space(cursor);
  if (!take(cursor, /\|/y)) return false;
  cursor.variables.add(name);
  const isPlain = takePipe(cursor, depth + 1);
  cursor.variables.delete(name);
  return isPlain;
}

function takeBinary(cursor: Cursor, level: number, depth: number): boolean {
  const operator = OPERATORS[level];
  if (operator === undefined) return takePostfix(cursor, depth + 1);
  for (let count = 0; count < 2 || operator.chained; count++) {
    if (!takeBinary(cursor, level + 1, depth)) return false;
    space(cursor);
    if (!take(cursor, operator.pattern)) return true;
  }
  return false;
}

function takePostfix(cursor: Cursor, depth: number): boolean {
  space(cursor);
  const start = cursor.at;
  if (depth > DEEPEST || !takeTerm(cursor, depth)) return false;
  for (;;) {
    if (take(cursor, /\?(?!\/\/)/y)) continue;
    if (!take(cursor, /(?=\[)|\.(?=")|(?=\.[A-Za-z_])/y)) break;
    if (!takeSuffix(cursor, depth)) return false;
  }
  cursor.term = start;
  return !/[\w.$"@([{?]/.test(cursor.text.charAt(cursor.at));
}

/** The key or the index behind a dot that is taken already, or a field with its dot. */
function takeSuffix(cursor: Cursor, depth: number): boolean {
  if (take(cursor, /\[/y)) return takeIndex(cursor, depth);
  return take(cursor, /\.[A-Za-z_]\w*/y) || takeString(cursor, depth);
}

/** `]`, `1]`, `"key"]`, `1:]`, `:2]` behind a bracket. */
function takeIndex(cursor: Cursor, depth: number): boolean {
  space(cursor);
  if (take(cursor, /\]/y)) return true;
  if (take(cursor, /:/y)) return takePipe(cursor, depth) && take(cursor, /\]/y);
  if (!takePipe(cursor, depth)) return false;
  if (take(cursor, /:\s*(?=\])/y)) return take(cursor, /\]/y);
  return (!take(cursor, /:/y) || takePipe(cursor, depth)) && take(cursor, /\]/y);
}

function takeTerm(cursor: Cursor, depth: number): boolean {
  if (take(cursor, /\.\.(?![\w."[?])/y)) return true;
  if (take(cursor, /\.(?=["[])/y)) return takeSuffix(cursor, depth);
  if (take(cursor, /\.[A-Za-z_]\w*|\.(?![\w.])|-?\d{1,15}(?:\.\d{1,15})?(?![\w.])/y)) return true;
  if (cursor.text.startsWith('"', cursor.at)) return takeString(cursor, depth);
  if (take(cursor, /@(?:text|json|html|uri|csv|tsv|sh|base64d?)\b/y)) {
    return !take(cursor, /\s*(?=")/y) || takeString(cursor, depth);
  }
  if (take(cursor, /\(/y)) return takePipe(cursor, depth) && take(cursor, /\)/y);
  if (take(cursor, /\[\s*\]/y)) return true;
  if (take(cursor, /\[/y)) return takePipe(cursor, depth) && take(cursor, /\]/y);
  if (take(cursor, /\{/y)) return takeObject(cursor, depth);
  if (take(cursor, /if\b/y)) return takeCondition(cursor, depth);
  const variable = found(cursor, /\$[A-Za-z_]\w*(?!:)/y);
  if (variable !== undefined) return cursor.variables.has(variable.slice(1));
  return takeCall(cursor, depth);
}

function takeString(cursor: Cursor, depth: number): boolean {
  if (!take(cursor, /"/y)) return false;
  while (!take(cursor, /(?:[^"\\]|\\["\\/bfnrt])*"/y)) {
    if (!take(cursor, /(?:[^"\\]|\\["\\/bfnrt])*\\\(/y)) return false;
    if (!takePipe(cursor, depth) || !take(cursor, /\)/y)) return false;
  }
  return true;
}

function takeObject(cursor: Cursor, depth: number): boolean {
  space(cursor);
  if (take(cursor, /\}/y)) return true;
  do {
    if (!takeEntry(cursor, depth)) return false;
    space(cursor);
  } while (take(cursor, /,/y));
  return take(cursor, /\}/y);
}

function takeEntry(cursor: Cursor, depth: number): boolean {
  space(cursor);
  const variable = found(cursor, /\$[A-Za-z_]\w*/y);
  if (variable !== undefined) return cursor.variables.has(variable.slice(1));
  // What is known to be no string is no key.
  const isComputed = take(cursor, /\((?=\s*(?:[."]|\$(?!__loc__)))/y);
  const hasKey = isComputed
    ? takePipe(cursor, depth) && take(cursor, /\)/y)
    : take(cursor, /[A-Za-z_]\w*/y) || takeString(cursor, depth);
  space(cursor);
  if (!hasKey) return false;
  return take(cursor, /:/y) ? takePostfix(cursor, depth + 1) : !isComputed;
}

function takeCondition(cursor: Cursor, depth: number): boolean {
  do {
    if (!takePipe(cursor, depth) || !take(cursor, /then\b/y) || !takePipe(cursor, depth))
      return false;
  } while (take(cursor, /elif\b/y));
  return take(cursor, /else\b/y) && takePipe(cursor, depth) && take(cursor, /end\b/y);
}

function takeCall(cursor: Cursor, depth: number): boolean {
  const name = found(cursor, /[a-z_]\w*(?!:)/y);
  if (name === undefined) return false;
  let count = 0;
  if (take(cursor, /\s*\(/y)) {
    do {
      if (!takePipe(cursor, depth)) return false;
      count++;
    } while (take(cursor, /;/y));
    if (!take(cursor, /\)/y)) return false;
  }
  return JQ_FUNCTIONS.has(`${name}/${count}`);
}

function space(cursor: Cursor): true {
  take(cursor, /[ \t\r\n]*/y);
  return true;
}

function take(cursor: Cursor, pattern: RegExp): boolean {
  return found(cursor, pattern) !== undefined;
}

function found(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const text = pattern.exec(cursor.text)?.[0];
  cursor.at += text?.length ?? 0;
  return text;
}
