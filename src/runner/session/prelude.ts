export type Language = 'bash' | 'sh';

/** The variable that carries the prelude; it is gone before the script begins. */
export const PRELUDE_NAME = '__RUNBOOK';

/** Stands before the script on its first line, so that the numbers of its lines stay true. */
export const PRELUDE_CALL = `eval "$${PRELUDE_NAME}";`;

export type Carried = {
  /** One character a byte, as all that shells have printed. */
  readonly functions: string;
  readonly binary: ReadonlyMap<string, string>;
};

/** The script is given this descriptor, which is its own to use, and the hand-over moves away. */
const GIVEN = 3;

/** Of bash one that neither scripts nor `<(…)` take; `dash` knows one digit only. */
const KEPT = {bash: 77, sh: 8} as const;

/** What a shell does before the script: it takes over what the session holds and promises to tell. */
export function prelude(
  {functions, binary}: Carried,
  {language, to}: {readonly language: Language; readonly to: 'keep' | 'hand-over'},
): string {
  const parts = [
    ...(functions === '' ? [] : [define(functions)]),
    ...[...binary].map(([name, value]) => `${decode(name, value)}; export ${name}`),
    ...(to === 'hand-over' ? [promise(language)] : []),
  ];
  if (parts.length === 0) return '';
  return [`unset ${PRELUDE_NAME}`, ...parts].join('\n');
}

/** Patterns such as `@(a|b)` are only read where `extglob` is on. */
function define(functions: string): string {
  const text = `shopt -s extglob\n${functions}\nshopt -u extglob`;
  if (!/[\x80-\xff]/.test(functions)) return text;
  return `${decode(PRELUDE_NAME, text)}; eval "$${PRELUDE_NAME}"; unset ${PRELUDE_NAME}`;
}

/** Bytes as ASCII. The last one keeps the shell from taking line breaks off the end. */
function decode(name: string, value: string): string {
  const octal = [...value].map(byte => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`);
  return `${name}=$(printf '${octal.join('')}_'); ${name}=\${${name}%_}`;
}

const END = 'end';

/** Nothing here may fail or show, whatever options and functions the script has set. */
function handOver(language: Language): string {
  const nul = String.raw`command printf '\0%s\0'`;
  const tell =
    language === 'bash'
      ? `builtin declare -px; ${nul} "\${PWD-}"; builtin declare -f; ${nul} ${END}`
      : `export -p; ${nul} "\${PWD-}"; ${nul} ${END}`;
  return `{ ${tell}; } 2>/dev/null >&${KEPT[language]} || :`;
}

function promise(language: Language): string {
  const kept = KEPT[language];
  return [
    `exec ${kept}>&${GIVEN} ${GIVEN}>&-`,
    `trap '${handOver(language).replaceAll("'", String.raw`'\''`)}' EXIT`,
  ].join('\n');
}

/** A script with an EXIT trap of its own tells at its last line, if it comes to it. */
export function handOverScript(script: string, language: Language): string {
  if (!/\btrap\b/.test(script)) return script;
  return `${script}\n{ ${PRELUDE_NAME}=$?; } 2>/dev/null; ${handOver(language)}; exit $${PRELUDE_NAME}`;
}

export type HandOver = {readonly exports: string; readonly cwd: string; readonly functions: string};

/** Undefined where the block did not come to its end; the last one counts if it told twice. */
export function splitHandOver(bytes: Buffer): HandOver | undefined {
  const parts = bytes.toString('latin1').split('\0');
  const end = parts.lastIndexOf(END);
  const [exports, cwd, functions] = parts.slice(Math.max(0, end - 3), end);
  if (end < 3 || exports === undefined || cwd === undefined || functions === undefined) return;
  return {exports, cwd, functions};
}

/** True if nothing more is to come. */
export function isHandedOver(bytes: Buffer): boolean {
  return bytes.toString('latin1').endsWith(`\0${END}\0`);
}
