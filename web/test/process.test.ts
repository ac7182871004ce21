import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addOperation, addStep, codeFor, feeding, link, moveAfter, operation, parts, remove, set, step, unlink } from '../src/lib/process/edit';
import { blocks, named, textOf } from '../src/lib/toml/text';

const SHEET = readFileSync(new URL('../../examples/metrios/process.toml', import.meta.url), 'utf8');
const comments = (text: string) => text.split('\n').filter((line) => line.startsWith('#'));
const codes = (text: string) => parts(text).operations.map(({ code }) => code);

describe('the tables of a text', () => {
  test('are found with their keys and lines', () => {
    const { steps, operations } = parts(SHEET);
    expect(steps.map(({ code }) => code)).toEqual(['goal', 'use', 'justification', 'decision', 'first-use']);
    expect(operations.filter((one) => one.step === 'use').map(({ code }) => code)).toEqual(['prepare', 'meet', 'letter']);
    for (const part of operations) expect(SHEET.split('\n')[part.block.header]).toBe('[[step.operation]]');
  });
  test('brackets and signs inside a text, a list over lines, and triple quotes open no table', () => {
    const text = 'a = "[x] # no"\nb = [\n  "[[step]]", # yes\n]\nc = """\n[[step]]\n"""\n[[step]]\ncode = "s" # end\n';
    const found = blocks(text);
    expect(found.map(({ path }) => path)).toEqual(['', 'step']);
    expect(textOf(found[1]!.keys.get('code')!.value)).toBe('s');
  });
});

describe('an act changes its own lines and no other', () => {
  test('renaming', () => {
    const after = set(SHEET, operation(SHEET, 'meet')!, 'name', named('Rendez-vous « sur place »', 'Meeting'));
    const [before, now] = [SHEET.split('\n'), after.split('\n')];
    const changed = now.flatMap((line, at) => (line === before[at] ? [] : [line]));
    expect(changed).toEqual([`name = ${named('Rendez-vous « sur place »', 'Meeting')}`]);
  });
  test('a comment at the end of a line stays', () => {
    const text = '[[step]]\ncode = "a"\nyield = 0.5 # mesuré\n';
    expect(set(text, step(text, 'a')!, 'yield', '0.6')).toBe('[[step]]\ncode = "a"\nyield = 0.6 # mesuré\n');
    expect(set(text, step(text, 'a')!, 'lead_days', '3')).toBe('[[step]]\ncode = "a"\nyield = 0.5 # mesuré\nlead_days = 3\n');
  });
  test('adding, moving and taking away an operation gives the text back', () => {
    const added = addOperation(SHEET, step(SHEET, 'use')!, 'Visite du site', 'seller');
    expect(codes(added).slice(2, 6)).toEqual(['prepare', 'meet', 'letter', 'visite-du-site']);
    expect(comments(added)).toEqual(comments(SHEET));
    const moved = moveAfter(added, operation(added, 'visite-du-site')!, operation(added, 'prepare')!);
    expect(codes(moved).slice(2, 6)).toEqual(['prepare', 'visite-du-site', 'meet', 'letter']);
    const first = moveAfter(moved, operation(moved, 'letter')!, undefined);
    expect(codes(first).slice(2, 6)).toEqual(['letter', 'prepare', 'visite-du-site', 'meet']);
    expect(remove(moved, operation(moved, 'visite-du-site')!)).toBe(SHEET);
  });
  test('a step is added after another one, and taken away with its work', () => {
    const added = addStep(SHEET, 'A vu une référence', step(SHEET, 'use'));
    expect(parts(added).steps.map(({ code }) => code)).toEqual(['goal', 'use', 'a-vu-une-reference', 'justification', 'decision', 'first-use']);
    expect(remove(added, step(added, 'a-vu-une-reference')!)).toBe(SHEET);
    expect(codes(remove(SHEET, step(SHEET, 'use')!))).not.toContain('meet');
  });
  test('linking writes the links that were not written, unlinking takes one away', () => {
    const linked = link(SHEET, 'goal', step(SHEET, 'decision')!, ['justification']);
    expect(feeding(step(linked, 'decision')!)).toEqual(['"justification"', '"goal"']);
    const unlinked = unlink(linked, 'justification', step(linked, 'decision')!, []);
    expect(feeding(step(unlinked, 'decision')!)).toEqual(['"goal"']);
    const counted = '[[step]]\ncode = "b"\nafter = [{ step = "a", quantity = 2 }, "c"]\n';
    expect(unlink(counted, 'c', step(counted, 'b')!, [])).toContain('after = [{ step = "a", quantity = 2 }]');
  });
  test('a new code is not one that is there', () => {
    expect(codeFor('Prepare', SHEET)).toBe('prepare-2');
  });
});
