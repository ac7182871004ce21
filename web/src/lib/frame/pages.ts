/**
 * The words of the rail and the pages of each. A page is its own chunk, with the sentences (`web-<word>.ftl`) it needs:
 * the day does not carry the drawing of the plan.
 */
import Building from '@lucide/svelte/icons/building-2';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import Gauge from '@lucide/svelte/icons/gauge';
import Workflow from '@lucide/svelte/icons/workflow';
import Settings from '@lucide/svelte/icons/settings';
import type { Component } from 'svelte';
import type { Permission } from '$lib/api/types';
import { may, me } from '$lib/controls/session.svelte';
import { learn } from '$lib/language/index.svelte';

/** A page is given the code of the company; most use nothing of it. */
type View = Promise<{ default: Component<any> }>;

export interface Page {
  path: string;
  /** Sentence that names it: title of the window, and tab of its word unless it is `inside` another page. */
  name: string;
  asks: Permission;
  /** Roles whose page it is; absent: of everybody who has the permission. */
  of?: readonly string[];
  load: () => View;
  /** Path of the page that leads to it (from the list of firms to one of them), whose tab it keeps lit: it has none itself. */
  inside?: string;
  /** Choices in its address that one keeps under a name, for oneself or one's unit. */
  filters?: readonly string[];
}

export interface Word {
  name: string;
  icon: typeof CalendarCheck;
  pages: readonly Page[];
}

/** Loads the sentences, then the page. */
const told = (words: string[], page: () => View) => () => learn(words).then(page);

export const WORDS: readonly Word[] = [
  {
    name: 'rail-function',
    icon: ClipboardCheck,
    pages: [
      { path: '/function', name: 'rail-function', asks: 'company/read', of: ['finance', 'general-management', 'compliance', 'human-resources'], load: told(['approvals', 'help'], () => import('../../routes/Function.svelte')) },
    ],
  },
  {
    name: 'rail-day',
    icon: CalendarCheck,
    pages: [
      { path: '/', name: 'rail-day', asks: 'day/read', load: told([], () => import('../../routes/Day.svelte')) },
      { path: '/conversations', name: 'tab-flow', asks: 'day/read', filters: ['person', 'show'], load: told(['conversation'], () => import('../../routes/Conversations.svelte')) },
      { path: '/calendar', name: 'tab-agenda', asks: 'day/read', filters: ['person'], load: told(['conversation'], () => import('../../routes/Agenda.svelte')) },
      { path: '/give-back', name: 'tab-give', asks: 'day/read', load: told(['conversation'], () => import('../../routes/GiveBack.svelte')) },
      { path: '/sheet', name: 'page-sheet', asks: 'day/read', inside: '/', load: told(['conversation'], () => import('../../routes/Sheet.svelte')) },
      { path: '/note', name: 'page-note', asks: 'orders/write', inside: '/conversations', load: told(['conversation', 'market'], () => import('../../routes/Note.svelte')) },
      { path: '/conversation', name: 'page-conversation', asks: 'day/read', inside: '/conversations', load: told(['conversation'], () => import('../../routes/Conversation.svelte')) },
    ],
  },
  {
    name: 'rail-plan',
    icon: ChartColumn,
    pages: [
      { path: '/plan', name: 'tab-load', asks: 'plan/read', filters: ['kind', 'scenario'], load: told([], () => import('../../routes/Plan.svelte')) },
      { path: '/board', name: 'tab-board', asks: 'day/read', filters: ['zoom', 'team', 'text'], load: told(['board'], () => import('../../routes/Board.svelte')) },
      { path: '/needs', name: 'tab-needs', asks: 'plan/read', filters: ['process'], load: told(['director'], () => import('../../routes/Needs.svelte')) },
      { path: '/wip', name: 'page-wip', asks: 'plan/read', inside: '/needs', filters: ['process'], load: told(['director'], () => import('../../routes/Wip.svelte')) },
      { path: '/scenarios', name: 'tab-scenarios', asks: 'plan/read', filters: ['process'], load: told(['director'], () => import('../../routes/Scenarios.svelte')) },
      { path: '/promise', name: 'tab-promise', asks: 'plan/read', filters: ['process', 'deals', 'revenue', 'margin', 'from', 'to'], load: told(['director'], () => import('../../routes/Promise.svelte')) },
      { path: '/versions', name: 'tab-versions', asks: 'plan/read', filters: ['old', 'new'], load: told(['board', 'director', 'list'], () => import('../../routes/Versions.svelte')) },
      { path: '/cascade', name: 'tab-cascade', asks: 'processes/read', load: told(['director'], () => import('../../routes/Cascade.svelte')) },
      { path: '/actions', name: 'page-actions', asks: 'day/read', inside: '/cascade', filters: ['process', 'objective', 'state', 'who', 'week', 'person', 'what'], load: told(['director', 'views', 'list'], () => import('../../routes/Actions.svelte')) },
    ],
  },
  {
    name: 'rail-market',
    icon: Building,
    pages: [
      { path: '/accounts', name: 'rail-market', asks: 'accounts/read', filters: ['text', 'sector', 'country', 'sort'], load: told(['market', 'list'], () => import('../../routes/Accounts.svelte')) },
      { path: '/opportunities', name: 'tab-opportunities', asks: 'opportunities/read', filters: ['standing', 'sort', 'as', 'process'], load: told(['market', 'list'], () => import('../../routes/Opportunities.svelte')) },
      { path: '/approvals', name: 'tab-approvals', asks: 'confirmations/read', load: told(['approvals', 'market'], () => import('../../routes/Approvals.svelte')) },
      { path: '/account', name: 'tab-account', asks: 'accounts/read', inside: '/accounts', load: told(['market', 'conversation'], () => import('../../routes/Account.svelte')) },
      { path: '/opportunity', name: 'tab-opportunity', asks: 'opportunities/read', inside: '/opportunities', load: told(['market', 'conversation', 'approvals'], () => import('../../routes/Opportunity.svelte')) },
    ],
  },
  {
    name: 'rail-indicators',
    icon: Gauge,
    pages: [{ path: '/indicators', name: 'rail-indicators', asks: 'indicators/read', filters: ['process', 'from', 'to'], load: told(['board', 'director'], () => import('../../routes/Indicators.svelte')) }],
  },
  {
    name: 'rail-process',
    icon: Workflow,
    pages: [
      { path: '/processes', name: 'tab-processes', asks: 'processes/read', load: told(['process'], () => import('../../routes/Processes.svelte')) },
      { path: '/process', name: 'tab-process', asks: 'processes/read', inside: '/processes', load: told(['process'], () => import('../../routes/Process.svelte')) },
      { path: '/objectives', name: 'tab-objectives', asks: 'processes/read', load: told(['process'], () => import('../../routes/Objectives.svelte')) },
      { path: '/workshop', name: 'tab-workshop', asks: 'processes/read', filters: ['view', 'text'], load: told(['process', 'workshop', 'again'], () => import('../../routes/Workshop.svelte')) },
      { path: '/imports', name: 'tab-imports', asks: 'imports/read', filters: ['state'], load: told(['imports', 'again', 'views'], () => import('../../routes/Imports.svelte')) },
    ],
  },
  {
    name: 'rail-upkeep',
    icon: Settings,
    pages: [
      { path: '/users', name: 'tab-users', asks: 'users/read', filters: ['state'], load: told(['upkeep', 'views'], () => import('../../routes/Users.svelte')) },
      { path: '/jobs', name: 'tab-jobs', asks: 'jobs/read', filters: ['kind', 'state'], load: told(['upkeep', 'views'], () => import('../../routes/Jobs.svelte')) },
      { path: '/journal', name: 'tab-journal', asks: 'accesses/read', filters: ['outcome', 'who'], load: told(['upkeep', 'views'], () => import('../../routes/Journal.svelte')) },
      { path: '/keeping', name: 'tab-keeping', asks: 'gate/read', load: told(['upkeep'], () => import('../../routes/Keeping.svelte')) },
      { path: '/settings', name: 'tab-settings', asks: 'webhooks/read', load: told(['upkeep'], () => import('../../routes/Settings.svelte')) },
    ],
  },
];

export const PAGES: readonly Page[] = WORDS.flatMap(({ pages }) => pages);

/** Whether the reader may open a page, and it is one of theirs. */
export const opens = ({ asks, of }: Page): boolean => may(asks) && (!of || (me()?.roles.some(({ code }) => of.includes(code)) ?? false));

export const pageAt = (path: string): Page | undefined => PAGES.find((page) => page.path === path);

export function wordOf(path: string): Word | undefined {
  return WORDS.find(({ pages }) => pages.some((page) => page.path === path));
}
