import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {cli, folderWith} from './cli';

const PAGE = `---
title: Consent
runbook: {}
---

\`\`\`bash {"name":"edit"}
sed -e 's/BEFORE/AFTER/' page.md >edited.md && cp edited.md page.md
\`\`\`

Text that is BEFORE nobody.

\`\`\`bash {"name":"mend","effect":"change"}
touch mended
\`\`\`
`;

describe('the text that was agreed to', () => {
  it('may stand in a page that changes elsewhere', async () => {
    const cwd = folderWith(PAGE.replace('s/BEFORE/AFTER/', '6,$s/BEFORE/AFTER/'));
    const {code} = await cli(['run', 'page', '--yes', '--allow', 'change'], {cwd});
    expect({
      code,
      page: readFileSync(join(cwd, 'page.md'), 'utf8').includes('AFTER nobody'),
    }).toEqual({code: 0, page: true});
  });

  it('is the text that runs: the run stops and shows what the page says now', async () => {
    const page = PAGE.replace('touch mended', 'touch mended # BEFORE').replace(
      's/BEFORE/AFTER/',
      '9,$s/BEFORE/AFTER/',
    );
    const cwd = folderWith(page);
    const {code, stderr} = await cli(['run', 'page', '--yes', '--allow', 'change'], {cwd});
    expect({code, mended: existsSync(join(cwd, 'mended'))}).toEqual({code: 1, mended: false});
    expect(stderr.slice(stderr.indexOf('✗')).replace(/ {2}\d+\S+s$/m, '')).toMatchInlineSnapshot(`
      "✗ mend: not run, because the page says something else now
        --- a/page.md
        +++ b/page.md
        @@ -1,4 +1,4 @@
         language: bash
         effect: change
         exit: 0
        -touch mended # BEFORE
        +touch mended # AFTER

      Failed: 1 done
        at mend, page.md:12
        To go on: runbook run page --from mend --yes --allow change
      "
    `);
  });

  it('is looked at again after the answer of the person', async () => {
    const cwd = folderWith(PAGE);
    const {code, stderr} = await cli(['run', 'page#mend'], {
      cwd,
      typed: 'y\n',
      onText: ['Run it?', () => writeFileSync(join(cwd, 'page.md'), '# Empty\n')],
    });
    expect({code, mended: existsSync(join(cwd, 'mended'))}).toEqual({code: 1, mended: false});
    expect(stderr).toContain('  -touch mended\n');
  });
});
