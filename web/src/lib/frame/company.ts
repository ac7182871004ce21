/** Which company the pages speak about: the address says it, else the last one seen, else the first. */
import type { Named } from '$lib/api/types';
import { recall } from './memory';

export function chosenCompany(companies: Named[], asked: string | null): Named | undefined {
  const wanted = asked ?? recall('company');
  return companies.find(({ code }) => code === wanted) ?? companies[0];
}
