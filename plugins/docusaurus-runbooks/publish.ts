import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Plugin} from '@docusaurus/types';
import {registryJsonSchema} from '../../src/core';
import {alertFiles} from './alert-files';
import type {Content} from './content';

type BundlerConfiguration = ReturnType<NonNullable<Plugin['configureWebpack']>>;

type Response = {
  setHeader(name: string, value: string): void;
  end(body: string): void;
};

/** Writes `registry.json`, `registry.schema.json` and `alerts/<AlertName>.md` of the built site. */
export async function writePublished(outDir: string, content: Content): Promise<void> {
  const files = [...Object.entries(publishedFiles(content)), ...alertFiles(content)];
  await mkdir(join(outDir, 'alerts'), {recursive: true});
  await Promise.all(files.map(([name, text]) => writeFile(join(outDir, name), text)));
}

/** Serves the same files from the development server, each time as the pages are now. */
export function publishWhileDeveloping(latest: () => Content | undefined) {
  const serve = (request: {readonly url?: string}, response: Response, next: () => void) => {
    const name = request.url?.split('?')[0]?.split('/').at(-1) ?? '';
    const content = latest();
    const text = content && publishedFiles(content)[name];
    if (text === undefined) return next();
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(text);
  };
  const setupMiddlewares = (others: unknown[]) => {
    // The results of all such functions are joined, and the server's own answers every address.
    others.unshift(serve);
    return [];
  };
  // The bundler's configuration has this key, its type has not.
  return {devServer: {setupMiddlewares}} as BundlerConfiguration;
}

function publishedFiles({registry}: Content): Readonly<Record<string, string>> {
  return {
    'registry.json': toJson(registry),
    'registry.schema.json': toJson(registryJsonSchema()),
  };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
