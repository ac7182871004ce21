import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginAct, curlOf, forgetCalls, lastCalls, operationOf, type Call, type Description } from '../src/lib/api/calls';
import { read, send } from '../src/lib/api/client';

const DESCRIPTION = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as Description;
const answer = (body: unknown, status = 200) => vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status }))));
const kept = () => JSON.stringify(lastCalls());
const last = () => lastCalls()[0] as Call;

beforeEach(forgetCalls);
afterEach(() => vi.unstubAllGlobals());

describe('secrets are never kept', () => {
  const addresses = ['/api/session', '/api/session?lang=fr', '/api/session/password', '/api/session/second', '/api/session/second-factor/confirm', '/api/session/provider/code', '/api/invitation', '/api/invitation/accept', '/api/tokens', '/api/feed', '/api/users/7/invitation'];
  for (const url of addresses)
    it(`neither what is sent to ${url} nor what it answers`, async () => {
      answer({ label: 'ABRACADABRA' });
      await send('POST', url, { login: 'ABRACADABRA', code: 'ABRACADABRA' });
      expect(kept()).not.toContain('ABRACADABRA');
      expect([last().sent, last().answer]).toEqual([{ without: 'secret' }, { without: 'secret' }]);
    });

  for (const [url, body] of Object.entries({
    '/api/users': { login: 'ana@metrios.example', invitation: 'ABRACADABRA' },
    '/api/webhooks': { id: '1', secret: 'ABRACADABRA' },
    '/api/things': { one: [{ password: 'ABRACADABRA', codes: ['ABRACADABRA'], newPassword: 'ABRACADABRA', token: 'ABRACADABRA' }] },
  }))
    it(`nor a field that holds one, in what ${url} is sent and answers`, async () => {
      answer(body);
      await send('POST', url, body);
      expect(kept()).not.toContain('ABRACADABRA');
      expect(last().answer).toHaveProperty('json');
    });

  it('nor what a refusal repeats, nor the body of what never arrived', async () => {
    answer({ title: 'ABRACADABRA', detail: 'ABRACADABRA' }, 422);
    await expect(send('POST', '/api/session', { password: 'ABRACADABRA' })).rejects.toThrow();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('cut')));
    await expect(send('POST', '/api/session', { password: 'ABRACADABRA' })).rejects.toThrow();
    expect(kept()).not.toContain('ABRACADABRA');
    expect(lastCalls().map(({ state }) => state)).toEqual(['answered', 'unreachable']);
  });

  it('nor what files hold', async () => {
    answer({ id: '1' });
    const form = new FormData();
    form.set('mapping', 'ABRACADABRA');
    await send('POST', '/api/imports', form);
    await send('POST', '/api/orders/1/files', new Blob(['ABRACADABRA']));
    expect(kept()).not.toContain('ABRACADABRA');
    expect(lastCalls().map(({ sent }) => sent)).toEqual([{ without: 'file' }, { without: 'file' }]);
  });
});

describe('the last calls', () => {
  it('put the call that an act made first, then what was read after it', async () => {
    answer({});
    beginAct('');
    await read('/api/accounts');
    beginAct('Enregistrer');
    await Promise.all([read('/api/search'), send('PATCH', '/api/accounts/1', { sector: 'Rail' })]);
    expect(lastCalls().map(({ method, url, act }) => `${act.name} ${method} ${url}`)).toEqual(['Enregistrer PATCH /api/accounts/1', 'Enregistrer GET /api/search', ' GET /api/accounts']);
    expect(last()).toMatchObject({ status: 200, state: 'answered', sent: { json: '{\n  "sector": "Rail"\n}' } });
  });

  it('are fifty at most, without long bodies, without what nobody waited for', async () => {
    answer({ text: 'x'.repeat(20_000) });
    for (let at = 0; at < 60; at++) await read(`/api/accounts/${at}`);
    expect(lastCalls()).toHaveLength(50);
    expect(last().answer).toEqual({ without: 'long' });
    const stop = new AbortController();
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('', 'AbortError')));
    stop.abort();
    await expect(read('/api/given-up', stop.signal)).rejects.toThrow();
    expect(kept()).not.toContain('given-up');
  });

  it('are gone when the reader leaves', async () => {
    answer({});
    await read('/api/day');
    forgetCalls();
    expect(lastCalls()).toEqual([]);
  });
});

describe('a call', () => {
  it('is a command for a terminal, a key to be put in, an apostrophe held', async () => {
    answer({});
    await send('PATCH', '/api/accounts/1?lang=fr', { name: "L'atelier" }, { seen: '"3"', key: 'k' });
    expect(curlOf(last(), 'https://a.example')).toBe(
      `curl -X PATCH 'https://a.example/api/accounts/1?lang=fr' \\\n  -H 'Authorization: Bearer atl_…' \\\n  -H 'content-type: application/json' \\\n  -H 'idempotency-key: k' \\\n  -H 'if-match: "3"' \\\n  --data-raw '{\n  "name": "L'\\''atelier"\n}'`,
    );
  });

  it('is found in the description, with its line and the right that it asks for', () => {
    const found = (method: string, url: string) => operationOf(DESCRIPTION, { method, url })?.name;
    expect([found('GET', '/api/accounts?limit=2'), found('PATCH', '/api/accounts/7'), found('POST', '/api/accounts/bulk'), found('GET', '/calendar.ics?person=1'), found('GET', '/nowhere')]).toEqual(['listAccounts', 'changeAccount', 'addAccounts', 'calendar', undefined]);
    expect(operationOf(DESCRIPTION, { method: 'PATCH', url: '/api/accounts/7' })).toEqual({ name: 'changeAccount', line: 'Changes a firm.', permission: 'accounts/write' });
  });
});
