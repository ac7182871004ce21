import { describe, expect, it } from 'vitest';
import type { WeekLoad } from '$lib/api/types';
import { draw, scaleOf, zones } from '$lib/plan/geometry';
import { judge } from '$lib/plan/judge';

const LOAD = [0, 0, 0, 0, 80, 95, 131, 131, 74, 44, 44, 8, 8];
const CAPACITY = [42, 52.5, 52.5, 52.5, 42, 52.5, 52.5, 38.5, 28, 38.5, 52.5, 52.5, 31.5];
const SHORTAGE = [0, 0, 0, 0, 0, 0, 0, 52, 98, 103.5, 95, 50.5, 27];
const FRAME = { width: 700, height: 300, left: 50, right: 0, top: 20, bottom: 30 };

/** The sellers of the golden company; `change` overrides some weeks. */
function sellers(change: Partial<WeekLoad>[] = []): WeekLoad[] {
  return LOAD.map((hours, index) => ({
    week: `2027-W${String(index + 1).padStart(2, '0')}`,
    monday: '2027-01-04',
    load_minutes: hours * 60,
    capacity_minutes: (CAPACITY[index] ?? 0) * 60,
    ratio_bp: null,
    shortage_minutes: (SHORTAGE[index] ?? 0) * 60,
    zone: index < 2 ? 'frozen' : 'open',
    ...change[index],
  }));
}

describe('the drawing of the load', () => {
  const drawing = draw(sellers(), FRAME);
  const scale = (FRAME.height - FRAME.top - FRAME.bottom) / (scaleOf(sellers()).top / 60);

  it('gives each week the same seat, side by side, over the whole width', () => {
    expect(drawing.bars).toHaveLength(13);
    expect(drawing.bars[0]?.seat.x).toBe(50);
    const last = drawing.bars[12];
    expect((last?.seat.x ?? 0) + (last?.seat.width ?? 0)).toBeCloseTo(700);
    for (const { seat, x, width } of drawing.bars) {
      expect(x).toBeGreaterThanOrEqual(seat.x);
      expect(x + width).toBeLessThanOrEqual(seat.x + seat.width + 1e-9);
    }
  });

  it('splits the load at the capacity: W08 has 38.5 h within and 92.5 h above', () => {
    const bar = drawing.bars[7];
    expect((bar?.within.height ?? 0) / scale).toBeCloseTo(38.5);
    expect((bar?.above?.height ?? 0) / scale).toBeCloseTo(92.5);
    expect(bar?.above && bar.above.y + bar.above.height).toBeCloseTo(bar?.capacityY ?? 0);
  });

  it('draws nothing above when the load fits, even exactly', () => {
    expect(drawing.bars[10]?.above).toBeNull();
    const exact = draw(sellers([{ load_minutes: 2520, capacity_minutes: 2520 }]), FRAME);
    expect(exact.bars[0]?.above).toBeNull();
  });

  it('stays inside the frame', () => {
    for (const bar of drawing.bars) {
      expect(bar.topY).toBeGreaterThanOrEqual(FRAME.top);
      expect(bar.within.y + bar.within.height).toBeCloseTo(drawing.floorY);
    }
  });

  it('draws the shortage only where something is missing, and breaks it where nothing is', () => {
    expect(drawing.shortagePoints).toHaveLength(6);
    expect(drawing.shortagePath.match(/M/g)).toHaveLength(1);
    const broken = sellers();
    if (broken[9]) broken[9].shortage_minutes = 0;
    expect(draw(broken, FRAME).shortagePath.match(/M/g)).toHaveLength(2);
  });

  it('thins the labels of a narrow screen so that they never touch', () => {
    expect(drawing.labelEvery).toBe(1);
    const phone = draw(sellers(), { ...FRAME, width: 328, left: 34 });
    expect(phone.labelEvery * (phone.bars[0]?.seat.width ?? 0)).toBeGreaterThanOrEqual(34);
  });

  it('survives no week and no load', () => {
    expect(draw([], FRAME).bars).toEqual([]);
    const idle = scaleOf([{ ...(sellers()[0] as WeekLoad), capacity_minutes: 0 }]);
    expect(idle.top).toBeGreaterThan(0);
  });
});

it('the axis has round hours up to the highest value', () => {
  const { top, ticks } = scaleOf(sellers());
  expect(ticks.map((minutes) => minutes / 60)).toEqual([0, 50, 100, 150]);
  expect(top).toBe(150 * 60);
});

it('follows the zones as they come', () => {
  const weeks = sellers();
  const spans = zones(weeks, draw(weeks, FRAME).bars);
  expect(spans.map(({ zone }) => zone)).toEqual(['frozen', 'open']);
  expect(spans[0]?.width).toBeCloseTo(100);
});

it('judges a week by its load against its capacity', () => {
  const week = (load: number, capacity: number) =>
    ({ ...(sellers()[0] as WeekLoad), load_minutes: load, capacity_minutes: capacity });
  expect(judge(week(0, 100), null)).toBe('idle');
  expect(judge(week(89, 100), null)).toBe('fits');
  expect(judge(week(90, 100), null)).toBe('tight');
  expect(judge(week(100, 100), null)).toBe('tight');
  expect(judge(week(101, 100), null)).toBe('over');
  expect(judge(week(101, 100), '2027-W01')).toBe('worst');
  expect(judge(week(50, 100), '2027-W01')).toBe('fits');
  expect(judge(week(10, 0), null)).toBe('over');
});
