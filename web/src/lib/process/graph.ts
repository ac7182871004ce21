/** A process, or one of its steps, as a graph laid out by itself: what is drawn, never what is true. */
import dagre from '@dagrejs/dagre';
import type { Process, Step, Talk } from './types';

export type Kind = 'step' | 'operation' | 'evidence' | 'door';

export interface Dot {
  /** `step/goal`, `operation/calls`, `evidence/goal-mail`, `from/goal`, `to/use`. */
  id: string;
  kind: Kind;
  fr: string;
  en: string;
  /** What is drawn under the name: set by who draws. */
  part: Step | Step['operations'][number] | undefined;
}

export interface Arrow {
  from: string;
  to: string;
}

export interface Drawn {
  dots: Dot[];
  arrows: Arrow[];
}

export const WIDTH = 264;
/** A box with its name and its figures; a conversation in it, without and with the use it tells. */
const HEIGHT = 88;
const TALK = 44;
const TOLD = 76;

/** The conversations that a step or an operation holds: with whom, on what, to see which use. */
export function talks({ kind, part }: Dot): Talk[] {
  if (!part || kind === 'door') return [];
  const operations = 'operations' in part ? part.operations : [part];
  return operations.flatMap(({ conversation }) => (conversation ? [conversation] : []));
}

/** How high a box is drawn: its texts are cut to the lines they have. */
export function heightOf(dot: Dot): number {
  return talks(dot).reduce((height, { scenario }) => height + (scenario && !scenario.draft ? TOLD : TALK), HEIGHT);
}

/** The steps, and which feeds which. */
export function whole({ steps }: Process): Drawn {
  const dots = steps.map((part): Dot => ({ id: `step/${part.code}`, kind: 'step', ...part.name, part }));
  const arrows = steps.flatMap(({ code, after }) => after.map(({ step }) => ({ from: `step/${step}`, to: `step/${code}` })));
  return { dots, arrows };
}

/** What happens in one step: whence one comes, the work in its order, the proofs any of which closes it, whither one goes. */
export function inside({ steps }: Process, code: string): Drawn {
  const step = steps.find((one) => one.code === code);
  if (!step) return { dots: [], arrows: [] };
  const door = (way: 'from' | 'to') => (one: Step): Dot => ({ id: `${way}/${one.code}`, kind: 'door', ...one.name, part: one });
  const before = steps.filter((one) => step.after.some((input) => input.step === one.code)).map(door('from'));
  const next = steps.filter((one) => one.after.some((input) => input.step === code)).map(door('to'));
  const work = step.operations.map((part): Dot => ({ id: `operation/${part.code}`, kind: 'operation', ...part.name, part }));
  const proofs = step.evidence.map((one): Dot => ({ id: `evidence/${one.code}`, kind: 'evidence', ...one.name, part: undefined }));
  const rows = [before, ...work.map((one) => [one]), proofs, next].filter((row) => row.length > 0);
  const arrows = rows.slice(1).flatMap((row, at) => rows[at]!.flatMap((from) => row.map((to) => ({ from: from.id, to: to.id }))));
  return { dots: rows.flat(), arrows };
}

export interface Laid {
  /** The corner at the top left of each dot. */
  places: Map<string, { x: number; y: number }>;
  /** Of the whole, its own top left being 0, 0. */
  width: number;
  height: number;
}

/** Where each dot is, from top to bottom. */
export function laid({ dots, arrows }: Drawn): Laid {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 36 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const dot of dots) graph.setNode(dot.id, { width: WIDTH, height: heightOf(dot) });
  for (const { from, to } of arrows) graph.setEdge(from, to);
  dagre.layout(graph);
  const places = new Map(dots.map((dot) => {
    const { x, y } = graph.node(dot.id) as { x: number; y: number };
    return [dot.id, { x: x - WIDTH / 2, y: y - heightOf(dot) / 2 }];
  }));
  const most = (sizes: number[]) => Math.max(0, ...sizes);
  return {
    places,
    width: most([...places.values()].map(({ x }) => x + WIDTH)),
    height: most(dots.map((dot) => places.get(dot.id)!.y + heightOf(dot))),
  };
}
