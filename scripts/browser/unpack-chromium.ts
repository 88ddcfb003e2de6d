import {spawnSync} from 'node:child_process';
import {createReadStream, createWriteStream, existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {createBrotliDecompress} from 'node:zlib';
import type {FoundBrowser} from './find-browser';

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once for each version, with the libraries and fonts
 * that a bare Debian lacks. The package's own way unpacks into a shared temporary folder and leaves
 * the libraries out.
 */
export async function unpackChromium(): Promise<FoundBrowser> {
  const home = packageFolder();
  const {version} = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const target = join(home, '..', '..', '.cache', 'runbooks', `chromium-${version}`);
  // Whoever empties the cache while a browser runs leaves the folder with the browser's own files.
  if (!existsSync(join(target, 'chromium'))) {
    await rm(target, {recursive: true, force: true});
    await unpackInto(target, join(home, 'bin'));
  }
  return {
    executablePath: join(target, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(target, 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: join(target, 'fontconfig'),
    },
  };
}

function packageFolder(): string {
  return join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
}

/** Appears whole or not at all, whoever else unpacks at the same time. */
async function unpackInto(target: string, packed: string): Promise<void> {
  await mkdir(dirname(target), {recursive: true});
  const folder = await mkdtemp(`${target}-`);
  await decompress(join(packed, 'chromium.br'), join(folder, 'chromium'));
  for (const archive of ['al2023.tar', 'fonts.tar']) {
    const file = join(folder, archive);
    await decompress(join(packed, `${archive}.br`), file);
    const {status, stderr} = spawnSync('tar', ['-xf', file, '-C', folder], {encoding: 'utf8'});
    if (status !== 0) throw new Error(`tar could not unpack ${archive}: ${stderr}`);
    await rm(file);
  }
  await mkdir(join(folder, 'fontconfig'));
  await writeFile(join(folder, 'fontconfig', 'fonts.conf'), fontConfiguration(target));
  await rename(folder, target).catch(async (error: unknown) => {
    await rm(folder, {recursive: true});
    if (!existsSync(target)) throw error;
  });
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(
    createReadStream(from),
    createBrotliDecompress(),
    createWriteStream(to, {mode: 0o755}),
  );
}

function fontConfiguration(target: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(target, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(target, 'font-cache')}</cachedir>
  ${prefer('system-ui', 'Open Sans')}
  ${prefer('sans-serif', 'Open Sans')}
  ${prefer('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`;
}

function prefer(family: string, font: string): string {
  return `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
}
