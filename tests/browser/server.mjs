import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

import { fileOf } from './pages.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** The path that the site was built for, which may lie below the root of its host, as the home page tells it. */
async function pathPrefix(site) {
  const home = await readFile(join(site, 'index.html'), 'utf8');
  const canonical = /<link rel="canonical" href="([^"]+)">/.exec(home);
  if (!canonical) throw new Error(`${site}/index.html has no canonical address`);
  return new URL(canonical[1]).pathname;
}

/**
 * Serves a built site on this machine like a static host does: index.html for a directory, a redirect to the
 * directory where its slash is missing, 404.html for what is not there. `base` is the address of the home page.
 */
export async function serve(site) {
  const prefix = await pathPrefix(site);

  async function answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = path.startsWith(prefix) ? join(site, fileOf(path.slice(prefix.length))) : null;
    const found = file && (await stat(file).catch(() => null));
    if (found?.isDirectory()) {
      response.writeHead(301, { location: `${path}/` }).end();
      return;
    }
    const sent = found ? file : join(site, '404.html');
    response.writeHead(found ? 200 : 404, { 'content-type': types[extname(sent)] ?? 'application/octet-stream' });
    response.end(await readFile(sent));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin, base: origin + prefix, close };
}
