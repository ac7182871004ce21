// The service worker: keeps the built files and the last answers that were read, so that both are there without a network.
// `VERSION` and `FILES` are written above this text by the build (vite.config.ts).
/* global VERSION, FILES */

const BUILT = `atelier-built-${VERSION}`;
const READ = 'atelier-read';
/** Answers worth keeping: what one opens on the road. Files, exports and the data of persons are never kept. */
const WORDS = /^\/api\/(session|companies|people|day|why|orders|conversations|promises|flow|accounts|contacts|opportunities|processes|views|load|bottlenecks)(\/|$)/;
const NEVER = /\/(events|package|consents|reach|second-factor|provider)$/;
/** Answers kept, the oldest given up first. */
const MOST = 400;

/** Changes when somebody comes in or leaves: an answer asked for before is not kept after. */
let reign = 0;

self.addEventListener('install', (event) => event.waitUntil(caches.open(BUILT).then((cache) => cache.addAll(FILES))));

self.addEventListener('activate', (event) => event.waitUntil(activate()));

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith('atelier-') && name !== BUILT && name !== READ);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The page tells what it had read before the worker was there, and what its reader will want: that is not counted as read. */
self.addEventListener('message', (event) => {
  const { keep = [], ahead = [] } = event.data ?? {};
  const wanted = [...keep.map((url) => [url, url]), ...ahead.map((url) => [url, `${url}&counted=false`])];
  event.waitUntil(Promise.all(wanted.filter(([url]) => isKept(new URL(url))).map(([url, from]) => again(url, from))));
});

function again(url, from) {
  const asked = (address) => new Request(address, { headers: { accept: 'application/json' } });
  const began = reign;
  return fetch(asked(from)).then((answer) => (answer.ok ? keep(asked(url), answer, began) : undefined), () => undefined);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method !== 'GET') {
    if (url.pathname.startsWith('/api/session') || url.pathname === '/api/invitation/accept') event.respondWith(door(request));
  } else if (request.mode === 'navigate') {
    if (!url.pathname.startsWith('/api/') && !/\.\w+$/.test(url.pathname)) event.respondWith(page(request));
  } else if (url.pathname.startsWith('/assets/') || FILES.includes(url.pathname)) {
    event.respondWith(built(request));
  } else if (isKept(url) && request.headers.get('accept') === 'application/json') {
    event.respondWith(read(event));
  }
});

const isKept = (url) => url.origin === self.location.origin && WORDS.test(url.pathname) && !NEVER.test(url.pathname);

/** Whoever comes in or leaves finds nothing of the one before. */
async function door(request) {
  const answer = await fetch(request);
  if (answer.ok) await forget();
  return answer;
}

function forget() {
  reign += 1;
  return caches.delete(READ);
}

/** One page stands for all addresses; without a network, the one kept last. */
async function page(request) {
  const cache = await caches.open(BUILT);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put('/', answer.clone());
    return answer;
  } catch (cause) {
    const kept = await cache.match('/');
    if (kept) return kept;
    throw cause;
  }
}

/** Files are named by their content: what is kept is right. */
async function built(request) {
  const cache = await caches.open(BUILT);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** The server first; without a network, the last answer, which says since when it is kept. */
async function read(event) {
  const { request } = event;
  const began = reign;
  try {
    const answer = await fetch(request);
    if (answer.status === 401) await forget();
    else if (answer.ok) event.waitUntil(keep(request, answer.clone(), began));
    return answer;
  } catch (cause) {
    const kept = await (await caches.open(READ)).match(request, { ignoreVary: true });
    if (kept) return kept;
    throw cause;
  }
}

async function keep(request, answer, began) {
  const body = await answer.text();
  if (new URL(request.url).pathname === '/api/session') await sameReader(body);
  else if (began !== reign) return;
  const mine = reign;
  const headers = new Headers(answer.headers);
  headers.set('x-atelier-kept', new Date().toISOString());
  // One answer for one address: it takes the place of the one before, at the end, so that the order is that of the last reading.
  headers.delete('vary');
  const cache = await caches.open(READ);
  await cache.put(request, new Response(body, { status: answer.status, headers }));
  // Somebody left while it was being written.
  if (reign !== mine) return caches.delete(READ);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
}

/** Another login than the one whose answers are kept: they are given up. */
async function sameReader(body) {
  const cache = await caches.open(READ);
  const [before] = await cache.matchAll('/api/session', { ignoreSearch: true, ignoreVary: true });
  if (before && (await before.json()).login !== JSON.parse(body).login) await forget();
}
