import type {OptionDefinitions, OptionValues} from './rule-options';

/** The options of a rule as `runbook.config.yaml` says them. */
export function settingYaml(id: string, options: Partial<OptionValues<OptionDefinitions>>): string {
  const lines = Object.entries(options).map(
    ([name, words = []]) => `    ${name}: [${words.map(yamlWord).join(', ')}]\n`,
  );
  return `rules:\n  ${id}:\n${lines.join('')}`;
}

function yamlWord(word: string): string {
  return /^[A-Za-z_][\w/-]*$/.test(word) && !/^(?:true|false|null|yes|no|on|off)$/i.test(word)
    ? word
    : `'${word.replaceAll("'", "''")}'`;
}
