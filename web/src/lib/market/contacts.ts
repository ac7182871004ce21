/** People at a firm, and what they agreed to. */
import type { components } from '$lib/api/schema';

export type Contact = components['schemas']['Contact'];
export type Consent = components['schemas']['Consent'];

export const CHANNELS = ['mail', 'phone', 'message', 'post', 'visit'] as const;
export const AIMS = ['prospecting', 'contract', 'survey'] as const;
export const FIELDS = ['name', 'function', 'phone', 'mail', 'language'] as const;
export type ContactField = (typeof FIELDS)[number];

/** What was said of one channel for one purpose, if anything. */
export function saidOf(consents: readonly Consent[], channel: string, aim: string): Consent | undefined {
  return consents.find((one) => one.channel === channel && one.aim === aim);
}
