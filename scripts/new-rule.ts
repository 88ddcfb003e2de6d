import {existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const ID =
  /^(?:shell|kubectl|tool|promql|runbook|inventory)\/(?:no|require|prefer|consistent)-[a-z]+(?:-[a-z]+)*$/;

main(process.argv[2] ?? '');

/** Writes the file of a new rule, ready to be filled in. */
function main(id: string): void {
  const path = `src/core/lint/rules/${id}.ts`;
  const file = join(__dirname, '..', path);
  if (!ID.test(id))
    return refuse(`Found \`${id}\`, expected a name such as \`kubectl/no-truncated-logs\`.`);
  if (existsSync(file)) return refuse(`\`${path}\` is already there.`);
  writeFileSync(file, template(id));
  process.stdout.write(
    `${path}: written. Fill it in, then \`npm run generate\` and \`npx vitest run src/core/lint\`.\n`,
  );
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

function template(id: string): string {
  return `import {defineRule} from '../../rule';

export default defineRule({
  id: '${id}',
  summary: 'Disallow …',
  why: 'What goes wrong for the reader at 3 a.m.',
  severity: 'error',
  messages: {
    found: 'Found \`{{found}}\`, expected ….',
  },
  examples: {
    good: [{title: 'the right way', source: '\`\`\`bash\\nkubectl get pods\\n\`\`\`\\n'}],
    bad: [
      {
        title: 'the wrong way',
        source: '\`\`\`bash\\nkubectl get pods\\n\`\`\`\\n',
        reports: ['2:1-2:17 Found \`kubectl get pods\`, expected ….'],
      },
    ],
  },
  check({report}) {
    return {
      command({command, place}) {
        const at = place(command.start, command.end);
        report({at, message: 'found', data: {found: command.text}});
      },
    };
  },
});
`;
}
