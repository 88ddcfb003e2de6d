/** The name in the parser's complaint about a function, which is in the words of Prometheus. */
export function unknownFunction(message: string): string | undefined {
  return /^unknown function with name "(.*)"$/.exec(message)?.[1];
}
