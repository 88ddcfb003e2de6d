import {describe, expect, it} from 'vitest';
import {needsJq, needsSql} from './needs';

const FENCE = '```';
const block = (script: string, language = 'bash') => `${FENCE}${language}\n${script}\n${FENCE}\n`;

describe('needsJq', () => {
  it.each([
    ['no jq', block('kubectl get pods')],
    ['prose about jq', 'Use jq or `jq .items[`.\n'],
    ['another language', block("jq '.items['", 'text')],
    ['a page inside a page', `${FENCE}\`md\n${block("jq '.items['")}${FENCE}\`\n`],
    ['plain programs', block("kubectl get po -o json | jq -r '.items[].metadata.name' | sort")],
    ['variables of options', block(`jq -n --arg a "$A" --arg b x '{a: $a, b: $b}'`)],
    ['a path without quotes', block('jq .items pods.json\njq . a.json')],
    ['another program', block("gojq '.items['")],
  ])('needs nothing for %s', (_, source) => {
    expect(needsJq(source)).toBe(false);
  });

  it.each([
    ['a program that is not plain', block("jq 'reduce .[] as $x (0; . + $x)'")],
    ['a program that does not compile', block("jq '.items['")],
    ['a variable that is not there', block("jq --arg a 1 '.[$b]'")],
    ['one of two calls', block("jq '.a' x | jq '.items['")],
    ['double quotes', block('jq ".items["')],
    ['a call over lines', block("jq -r \\\n  '.items'")],
    ['a list item', '1. Look:\n\n   ```sh\n   jq ".items["\n   ```\n'],
    ['the line of a list item', '- ```console\n  $ jq ".items["\n  ```\n'],
    ['the line endings of Windows', block('jq ".items["').replaceAll('\n', '\r\n')],
  ])('asks jq for %s', (_, source) => {
    expect(needsJq(source)).toBe(true);
  });
});

describe('needsSql', () => {
  it('asks Postgres where psql gets a statement', () => {
    expect(
      [
        block('psql -c "SELECT 1"'),
        block('psql -Atc "SELECT 1"'),
        block("psql app <<'SQL'\nSELECT 1\nSQL"),
        block('psql -f mend.sql'),
        'Call psql -c.\n',
        block('mysql -e "SELECT 1"'),
      ].map(needsSql),
    ).toEqual([true, true, true, false, false, false]);
  });
});
