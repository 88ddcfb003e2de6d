/** Filters of Loki behind a pipe: outside of a string PromQL has no `|`. */
const LOGQL =
  /^(?:[^"'`#|]|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`)*\|(?:[=~]|>|\s*(?:json|logfmt|regexp|pattern|unpack|unwrap|decolorize|line_format|label_format|drop|keep|__error__)\b|\s*\w+\s*(?:=~|!~|!=|==|=|[<>]=?)\s*["'`\d])/;

/** Whether a query is in the language of Loki, which looks like PromQL up to its first pipe. */
export function isLogQl(text: string): boolean {
  return text.includes('{') && LOGQL.test(text);
}
