// Keeps the pages that a reader has visited, so that they can be read again without a network.
//
// This file has nothing of one build in it. Its caches outlive it: a new version takes over at once, which is safe since
// pages come from the network first and what lies below assets/ never changes under its name.
//
//   versus ROOT pages         visited pages by their address without query, newest last
//   versus ROOT assets        what those pages use, in the order in which it came
//   versus ROOT offline PATH  the offline page of a language, at PATH, and all that it uses; never trimmed. Only here is
//                             the index of a search, which has to be renewed: a copy elsewhere would be found in its place.
//
// ROOT is in the names because other sites, perhaps of the same kind, may lie on the same host.

const root = new URL(registration.scope).pathname;
const pagesName = `versus ${root} pages`;
const assetsName = `versus ${root} assets`;
const offlineName = `versus ${root} offline `;

const mostPages = 300;
const mostAssets = 80;
const patience = 3000; // milliseconds that a page may take while there is a copy of it

/** What a path of the site is: a page, an asset that never changes, an index of the search, or nothing that is kept. */
function kindOf(path) {
  if (!path.startsWith(root)) return null;
  const rest = path.slice(root.length);
  if (/^assets\/.*\.[0-9a-f]{8,}\.\w+$/.test(rest)) return 'asset';
  if (/^data\/search\.[\w-]+\.json$/.test(rest)) return 'index';
  if (/^(assets|copy|data)\//.test(rest)) return null;
  return /(^|\/)[^/.]*$|\.html$/.test(rest) ? 'page' : null;
}

function kindOfAddress(address) {
  const { origin, pathname } = new URL(address);
  return origin === location.origin ? kindOf(pathname) : null;
}

/** The address that a page is kept under: a static host sends the same for every query. */
function keyOf(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/** The assets that a page names in its markup, and the index of its search, as addresses. */
function assetsIn(html, address) {
  const named = Array.from(html.matchAll(/\s(?:src|href|data-\w+)="([^"\s]+)"/g), (match) => match[1]);
  const addresses = named.filter((name) => URL.canParse(name, address)).map((name) => new URL(name, address).href);
  return [...new Set(addresses)].filter((each) => ['asset', 'index'].includes(kindOfAddress(each)));
}

/** The offline page of the language that a path belongs to: the one whose language's home page is nearest above the path. */
function nearestOffline(offlinePaths, path) {
  const home = (offline) => offline.replace(/[^/]+\/?$/, '');
  const [nearest] = offlinePaths
    .filter((offline) => path.startsWith(home(offline)))
    .sort((a, b) => home(b).length - home(a).length);
  return nearest ?? offlinePaths[0];
}

/** An opaque response may be an error. */
function isSound(response) {
  return response.status === 200 && response.type === 'basic';
}

/** A redirected response must not answer a navigation. */
function isKeepable(response) {
  return isSound(response) && !response.redirected;
}

/** The copy of an address, if there is one. A store that cannot be read is an empty one: the network can still answer. */
function copyOf(address) {
  return caches.match(address, { ignoreVary: true }).catch(() => undefined);
}

/** Puts a response last, as the newest, and lets the oldest go. */
async function keep(name, address, response, most) {
  const cache = await caches.open(name);
  const again = response.clone();
  // Nothing is deleted before this: where there is no space for it, the copy of before stays.
  await cache.put(address, response);
  let kept = await cache.keys();
  if (kept.at(-1)?.url !== address) {
    // Not every browser moves what is put again to the end.
    await cache.delete(address, { ignoreVary: true });
    await cache.put(address, again);
    kept = await cache.keys();
  }
  await Promise.all(kept.slice(0, Math.max(0, kept.length - most)).map((oldest) => cache.delete(oldest, { ignoreVary: true })));
}

async function keepPage(address, response) {
  if (isKeepable(response) && response.headers.get('content-type')?.startsWith('text/html')) {
    await keep(pagesName, keyOf(address), response, mostPages);
  } else if (response.status === 404 || response.status === 410) {
    await (await caches.open(pagesName)).delete(keyOf(address), { ignoreVary: true });
  }
}

async function offlineAnswer(address) {
  const names = (await caches.keys()).filter((name) => name.startsWith(offlineName));
  const offline = nearestOffline(names.map((name) => name.slice(offlineName.length)), new URL(address).pathname);
  return (offline && (await copyOf(new URL(offline, location.origin).href))) || Response.error();
}

/** Network first; but a copy goes before a network that is slow, a host that is ill, and the offline page. */
async function answerPage(address, fetched) {
  const copy = await copyOf(keyOf(address));
  const answer = fetched.then(
    (response) => (copy && response.status >= 500 ? copy : response),
    () => copy ?? offlineAnswer(address),
  );
  if (!copy) return answer;
  return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, patience, copy))]);
}

async function answerAsset(event) {
  const copy = await copyOf(event.request.url);
  if (copy) return copy;
  const response = await fetch(event.request);
  if (isKeepable(response)) event.waitUntil(keep(assetsName, event.request.url, response.clone(), mostAssets));
  return response;
}

/** Network first, since an index changes under its name. */
async function answerIndex(event) {
  const { url } = event.request;
  try {
    const response = await fetch(event.request);
    if (isKeepable(response)) event.waitUntil(renew(url, response.clone()));
    return response;
  } catch (error) {
    const copy = await copyOf(url);
    if (!copy) throw error;
    return copy;
  }
}

/** Puts an index in the place of its copy. As long as there is none, the offline page is not kept yet, and brings it. */
async function renew(address, response) {
  for (const name of (await caches.keys()).filter((each) => each.startsWith(offlineName))) {
    const cache = await caches.open(name);
    if (await cache.match(address, { ignoreVary: true })) await cache.put(address, response.clone());
  }
}

const renewed = new Set(); // the offline pages that this worker has looked at since it was started

/**
 * Keeps an offline page with its assets and the index of its search. Page and index change under their names: they are
 * fetched again once per start of the worker, and together with new assets, which may not understand the old index.
 */
async function keepOffline(offline, needed) {
  const cache = await caches.open(offlineName + new URL(offline).pathname);
  const held = (await cache.keys()).map((request) => request.url);
  if (renewed.has(offline) && [offline, ...needed].every((address) => held.includes(address))) return;
  const response = await fetch(offline, { cache: 'no-cache' });
  if (!isSound(response)) return;
  const html = await response.text();
  const assets = assetsIn(html, offline);
  const isIndex = (address) => kindOfAddress(address) === 'index';
  const wanted = assets.filter((address) => isIndex(address) || !held.includes(address));
  await cache.addAll(wanted.map((address) => new Request(address, { cache: isIndex(address) ? 'no-cache' : 'default' })));
  // A response of its own, since some hosts redirect `offline.html` to `offline`.
  await cache.put(offline, new Response(html, { headers: response.headers }));
  for (const old of held.filter((address) => address !== offline && !assets.includes(address))) {
    // Visited pages of the build before still need it.
    const copy = isIndex(old) ? null : await cache.match(old, { ignoreVary: true });
    if (copy) await keep(assetsName, old, copy, mostAssets);
    await cache.delete(old, { ignoreVary: true });
  }
  renewed.add(offline);
}

/** Keeps the page that the reader came to before this worker was there to see it. */
async function keepFirst(address) {
  // The browser has just had it: this takes no second request, nor one for a page that is not there.
  const response = await fetch(address, { cache: 'force-cache' });
  if (!isKeepable(response)) return;
  const assets = assetsIn(await response.clone().text(), address).filter((each) => kindOfAddress(each) === 'asset');
  await keepPage(address, response);
  for (const asset of assets) {
    if (await copyOf(asset)) continue;
    const found = await fetch(asset);
    if (isKeepable(found)) await keep(assetsName, asset, found, mostAssets);
  }
}

async function keepAll({ page, offline, needed }) {
  // In this order, so that what the two share is kept where it is not trimmed.
  if (kindOfAddress(offline) === 'page') await keepOffline(offline, needed);
  if (page && kindOfAddress(page) === 'page') await keepFirst(page);
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

// One after the other: pages that are opened together ask for the same. Where space or network fails, what was kept
// before stays, and the next page is another attempt at the offline page.
let done = Promise.resolve();
addEventListener('message', (event) => {
  done = done.then(() => keepAll(event.data)).catch(() => {});
  event.waitUntil(done);
});

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET') return;
  const kind = kindOfAddress(url);
  if (kind === 'page' && mode === 'navigate') {
    const fetched = fetch(event.request);
    event.waitUntil(fetched.then((response) => keepPage(url, response.clone())).catch(() => {}));
    event.respondWith(answerPage(url, fetched));
  } else if (kind === 'asset') {
    event.respondWith(answerAsset(event));
  } else if (kind === 'index') {
    event.respondWith(answerIndex(event));
  }
});
