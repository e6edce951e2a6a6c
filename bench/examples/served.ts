// A page's files as a static host serves them: gzipped, any address of the app its one document, and an empty page for comparison.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { listening, type Served } from '../../tests/hosts/support/files.ts';

/** What a page costs that has nothing on it but a word to paint. */
export const EMPTY = '/empty.html';
const EMPTY_PAGE =
  '<!doctype html><html lang="en"><title>Empty</title><link rel="icon" href="data:,"><p>Empty</p></html>';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export function serveCompressed(folder: string): Promise<Served> {
  const files = new Map([[EMPTY, gzipSync(EMPTY_PAGE, { level: 9 })]]);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, gzipSync(readFileSync(file), { level: 9 }));
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = path.extname(pathname) === '' ? '/index.html' : pathname;
    const body = files.get(name);
    if (body === undefined) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'content-length': body.length,
    });
    response.end(body);
  });
  return listening(server);
}
