#!/usr/bin/env node
// The published command: runs the bundle beside it, `cli.js`, with the machine code of an earlier
// run, without which V8 takes longer to compile the bundle than to lint a folder.
import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {Script, constants} from 'node:vm';

const bundle = join(__dirname, 'cli.js');
const cache = join(__dirname, 'cache', `${process.version}-${process.arch}.bin`);

const cachedData = readIfThere(cache);
const script = new Script(
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`,
  {
    filename: bundle,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && {cachedData}),
  },
);
if (cachedData === undefined || script.cachedDataRejected === true) {
  process.on('exit', () => writeIfPossible(cache, script.createCachedData()));
}
script.runInThisContext()({}, createRequire(bundle), {exports: {}}, __filename, __dirname);

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whole or not at all; where the package is installed read-only, every run compiles anew. */
function writeIfPossible(path: string, data: Buffer): void {
  const part = `${path}.${process.pid}`;
  try {
    mkdirSync(join(__dirname, 'cache'), {recursive: true});
    writeFileSync(part, data);
    renameSync(part, path);
  } catch {
    // Nothing is lost but time.
  }
}
