/** The name of the data file with the facts of a page; no two pages share one. */
export function factsFile(path: string): string {
  const name = path.replace(/[^A-Za-z0-9-]/g, character => `_${character.charCodeAt(0)}_`);
  return `facts/${name}.json`;
}
