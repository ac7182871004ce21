/** Which step or operation the line of a finding belongs to. */
import type { Finding } from '$lib/toml/finding';
import { parts } from './edit';
import type { Design } from './types';

/** What the design-linter finds, each about its step or its operation. */
export function designed({ findings }: Design): Finding[] {
  return findings.map(({ code, rule, name, severity, step, operation, title, detail, remedy, waived }) => ({
    code, title, why: detail, remedy, line: 0, fault: false, grave: severity === 'error', rule: `${rule} · ${name}`, meant: { rule, step: step ?? null, operation: operation ?? null },
    ...(waived && { waived }),
    ...(operation ? { about: `operation/${operation}` } : step ? { about: `step/${step}` } : {}),
  }));
}

/** Those of the design, at the line where their step or operation begins. */
export function atLines(text: string, design: readonly Finding[]): Finding[] {
  const { steps, operations } = parts(text);
  const lines = new Map<string, number>([
    ...steps.map(({ code, block }) => [`step/${code}`, block.header + 1] as const),
    ...operations.map(({ code, block }) => [`operation/${code}`, block.header + 1] as const),
  ]);
  return design.map((one) => ({ ...one, line: lines.get(one.about ?? '') ?? 0 }));
}

/** The part of a conversation that a finding is about; undefined when it is about the rest. */
const BESIDE: Record<string, string> = {
  'process/lint-no-role': 'role', 'process/lint-no-kind': 'role', 'process/lint-implementers-first': 'role', 'process/lint-no-theme': 'theme', 'process/lint-evangelising': 'theme', 'process/lint-feature': 'theme',
  'process/lint-no-scenario': 'scenario', 'process/scenario-is-draft': 'scenario', 'process/too-many-questions': 'questions',
};
export const besideOf = ({ code }: Finding): string | undefined => BESIDE[code];

/** Those that ask for a reason: warnings that nobody lets pass. */
export const unexplained = (found: readonly Finding[]) => found.filter(({ grave, waived }) => !grave && !waived);

/** The findings of each step and of each operation, by `step/…` and `operation/…`; those of an operation are its step's too. */
export function byPart(text: string, all: readonly Finding[], design: readonly Finding[] = []): Map<string, Finding[]> {
  const { steps, operations } = parts(text);
  const found = new Map<string, Finding[]>();
  const add = (key: string, one: Finding) => found.set(key, [...(found.get(key) ?? []), one]);
  const holds = ({ first, after }: { first: number; after: number }, { line }: Finding) => line > first && line <= after;
  for (const one of all) {
    for (const part of steps) if (holds(part, one)) add(`step/${part.code}`, one);
    for (const part of operations) if (holds(part, one)) add(`operation/${part.code}`, one);
  }
  for (const one of design) {
    if (!one.about) continue;
    add(one.about, one);
    const into = operations.find(({ code }) => one.about === `operation/${code}`);
    if (into) add(`step/${into.step}`, one);
  }
  return found;
}
