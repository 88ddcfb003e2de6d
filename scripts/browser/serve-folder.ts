import {createReadStream, existsSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {extname, join, normalize} from 'node:path';

export type ServedFolder = {readonly origin: string; readonly close: () => Promise<void>};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml',
};

/** Serves a built site on loopback, on a free port, as plain static hosts do. */
export function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer((request, response) => answer(folder, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise(done => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const {pathname, search} = new URL(request.url ?? '/', 'http://localhost');
  const path = join(folder, normalize(decodeURIComponent(pathname)));
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  if (isFolder && !pathname.endsWith('/')) {
    response.writeHead(301, {location: `${pathname}/${search}`}).end();
    return;
  }
  const file = isFolder ? join(path, 'index.html') : path;
  const found = existsSync(file) && statSync(file).isFile();
  const served = found ? file : join(folder, '404.html');
  response.writeHead(found ? 200 : 404, {
    'content-type': TYPES[extname(served)] ?? 'application/octet-stream',
  });
  createReadStream(served).pipe(response);
}
