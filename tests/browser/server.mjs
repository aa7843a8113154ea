import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

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

/** Sends what a reader sees first of a page cut before each element, but for those that are part of a line. */
async function sendInPieces(page, response) {
  const begin = page.indexOf('<body>');
  const end = begin + 4500;
  const pieces = page.slice(begin, end).split(/(?=<(?!\/|b>|code|kbd|mark|span|wbr))/);
  for (const piece of [page.slice(0, begin), ...pieces]) {
    response.write(piece);
    await setTimeout(17);
  }
  response.end(page.slice(end));
}

/**
 * Serves a built site on this machine like a static host does: index.html for a directory, a redirect to the
 * directory where its slash is missing, 404.html for what is not there. With `withoutEndings`, pages lose their `.html` by
 * a redirect, as on Cloudflare Pages. With `inPieces`, the beginning of a page comes element by element, each in a frame
 * of its own, as it may over a slow line. `base` is the address of the home page; texts in `deployed` are sent in the place of
 * the files that they are called by; `asked` lists the paths of all requests so far.
 */
export async function serve(site, { withoutEndings = false, inPieces = false } = {}) {
  const prefix = await pathPrefix(site);
  const deployed = new Map();
  const asked = [];
  const look = (name) => stat(join(site, name)).catch(() => null);

  async function answer(request, response) {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    const path = decodeURIComponent(pathname);
    asked.push(path);
    const redirect = (status, location) => response.writeHead(status, { location: location + search }).end();
    if (withoutEndings && path.endsWith('.html')) return redirect(308, path.replace(/((?<=\/)index)?\.html$/, ''));
    let name = path.startsWith(prefix) ? fileOf(path.slice(prefix.length)) : null;
    if (name && withoutEndings && (await look(`${name}.html`))) name += '.html';
    const found = name && (await look(name));
    if (found?.isDirectory()) return redirect(301, `${path}/`);
    const isThere = found || deployed.has(name);
    const sent = isThere ? name : '404.html';
    response.writeHead(isThere ? 200 : 404, { 'content-type': types[extname(sent)] ?? 'application/octet-stream' });
    const content = deployed.get(sent) ?? (await readFile(join(site, sent)));
    return inPieces && sent.endsWith('.html') ? sendInPieces(content.toString(), response) : response.end(content);
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
  return { origin, base: origin + prefix, deployed, asked, close };
}
