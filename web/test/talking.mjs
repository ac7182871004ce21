// A conversation of somebody's days ahead, found through the API: on the stand-in and on a live demonstration.
import assert from 'node:assert/strict';
import { session } from './browser.mjs';

/** What the API at `url` answers to a login. */
export async function ask(url, login, at, { method = 'GET', query = {}, body, headers = {} } = {}) {
  const { name, value } = await session(url, login);
  return fetch(`${url}${at}?${new URLSearchParams({ lang: 'fr', ...query })}`, {
    method, headers: { cookie: `${name}=${value}`, ...(body && { 'content-type': 'application/json' }), ...headers }, body: body && JSON.stringify(body),
  });
}

/** The first day, from the day on which the plan opens, on which `login` speaks to somebody; `skip` passes over the first of them. */
export async function somebodyTalking(url, login, skip = 0, wanted = ({ is_conversation }) => is_conversation) {
  const { person } = await (await ask(url, login, '/api/session')).json();
  const { today } = await (await ask(url, login, '/api/people')).json();
  let left = skip;
  for (let date = today, day; date; date = day.next_day) {
    day = await (await ask(url, login, '/api/day', { query: { person, date } })).json();
    for (const item of day.items.filter(wanted)) if (left-- === 0) return { login, person, date, order: item.id, item, day };
  }
  return assert.fail(`${login} speaks to nobody`);
}

/** The first day on which something without an action is suggested to `login`. */
export async function somethingSuggested(url, login) {
  const { person } = await (await ask(url, login, '/api/session')).json();
  const { today } = await (await ask(url, login, '/api/people')).json();
  for (let date = today, day; date; date = day.next_day) {
    day = await (await ask(url, login, '/api/day', { query: { person, date } })).json();
    const one = day.suggestions.find(({ order, reminder }) => order === null && reminder !== null);
    if (one) return { person, date, one };
  }
  return assert.fail(`${login} is reminded of nothing`);
}

/** A firm with an open deal that `login` sees, and that deal. */
export async function firm(url, login) {
  const { rows } = await (await ask(url, login, '/api/opportunities', { query: { standing: 'open', limit: '200' } })).json();
  const deal = rows.find(({ account }) => account);
  assert.ok(deal, `${login} sees no firm with an open deal`);
  return { ...(await (await ask(url, login, `/api/accounts/${deal.account}`)).json()), deal };
}
