/** What went wrong, in sentences: those of the server when it explained itself, else ours. */
import type { Problem } from '$lib/api/client';
import { t } from '$lib/language/index.svelte';

/** What happened, then why and what to do: what `Refusal` and `Notice` show. */
export function inWords({ kind, status, body }: Problem): { what: string; why: string } {
  if (!body) return { what: t(`problem-${kind}`, { status }), why: t(`problem-${kind}-why`) };
  return { what: body.title, why: [body.detail, body.remedy].filter(Boolean).join(' ') };
}
