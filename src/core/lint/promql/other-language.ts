/** Filters and stages behind a pipe: outside of a string PromQL has no `|`. */
const LOGQL =
  /^(?:[^"'`#|]|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`)*\|(?:[=~]|>|\s*(?:json|logfmt|regexp|pattern|unpack|unwrap|decolorize|line_format|label_format|drop|keep|__error__|stats|fields|filter|uniq|sort)\b|\s*\w+\s*(?:=~|!~|!=|==|=|[<>]=?)\s*["'`\d])/;

/** Whether a query is in a language for logs, which looks like PromQL up to its first pipe. */
export function isLogQl(text: string): boolean {
  return text.includes('|') && LOGQL.test(text);
}
