import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** Files by their path below a folder, which need not exist. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const path = join(folder, name);
      await mkdir(dirname(path), {recursive: true});
      await writeFile(path, text);
    }),
  );
}
