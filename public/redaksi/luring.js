// Keeps what was opened in the newsroom at hand without a network: the pages of drafts and guides, the scripts
// and styles they need, and their photos. Words are kept by the editor itself; nothing here is ever written back.
// Signing out empties all of it.

const pages = 'ruang-warta-halaman';
const files = 'ruang-warta-berkas';
const offlinePage = '/redaksi/luring';
const kept = { pages: 40, files: 600 };

/** Milliseconds a page may take from a network that hardly works before the kept one is shown. */
const patience = 6000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  if (event.data === 'kosongkan') event.waitUntil(Promise.all([caches.delete(pages), caches.delete(files)]).then(keepOfflinePage));
  if (typeof event.data?.simpan === 'string' && isDraft(event.data.simpan)) event.waitUntil(keepDraft(event.data.simpan));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (isLasting(url.pathname)) event.respondWith(file(request));
  else if (isReference(url.pathname)) event.respondWith(fresh(request));
});

/** Files whose name never stands for other bytes. */
function isLasting(path) {
  const starts = ['/_next/static/', '/redaksi/media/', '/redaksi/bantuan/gambar/', '/trusted-chunks-'];
  return starts.some((start) => path.startsWith(start));
}

/** What the checks compare with: yesterday's is better than none. */
function isReference(path) {
  return /^\/redaksi\/naskah\/[^/]+\/rujukan$/.test(path);
}

function isDraft(path) {
  return /^\/redaksi\/naskah\/[^/]+$/.test(path) || path === '/redaksi';
}

/** Pages that are kept as they came: drafts, the desk, and the guides somebody has opened. */
function isKept(path) {
  return isDraft(path) || /^\/redaksi\/bantuan(?:\/[^/]+)?$/.test(path);
}

async function page(request, url) {
  const key = url.pathname;
  try {
    const answer = await inTime(fetch(request), isKept(key) ? patience : undefined);
    // A redirect (to sign in, to review) is no draft that could be shown again.
    if (isKept(key) && answer.ok && !answer.redirected) await put(pages, key, answer.clone(), kept.pages);
    return answer;
  } catch {
    const found = await caches.match(isKept(key) ? key : offlinePage, { cacheName: pages });
    if (found !== undefined && (isKept(key) || key === offlinePage)) return found;
    // A page knows its own address: shown at another one it would fetch that one's parts.
    return Response.redirect(offlinePage);
  }
}

async function fresh(request) {
  const key = new URL(request.url).pathname;
  try {
    const answer = await fetch(request);
    if (answer.ok) await put(pages, key, answer.clone(), kept.pages);
    return answer;
  } catch (error) {
    const found = await caches.match(key, { cacheName: pages });
    if (found === undefined) throw error;
    return found;
  }
}

async function file(request) {
  const found = await caches.match(request, { cacheName: files });
  if (found !== undefined) return found;
  const answer = await fetch(request);
  if (answer.ok && answer.status === 200) await put(files, request, answer.clone(), kept.files);
  return answer;
}

/** A device without room keeps nothing, and works as before. */
async function put(name, key, answer, limit) {
  try {
    const cache = await caches.open(name);
    await cache.put(key, answer);
    const keys = await cache.keys();
    // In the order in which they came; the page for being without a network came first and stays.
    const surplus = keys.filter((old) => new URL(old.url).pathname !== offlinePage).slice(0, Math.max(0, keys.length - limit));
    await Promise.all(surplus.map((old) => cache.delete(old)));
  } catch (error) {
    if (error.name !== 'QuotaExceededError') throw error;
  }
}

async function keepOfflinePage() {
  const answer = await fetch(offlinePage, { credentials: 'omit' });
  if (!answer.ok) throw new Error('the page for being without a network is not there');
  await (await caches.open(pages)).put(offlinePage, answer.clone());
  // Nobody has opened this page before it is needed: its scripts and styles are fetched along.
  await keepParts(await answer.text());
}

/** A draft that was just begun came without a navigation: its page is asked for once, to be there on a reload. */
async function keepDraft(path) {
  try {
    const answer = await fetch(path);
    if (!answer.ok || answer.redirected) return;
    await put(pages, path, answer.clone(), kept.pages);
    await keepParts(await answer.text());
  } catch (error) {
    // The network went meanwhile: it is kept when it is opened next.
    if (!(error instanceof TypeError)) throw error;
  }
}

async function keepParts(html) {
  const parts = new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g) ?? []);
  const cache = await caches.open(files);
  const missing = [];
  for (const part of parts) if ((await cache.match(part)) === undefined) missing.push(part);
  await cache.addAll(missing);
}

function inTime(answer, milliseconds) {
  if (milliseconds === undefined) return answer;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the network is too slow')), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
