/** How a company without a plan comes to its first one: who works, what for, then the plan itself. */

/** What is to be done now. */
export type Stage = 'workshop' | 'process' | 'objective' | 'plan';

/** The three of them that are shown, with what there is to do in each. */
export const STAGES: readonly { code: string; of: readonly Stage[] }[] = [
  { code: 'people', of: ['workshop'] },
  { code: 'aim', of: ['process', 'objective'] },
  { code: 'plan', of: ['plan'] },
];

/** Codes of the refusals of a company that has no plan yet, or nobody to plan for. */
const BEGINS: readonly string[] = ['app/no-plan', 'app/no-people'];
export const begins = (code: string | undefined): boolean => code !== undefined && BEGINS.includes(code);

/** `cascade`: the objectives by line; null when nobody is there to pursue one. */
export function stageOf(cascade: { lines: readonly { objectives: readonly unknown[] }[] } | null, processes: number): Stage {
  if (cascade === null) return 'workshop';
  if (processes === 0) return 'process';
  return cascade.lines.some(({ objectives }) => objectives.length > 0) ? 'plan' : 'objective';
}
