// The description of the API, as the product gives it.
import { readFile } from 'node:fs/promises';

const text = await readFile(new URL('../../../docs/openapi.json', import.meta.url), 'utf8');

export default { 'GET /api/openapi.json': () => JSON.parse(text) };
