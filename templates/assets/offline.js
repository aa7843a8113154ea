// The offline page: lists the visited pages that are kept in this browser.

const most = 50;

/** The name of the cache that the worker of the site at `root` keeps visited pages in; sw.js has the same name. */
export function cacheName(root) {
  return `versus ${root} pages`;
}

/** The addresses to look at of those that were kept, oldest first: the newest come first, and not too many. */
export function newestFirst(addresses) {
  return [...addresses].reverse().slice(0, most);
}

/** A list item that links to a kept page by its title; nothing for an offline page, like this one, or a 404 page. */
function itemOf(address, html) {
  const kept = new DOMParser().parseFromString(html, 'text/html');
  if (!kept.title || kept.querySelector('#kept, #guess')) return null;
  const link = document.createElement('a');
  link.href = address;
  link.lang = link.hreflang = kept.documentElement.lang;
  link.dir = kept.documentElement.dir;
  link.textContent = kept.title;
  const item = document.createElement('li');
  item.append(link);
  return item;
}

async function list() {
  const root = new URL(document.getElementById('site').dataset.root, document.baseURI).pathname;
  const cache = await caches.open(cacheName(root));
  const addresses = newestFirst((await cache.keys()).map((request) => request.url));
  const texts = await Promise.all(addresses.map(async (address) => (await cache.match(address, { ignoreVary: true }))?.text()));
  const items = addresses.map((address, place) => itemOf(address, texts[place] ?? '')).filter(Boolean);
  if (items.length > 0) document.getElementById('kept').replaceChildren(...items);
}

// Caches are there in secure contexts only; where they are not, the page says what it said before.
if (globalThis.document && globalThis.caches) list().catch(() => {});
