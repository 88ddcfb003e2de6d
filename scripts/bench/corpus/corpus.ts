import {inventRunbook} from './runbook';

export type Corpus = {
  readonly files: readonly {readonly path: string; readonly source: string}[];
  /** The shell blocks, without prompts and output. */
  readonly scripts: readonly string[];
  readonly queries: readonly string[];
};

const RUNBOOKS_PER_RULE_FILE = 50;

/** As many runbooks as asked for, the same in every run; a rule file stands beside every fifty. */
export function inventCorpus(count: number): Corpus {
  const runbooks = Array.from({length: count}, (_, index) => inventRunbook(index));
  const groups = Array.from({length: Math.ceil(count / RUNBOOKS_PER_RULE_FILE)}, (_, index) =>
    runbooks
      .slice(index * RUNBOOKS_PER_RULE_FILE, (index + 1) * RUNBOOKS_PER_RULE_FILE)
      .flatMap(({rules}) => rules),
  );
  return {
    files: [
      ...runbooks.map(({path, source}) => ({path, source})),
      ...groups.map((rules, index) => ({
        path: `rules/rules-${index}.yml`,
        source: ruleFile(`group-${index}`, rules),
      })),
    ],
    scripts: runbooks.flatMap(({scripts}) => scripts),
    queries: runbooks.flatMap(({queries}) => queries),
  };
}

/** A Prometheus rule file with one recording rule an expression. */
export function ruleFile(group: string, queries: readonly string[]): string {
  const rules = queries.map((query, index) => {
    const lines = query.split('\n').map(line => `          ${line}`);
    return [`      - record: bench:query_${index}`, '        expr: |', ...lines].join('\n');
  });
  return ['groups:', `  - name: ${group}`, '    rules:', ...rules, ''].join('\n');
}
