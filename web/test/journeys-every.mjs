// Every page, in both languages and themes, on a desk and on a phone: axe, typography, no raw key, no sideways scroll [27, 28, 29].
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { EVERY } from './every.mjs';
import { server, soundly, visit } from './visits.mjs';

for (const { name, at, login, steps = () => {}, expected } of EVERY)
  describe(`every page: ${name}`, () => {
    for (const lang of ['fr', 'en'])
      for (const theme of ['light', 'dark'])
        for (const width of [1280, 360])
          test(`${name}, ${lang} ${theme} ${width}`, async () =>
            visit(typeof at === 'string' ? at : await at(server.url), { lang, theme, width, ...(login !== undefined && { login }), ...(expected && { expected }) }, async (page, context) => {
              await steps(page, context);
              await soundly(page, { lang, theme });
              assert.deepEqual(await violations(page, context), []);
            }));
  });
