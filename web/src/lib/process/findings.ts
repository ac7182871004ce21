/** Which step or operation the line of a finding belongs to. */
import type { Finding } from '$lib/toml/finding';
import { parts } from './edit';
import type { Design } from './types';

/** What the design-linter finds, each about its step or its operation. */
export function designed({ findings }: Design): Finding[] {
  return findings.map(({ code, rule, name, severity, step, operation, title, detail, remedy }) => ({
    code, title, why: detail, remedy, line: 0, fault: false, grave: severity === 'error', rule: `${rule} · ${name}`,
    ...(operation ? { about: `operation/${operation}` } : step ? { about: `step/${step}` } : {}),
  }));
}

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
