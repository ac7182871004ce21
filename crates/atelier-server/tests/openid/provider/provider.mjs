// What the tests of sign-in by OpenID stand before, until their end of the pipe closes: a certified provider;
// a forger, which signs whatever the code asks it to; and a browser, which follows redirects to their end.
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { Provider } from 'oidc-provider';

const [BACK, SECRET] = process.argv.slice(2);
const client = (client_id) => ({ client_id, client_secret: SECRET, redirect_uris: [BACK], grant_types: ['authorization_code'], response_types: ['code'] });
const accounts = {
  lea: { email: 'lea@garonne.example', email_verified: true },
  twin: { email: 'lea@garonne.example', email_verified: true },
  unverified: { email: 'sam@garonne.example', email_verified: false },
  nomail: {},
  unknown: { email: 'zoe@garonne.example', email_verified: true },
  elsewhere: { email: 'eve@evil.example', email_verified: true },
  closed: { email: 'max@garonne.example', email_verified: true },
};

async function listen(handler) {
  const server = createServer((request, response) => handler(request, response));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

function json(response, value) {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}

// The provider. Whoever `login_hint` names is there, and agrees.
let provider, answered;
const real = await listen((request, response) =>
  request.url.startsWith('/interaction/') ? interaction(request, response) : answered(request, response));
provider = new Provider(real.url, {
  clients: [client('atelier'), client('other')],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  cookies: { keys: ['only for tests'] },
  findAccount: (_, id) => accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});
answered = provider.callback();

async function interaction(request, response) {
  const { params } = await provider.interactionDetails(request, response);
  const said = params.login_hint === 'nobody'
    ? { error: 'access_denied' }
    : { login: { accountId: params.login_hint } };
  await provider.interactionFinished(request, response, said, { mergeWithLastSubmission: false });
}

// The forger: the code is `KIND.NONCE`.
const known = await generateKeyPair('ES256');
const unknown = await generateKeyPair('ES256');
const forger = await listen(async (request, response) => {
  const at = new URL(request.url, forger.url).pathname;
  if (at === '/.well-known/openid-configuration') {
    return json(response, {
      issuer: forger.url, authorization_endpoint: `${forger.url}/auth`, token_endpoint: `${forger.url}/token`,
      jwks_uri: `${forger.url}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
    });
  }
  if (at === '/jwks') return json(response, { keys: [{ ...await exportJWK(known.publicKey), kid: 'known', use: 'sig', alg: 'ES256' }] });
  let body = '';
  for await (const chunk of request) body += chunk;
  const [kind, nonce] = new URLSearchParams(body).get('code').split('.');
  json(response, { access_token: 'opaque', token_type: 'Bearer', ...(kind === 'bare' ? {} : { id_token: await forged(kind, nonce) }) });
});

async function forged(kind, nonce) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: kind === 'issuer' ? 'https://evil.example' : forger.url,
    aud: kind === 'audience' ? 'other' : kind === 'audiences' ? ['atelier', 'other'] : 'atelier',
    sub: 'forged', iat: now - 60, exp: kind === 'expired' ? now - 10 : now + 60,
    ...(kind === 'no-nonce' ? {} : { nonce: kind === 'nonce' ? 'another' : nonce }),
    ...(kind === 'token' ? { at_hash: 'bm90IHRoaXMgb25l' } : {}),
    email: 'lea@garonne.example', email_verified: true,
  };
  if (kind === 'none') return new UnsecuredJWT(claims).encode();
  if (kind === 'shared') return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET));
  const kid = kind === 'key' ? 'unknown' : 'known';
  const key = ['key', 'signature'].includes(kind) ? unknown : known;
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(key.privateKey);
}

// The browser: `/come?to=…` gives where it was sent at last; `/account?id=…&email=…` changes an account.
const browser = await listen(async (request, response) => {
  const asked = new URL(request.url, 'http://localhost');
  if (asked.pathname === '/account') {
    accounts[asked.searchParams.get('id')].email = asked.searchParams.get('email');
    return json(response, {});
  }
  if (!asked.searchParams.has('to')) return json(response, {});
  const cookies = new Map();
  let to = asked.searchParams.get('to');
  for (let step = 0; step < 10 && !to.startsWith(BACK); step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(to, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=');
      if (value) cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) return json(response, { stopped: answer.status, told: await answer.text() });
    to = new URL(next, to).href;
  }
  json(response, { address: to });
});

// The other end reads one line only.
console.info = console.warn = console.debug = () => {};
console.log(JSON.stringify({ provider: real.url, forger: forger.url, browser: browser.url }));
process.stdin.resume().on('end', () => process.exit(0)).on('close', () => process.exit(0));
