/** An import as the server does it: put down, followed to its end, cancelled. */
import { Problem, address, follow, read, send } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import { current } from '$lib/language/index.svelte';

type Job = components['schemas']['Job'];
export type Done = components['schemas']['ImportDone'];

/** Between two looks at a job whose news no longer come. */
const LOOK_MS = 2_000;

export class Running {
  /** As it was last heard of. */
  job = $state.raw<Job>();
  /** Whether it only reads. */
  dry = $state(false);
  going = $derived(this.job?.state === 'waiting' || this.job?.state === 'running');
  /** What it did; nothing while it goes on, nor when it did not do it. */
  done = $derived(this.job?.state === 'done' ? (this.job.result as unknown as Done) : undefined);
  #close = () => {};

  /** Puts the files down, and ends when the job has ended. Throws a `Problem` when they are refused at once. */
  async bring(form: FormData, query: Record<string, string>): Promise<void> {
    this.forget();
    this.dry = 'dry_run' in query;
    this.job = await send<Job>('POST', address('/api/imports/jobs', { ...query, lang: current() }), form);
    await this.#ended(this.job.id);
  }

  /** What it has not written yet will not be. */
  async cancel(): Promise<void> {
    if (!this.job) return;
    await send('DELETE', address(`/api/jobs/${this.job.id}`, { lang: current() })).catch((cause: unknown) => {
      // It ended while it was being cancelled: what it did is told.
      if (!(cause instanceof Problem && cause.body?.code === 'app/job-ended')) throw cause;
    });
  }

  /** Nobody follows it any more; it goes on by itself. */
  forget(): void {
    this.#close();
    this.job = undefined;
  }

  #ended(id: string): Promise<void> {
    return new Promise((resolve) => {
      let look: ReturnType<typeof setTimeout> | undefined;
      const news = follow(address(`/api/jobs/${id}/progress`, { lang: current() }));
      const close = () => {
        news.close();
        clearTimeout(look);
        resolve();
      };
      this.#close = close;
      const hear = (job: Job) => {
        if (this.job?.id !== id) return;
        this.job = job;
        if (job.ended) close();
      };
      for (const event of ['progress', 'end']) news.addEventListener(event, ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as Job));
      // A line that is cut comes back by itself; one that is refused does not.
      news.onerror = () => {
        if (news.readyState === EventSource.CLOSED) void again();
      };
      const again = async () => {
        hear(await read<Job>(address(`/api/jobs/${id}`, { lang: current() })).catch(() => this.job!));
        if (this.job?.id === id && !this.job.ended) look = setTimeout(() => void again(), LOOK_MS);
      };
    });
  }
}
