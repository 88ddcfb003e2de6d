import {createHash} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {glob} from 'tinyglobby';

/**
 * Puts a Content-Security-Policy into every page, which allows the scripts that the build itself
 * wrote into it and nothing else. In the page rather than in a header, so that it holds wherever
 * the site is hosted.
 */
export async function protectPages(outDir: string): Promise<void> {
  const pages = await glob('**/*.html', {cwd: outDir, absolute: true});
  for (let at = 0; at < pages.length; at += AT_ONCE) {
    await Promise.all(pages.slice(at, at + AT_ONCE).map(protectPage));
  }
}

/** Thousands of open files are more than a system gives. */
const AT_ONCE = 64;

async function protectPage(path: string): Promise<void> {
  const html = await readFile(join(path), 'utf8');
  await writeFile(path, withPolicy(html));
}

const CHARSET = /<meta charset="?utf-8"?>/i;

/** The page with its policy behind the charset, where it comes before every script. */
export function withPolicy(html: string): string {
  const policy = policyFor(inlineScripts(html));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  if (!CHARSET.test(html))
    throw new Error('A page has no `<meta charset="utf-8">` to put the policy behind.');
  return html.replace(CHARSET, charset => charset + meta);
}

/** `'wasm-unsafe-eval'` is for the parsers of jq and SQL; styles in attributes colour the code. */
function policyFor(scripts: readonly string[]): string {
  const hashes = [...new Set(scripts.map(hashOf))];
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

function inlineScripts(html: string): readonly string[] {
  const scripts = html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>([^]*?)<\/script>/gi);
  return Array.from(scripts).flatMap(([, attributes = '', text = '']) => {
    const type = /\btype=["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? '';
    return ['', 'text/javascript', 'module'].includes(type.toLowerCase()) ? [text] : [];
  });
}
