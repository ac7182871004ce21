import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addOperation, addStep, codeFor, feeding, link, moveAfter, operation, parts, remove, set, step, unlink } from '../src/lib/process/edit';
import { said, writeProofs, writeTalk } from '../src/lib/process/talk';
import type { Talk } from '../src/lib/process/types';
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

describe('a conversation is written without touching what it does not say', () => {
  const of = (code: string, conversation: Talk | null = null) => ({ code, conversation });
  const both = (fr: string, en = '') => ({ fr, en });
  const MEET: Talk = {
    role: both('Responsable qualité', 'Quality manager'), part: 'user', theme: both('Réduire les rebuts découverts trop tard', 'Reduce the scrap found too late'),
    scenario: null, questions: [both('Un'), both('Deux')],
  };
  const TEXT = `[[step]]
code = "use"

[[step.operation]] # la visite
code = "meet"
run = 90

# Avec qui
[step.operation.conversation]
role.fr = "Responsable qualité" # dotted
role.en = "Quality manager"
part = "user"
theme = { fr = "Réduire les rebuts découverts trop tard", en = "Reduce the scrap found too late" } # le but
questions = [
  # d'abord
  "Un", # facile
  "Deux"
]

[[step.operation]]
code = "letter"
run = 5
conversation = { role = "Acheteur", part = "buyer" }
`;
  test('nothing changed, nothing is written', () => {
    expect(writeTalk(TEXT, of('meet', MEET), said(MEET))).toBe(TEXT);
  });
  test('another role, a third question, a use: their lines and no other, every comment kept', () => {
    const now = { ...said(MEET), role: both('Directrice qualité'), questions: [both('Un'), both('Deux bis'), both('Trois')] };
    now.use.event = both('La cote dérive', 'The dimension drifts');
    now.use.actor = both('Le chef d’équipe');
    const after = writeTalk(TEXT, of('meet', MEET), now);
    expect(comments(after)).toEqual(comments(TEXT));
    expect(after).toContain('[step.operation.conversation]\nrole = "Directrice qualité"\npart = "user"\n');
    expect(after).toContain('en = "Reduce the scrap found too late" } # le but\n');
    expect(after).toContain('  # d\'abord\n  "Un", # facile\n  "Deux bis",\n  "Trois",\n]\n\n[step.operation.conversation.scenario]\nevent = { fr = "La cote dérive", en = "The dimension drifts" }\nactor = "Le chef d’équipe"\n');
    expect(after.slice(after.indexOf('[[step.operation]]\ncode = "letter"'))).toBe(TEXT.slice(TEXT.indexOf('[[step.operation]]\ncode = "letter"')));
  });
  test('one that stands on the line of its operation comes to have its table', () => {
    const buyer: Talk = { role: both('Acheteur'), part: 'buyer', theme: both(''), scenario: null, questions: [] };
    const after = writeTalk(TEXT, of('letter', buyer), { ...said(buyer), theme: both('Payer moins') });
    expect(after.slice(after.indexOf('code = "letter"'))).toBe('code = "letter"\nrun = 5\n\n[step.operation.conversation]\nrole = "Acheteur"\npart = "buyer"\ntheme = "Payer moins"\n');
  });
  test('a new one, then nothing said any more, gives the text back', () => {
    const now = { ...said(null), role: both('Direction') };
    const written = writeTalk(SHEET, of('research'), now);
    expect(written).toContain('[step.operation.conversation]\nrole = "Direction"\n');
    const told: Talk = { role: now.role, part: 'other', theme: both(''), scenario: null, questions: [] };
    expect(writeTalk(written, of('research', told), said(null))).toBe(SHEET);
  });
});

describe('the proofs of a step', () => {
  const both = (fr: string, en = '') => ({ fr, en });
  const evidence = [{ code: 'letter-confirmed', name: both('Lettre de cadrage confirmée par écrit', 'Framing letter confirmed in writing'), valid_days: 60 }];
  const asIs = { was: 0, name: evidence[0]!.name, days: '60' };
  test('are changed, added and taken away', () => {
    expect(writeProofs(SHEET, { code: 'use', evidence }, [asIs])).toBe(SHEET);
    const longer = writeProofs(SHEET, { code: 'use', evidence }, [{ ...asIs, days: '90' }]);
    expect(longer.split('\n').filter((line, at) => line !== SHEET.split('\n')[at])).toEqual(['valid_days = 90']);
    const added = writeProofs(SHEET, { code: 'use', evidence }, [asIs, { was: null, name: both('Accès donné', 'Access given'), days: null }]);
    expect(added).toContain('valid_days = 60\n\n[[step.evidence]]\ncode = "acces-donne"\nname = { fr = "Accès donné", en = "Access given" }\n\n[[step.operation]]\ncode = "prepare"');
    const told = [...evidence, { code: 'acces-donne', name: both('Accès donné', 'Access given'), valid_days: null }];
    expect(writeProofs(added, { code: 'use', evidence: told }, [asIs])).toBe(SHEET);
  });
});
