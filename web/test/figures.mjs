// The golden company, week by week, for the test server only: the product never reads this file.
const WEEKS = Array.from({ length: 13 }, (_, index) => index + 1);
const MONDAY = Date.UTC(2027, 0, 4);
const iso = (index) => `2027-W${String(index).padStart(2, '0')}`;
const monday = (index) => new Date(MONDAY + (index - 1) * 7 * 86_400_000).toISOString().slice(0, 10);

// Units entering each step, per week (golden example, 7.3 and 7.5).
const ENTER = {
  1: { 3: 50, 4: 100, 5: 100, 6: 100 },
  2: { 5: 20, 6: 20, 7: 20, 8: 20 },
  3: { 5: 5, 6: 10, 7: 10, 8: 10, 9: 10 },
  4: { 7: 8, 8: 8, 9: 8, 10: 8, 11: 8 },
  5: { 9: 4, 10: 4, 11: 4, 12: 4, 13: 4 },
};
const STEPS = {
  fr: {
    1: 'A nommé un but à atteindre',
    2: 'Voit comment il utiliserait l’offre',
    3: 'Sait la mettre en place et la justifier',
    4: 'A décidé',
    5: "S'en sert",
  },
  en: {
    1: 'Has named a goal to reach',
    2: 'Sees how he would use the offer',
    3: 'Knows how to put it in place and to justify it',
    4: 'Has decided',
    5: 'Uses it',
  },
};
const OPERATIONS = [
  ['caller', 1, 6, 'Recherche', 'Research'],
  ['caller', 1, 24, 'Appels', 'Calls'],
  ['seller', 2, 30, 'Préparer', 'Prepare'],
  ['seller', 2, 90, 'Rencontrer', 'Meet'],
  ['seller', 2, 60, 'Trajet', 'Travel'],
  ['seller', 2, 15, 'Lettre de synthèse', 'Summary letter'],
  ['seller', 3, 120, 'Atelier', 'Workshop'],
  ['seller', 3, 60, 'Trajet', 'Travel'],
  ['presales', 3, 150, 'Atelier', 'Workshop'],
  ['presales', 3, 90, 'Justification', 'Justification'],
  ['seller', 4, 120, 'Proposition qui confirme', 'Confirming proposal'],
  ['seller', 4, 90, 'Entretien de décision', 'Decision meeting'],
  ['seller', 4, 60, 'Trajet', 'Travel'],
  ['presales', 4, 60, 'Annexe', 'Annex'],
  ['seller', 5, 60, 'Remise et premier usage', 'Handover and first use'],
  ['seller', 5, 60, 'Trajet', 'Travel'],
];
const CAPACITY_HOURS = {
  seller: [42, 52.5, 52.5, 52.5, 42, 52.5, 52.5, 38.5, 28, 38.5, 52.5, 52.5, 31.5],
  presales: [16.8, 21, 21, 21, 16.8, 21, 21, 21, 16.8, 4.2, 21, 21, 12.6],
  caller: [16.8, 21, 21, 21, 16.8, 21, 21, 21, 16.8, 21, 21, 21, 12.6],
};
export const KINDS = {
  fr: { seller: 'Vendeurs', presales: 'Avant-vente', caller: 'Télévendeurs' },
  en: { seller: 'Sellers', presales: 'Presales', caller: 'Callers' },
};

const codeOf = (step, fr) => `new-customers/step-${step}/${fr.toLowerCase().replaceAll(' ', '-')}`;

/** An operation as the load names it, by its French name; one that the load does not know stands in no step of it. */
export const routingOf = (name) => codeOf(OPERATIONS.find(([, , , fr]) => fr === name)?.[1] ?? 0, name);

/** The names of an operation of the load. */
export function namedBy(code, lang) {
  const found = OPERATIONS.find(([, step, , fr]) => codeOf(step, fr) === code);
  return found && { title: found[lang === 'fr' ? 3 : 4], step: STEPS[lang][found[1]] };
}

/** The operations of a kind in a week, with units and minutes. */
export function linesOf(kind, index, lang) {
  return OPERATIONS.filter(([of, step]) => of === kind && ENTER[step][index]).map(([, step, each, fr, en]) => ({
    code: codeOf(step, fr),
    step: STEPS[lang][step],
    operation: lang === 'fr' ? fr : en,
    in_hand: false,
    units: ENTER[step][index],
    minutes: ENTER[step][index] * each,
  }));
}

export function capacityOf(kind, index) {
  return Math.round(CAPACITY_HOURS[kind][index - 1] * 60);
}

/** The thirteen weeks of a kind, in the shape of the API. */
export function weeksOf(kind) {
  let missing = 0;
  return WEEKS.map((index) => {
    const load = linesOf(kind, index, 'fr').reduce((sum, { minutes }) => sum + minutes, 0);
    const capacity = capacityOf(kind, index);
    missing += load - capacity;
    return {
      week: iso(index),
      monday: monday(index),
      load_minutes: load,
      capacity_minutes: capacity,
      ratio_bp: capacity ? Math.round((load * 10_000) / capacity) : null,
      shortage_minutes: Math.max(0, missing),
      zone: index <= 2 ? 'frozen' : index <= 6 ? 'firm' : 'open',
    };
  });
}

/** A year of a large company, drawn from a fixed recurrence so that every run shows the same picture. */
export function yearOf(kind, people) {
  let seed = 7 + kind.length;
  let missing = 0;
  return Array.from({ length: 52 }, (_, index) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const season = 0.72 + 0.4 * Math.sin((index - 6) / 8);
    const capacity = people * (index === 32 || index === 51 ? 300 : 1050);
    const load = Math.round(people * 1050 * (season + (seed / 2147483648) * 0.25));
    missing = missing + load - capacity;
    return {
      week: iso(index + 1),
      monday: monday(index + 1),
      load_minutes: load,
      capacity_minutes: capacity,
      ratio_bp: Math.round((load * 10_000) / capacity),
      shortage_minutes: Math.max(0, missing),
      zone: index < 2 ? 'frozen' : index < 8 ? 'firm' : 'open',
    };
  });
}
