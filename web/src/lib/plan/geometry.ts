/** Where things stand in the drawing of load against capacity: minutes in, pixels out, nothing drawn. */
import type { WeekLoad } from '$lib/api/types';

export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** One week: its seat, the part of the load within capacity, and the part above it. */
export interface Bar {
  week: string;
  x: number;
  width: number;
  seat: { x: number; width: number };
  within: { y: number; height: number };
  above: { y: number; height: number } | null;
  capacityY: number;
  topY: number;
}

export interface Drawing {
  bars: Bar[];
  ticks: { y: number; minutes: number }[];
  /** A stair: the capacity of each week over its whole seat. */
  capacityPath: string;
  /** Through the middle of the weeks where something is missing; empty when nothing is. */
  shortagePath: string;
  shortagePoints: { x: number; y: number }[];
  floorY: number;
  /** One label every so many weeks, so that they never touch. */
  labelEvery: number;
}

const LABEL_ROOM = 34;

/** Heights share one scale, so that a bar, a capacity and a shortage compare by eye. */
export function draw(weeks: WeekLoad[], frame: Frame): Drawing {
  const scale = scaleOf(weeks);
  const floorY = frame.height - frame.bottom;
  const y = (minutes: number) => floorY - (minutes / scale.top) * (floorY - frame.top);
  const seat = (frame.width - frame.left - frame.right) / Math.max(weeks.length, 1);
  const bars = weeks.map((week, index) => bar(week, frame.left + index * seat, seat, y));
  const shortagePoints = weeks.flatMap((week, index) =>
    week.shortage_minutes > 0 ? [{ x: frame.left + (index + 0.5) * seat, y: y(week.shortage_minutes) }] : [],
  );
  return {
    bars,
    ticks: scale.ticks.map((minutes) => ({ minutes, y: y(minutes) })),
    capacityPath: stair(bars),
    shortagePath: line(weeks, shortagePoints),
    shortagePoints,
    floorY,
    labelEvery: Math.max(1, Math.ceil(LABEL_ROOM / Math.max(seat, 1))),
  };
}

function bar(week: WeekLoad, x: number, seat: number, y: (minutes: number) => number): Bar {
  const gap = Math.min(12, seat * 0.24);
  const inside = Math.min(week.load_minutes, week.capacity_minutes);
  const over = week.load_minutes > week.capacity_minutes;
  return {
    week: week.week,
    x: x + gap / 2,
    width: Math.max(1, seat - gap),
    seat: { x, width: seat },
    within: { y: y(inside), height: y(0) - y(inside) },
    above: over ? { y: y(week.load_minutes), height: y(inside) - y(week.load_minutes) } : null,
    capacityY: y(week.capacity_minutes),
    topY: y(Math.max(week.load_minutes, week.capacity_minutes)),
  };
}

function stair(bars: Bar[]): string {
  return bars
    .map(({ seat, capacityY }, index) => `${index ? 'L' : 'M'}${at(seat.x, capacityY)}H${round(seat.x + seat.width)}`)
    .join('');
}

// A week without shortage breaks the line: joining over it would draw a shortage that is not there.
function line(weeks: WeekLoad[], points: { x: number; y: number }[]): string {
  let path = '';
  let next = 0;
  let open = false;
  for (const week of weeks) {
    const point = week.shortage_minutes > 0 ? points[next++] : undefined;
    if (point) path += `${open ? 'L' : 'M'}${at(point.x, point.y)}`;
    open = point !== undefined;
  }
  return path;
}

/** Round hours on the axis (1, 2 or 5 times a power of ten), four to six steps, the highest at the top. */
export function scaleOf(weeks: WeekLoad[]): { top: number; ticks: number[] } {
  const highest = Math.max(60, ...weeks.flatMap((week) => [week.load_minutes, week.capacity_minutes, week.shortage_minutes]));
  const rough = highest / 60 / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power * 60;
  const count = Math.ceil(highest / step);
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** Weeks of the same zone that follow each other, as spans over the axis. */
export function zones(weeks: WeekLoad[], bars: Bar[]): { zone: WeekLoad['zone']; x: number; width: number }[] {
  const spans: { zone: WeekLoad['zone']; x: number; width: number }[] = [];
  weeks.forEach((week, index) => {
    const seat = bars[index]?.seat;
    if (!seat) return;
    const last = spans.at(-1);
    if (last?.zone === week.zone) last.width += seat.width;
    else spans.push({ zone: week.zone, x: seat.x, width: seat.width });
  });
  return spans;
}

const round = (value: number) => Math.round(value * 10) / 10;
const at = (x: number, y: number) => `${round(x)} ${round(y)}`;
