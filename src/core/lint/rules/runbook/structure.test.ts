import {describe, expect, it} from 'vitest';
import {lint} from '../../lint';

const RULES =
  /^runbook\/(?:no-(?:ignored-tag|changing-choices|unknown-step|circular-needs|idle-poll|empty-section|todo|malformed-date|overdue-review|lowered-effect|repeated-undo|misspelt-language)|require-(?:verification|destroy-warning|language)|consistent-background)$/;

describe('the rules about the structure of a page', () => {
  it.each([
    ['a title without text below', '# Page\n\n# Overview\n\nText\n'],
    [
      'a section that is a list, a quote, a table or a component',
      '## A\n\n- x\n\n## B\n\n> x\n\n## C\n\n<Steps />\n\n## D\n\n{% include x %}\n',
    ],
    ['a comment with text below', '## A\n\n<!-- a --><!-- b -->\n\nText\n'],
    ['a comment that never ends', '## A\n\n<!-- a\n'],
    [
      'TODO in sentences',
      'A TODO app. Our\nTODO list. See TODO.md, `TODO:` and https://example.org/#TODO:x\n\nTodo el sistema.\n',
    ],
    [
      'dates in other notations',
      '---\ndate: 31.01.2026\nupdated: Jan 5 2026\nlast_updated: 2026\ncreated: by hand\nexpires: never\n---\n',
    ],
    [
      'a language that nobody here knows',
      '```bas\nx\n```\n\n```mermaid\nx\n```\n\n```yml\na: 1\n```\n\n```xaml\n<a/>\n```\n',
    ],
    [
      'output and text without a language',
      '```\nkubectl get pods\n\nNAME READY\n```\n\n```\nhelm\n```\n\n```\ncurl: (7) Failed to connect\n```\n\n    kubectl get pods\n',
    ],
    [
      'pages of commands that are no runbook',
      '## Set up\n\n```bash {"name":"up"}\nkubectl apply -f k8s/\n```\n',
    ],
    ['a program that nobody knows', '## Resolution\n\n```bash {"name":"fix"}\n./fix.sh\n```\n'],
    [
      'a change that the same step looks at',
      '## Resolution\n\n```bash {"name":"fix"}\nsystemctl restart nginx\nsystemctl is-active nginx\n```\n',
    ],
    [
      'a change that a person looks at',
      '## Resolution\n\n```bash {"name":"fix"}\nsystemctl restart nginx\n```\n\n## Verification\n\n- [ ] The page loads\n',
    ],
    [
      'a warning in a comment of the script',
      '```bash {"name":"flush"}\n# Careful: sessions are gone\nredis-cli FLUSHALL\n```\n',
    ],
    [
      'line numbers and templates behind the language',
      '```bash {1,3-5} title="{name}"\nls\n```\n\n```bash {{ .Site.Name }}\nls\n```\n',
    ],
    ['an effect that is raised', '```bash {"name":"x","effect":"change"}\nkubectl get pods\n```\n'],
    [
      'the same undo in two namespaces',
      '```bash\nkubectl rollout undo deploy/web -n a\nkubectl rollout undo deploy/web -n b\nkubectl rollout undo deploy/"$X"\nkubectl rollout undo deploy/"$X"\n```\n',
    ],
    [
      'a background loop',
      '```bash {"name":"poll","background":true,"ready":"log:ok"}\nwhile true; do curl -fsS localhost:8080; sleep 5; done\n```\n',
    ],
  ])('are silent about %s', (_, source) => {
    expect(findingsIn(source)).toEqual([]);
  });

  it('find a step that needs itself through many others, and end', () => {
    const names = Array.from({length: 200}, (_, index) => `s${index}`);
    const source = names
      .map(
        (name, index) =>
          `\`\`\`bash {"name":"${name}","needs":"${names[(index + 1) % 200]},${names[(index + 7) % 200]}"}\nls\n\`\`\`\n`,
      )
      .join('\n');
    expect(findingsIn(source).filter(line => line.startsWith('1:'))).toEqual([
      '1:22 runbook/no-circular-needs',
    ]);
  });

  it('read a tag in the form with equals signs', () => {
    expect(findingsIn('```bash { name=heap needs=forward }\nls\n```\n')).toEqual([
      '1:21 runbook/no-unknown-step',
    ]);
  });

  it('end on text that is made to be slow', () => {
    const slow = [
      `## A\n\n${'<!-- a -->'.repeat(5_000)}x\n`,
      `${'- '.repeat(90)}${'*_'.repeat(5_000)}TODO list\n`,
      `\`\`\`bash ${'{"a":'.repeat(20_000)}\nls\n\`\`\`\n`,
    ];
    for (const source of slow) expect(findingsIn(source)).toEqual([]);
  });
});

function findingsIn(source: string): readonly string[] {
  return lint([{path: 'page.md', source}])
    .filter(({rule}) => RULES.test(rule))
    .map(({line, column, rule}) => `${line}:${column} ${rule}`);
}
