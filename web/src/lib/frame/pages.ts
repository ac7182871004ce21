/** The pages of the rail, each with the permission it asks for. Each is its own chunk: the day does not carry the drawing of the plan. */
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import type { Component } from 'svelte';
import type { Permission } from '$lib/api/types';

interface Page {
  path: string;
  name: string;
  icon: typeof CalendarCheck;
  asks: Permission;
  load: () => Promise<{ default: Component<{ company: string }> }>;
}

export const PAGES: readonly Page[] = [
  { path: '/', name: 'rail-day', icon: CalendarCheck, asks: 'day/read', load: () => import('../../routes/Day.svelte') },
  { path: '/plan', name: 'rail-plan', icon: ChartColumn, asks: 'plan/read', load: () => import('../../routes/Plan.svelte') },
];
