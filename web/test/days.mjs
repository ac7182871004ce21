// The days of a few people for the test server only: golden week (7.8), with the words one would read.
const say = (lang, fr, en) => (lang === 'fr' ? fr : en);

export const PEOPLE = [
  { code: 's1', name: 'Camille Aubert', kind: 'seller', team: 'Vendeurs' },
  { code: 's2', name: 'Idriss Benali', kind: 'seller', team: 'Vendeurs' },
  { code: 's3', name: 'Solène Kervella', kind: 'seller', team: 'Vendeurs' },
  { code: 'p1', name: 'Mathieu Roussel', kind: 'presales', team: 'Avant-vente' },
  { code: 'c1', name: 'Nadia Ferrand', kind: 'caller', team: 'Télévente' },
];
export const DAYS = ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'];

function monday(lang) {
  return [
    {
      id: 'OA-0117', start: '09:00', end: '12:00', minutes: 180, customer: 'Brasserie du Port', channel: 'visit',
      operation: say(lang, 'Atelier de mise en place', 'Set-up workshop'),
      step: say(lang, 'Sait la mettre en place et la justifier', 'He knows how to put it in place and to justify it'),
      why: say(lang, 'Échéance la plus proche ; seule matinée commune avec Mathieu Roussel.', 'Nearest due date; the only morning shared with Mathieu Roussel.'),
      state: 'tight', due: '2027-01-12', with: ['Mathieu Roussel'],
    },
    {
      id: 'OA-0121', start: '14:00', end: '15:00', minutes: 60, customer: 'Établissements Lefèvre & Fils, matériel agricole', channel: 'desk',
      operation: say(lang, "Préparer la rencontre", 'Prepare the meeting'),
      step: say(lang, 'Voit comment il utiliserait l’offre', 'He sees how he would use the offer'),
      why: say(lang, 'La rencontre est demain à 14:00, le client ne peut pas à un autre moment.', 'The meeting is tomorrow at 14:00, the customer cannot come at another time.'),
      state: 'on-time', due: '2027-01-13', with: [],
    },
    {
      id: 'OA-0109', start: '15:00', end: '15:30', minutes: 30, customer: 'Clinique Saint-Aubin', channel: 'call',
      operation: say(lang, 'Premier usage', 'First use'),
      step: say(lang, 'S’en sert', 'He uses it'),
      why: say(lang, 'Promis pour vendredi dernier ; le service des achats a répondu ce matin.', 'Promised for last Friday; purchasing answered this morning.'),
      state: 'late', due: '2027-01-08', with: [],
    },
    {
      id: 'OA-0125', start: '15:30', end: '15:45', minutes: 15, customer: 'Mairie de Trégastel', channel: 'mail',
      operation: say(lang, 'Lettre de synthèse', 'Summary letter'),
      step: say(lang, 'Voit comment il utiliserait l’offre', 'He sees how he would use the offer'),
      why: say(lang, 'À envoyer dans les deux jours qui suivent la rencontre.', 'To be sent within two days of the meeting.'),
      state: 'on-time', due: null, with: [],
    },
  ];
}

function tuesday(lang) {
  return [
    {
      id: 'OA-0122', start: '14:00', end: '16:00', minutes: 120, customer: 'Établissements Lefèvre & Fils, matériel agricole', channel: 'video',
      operation: say(lang, 'Rencontrer', 'Meet'),
      step: say(lang, 'Voit comment il utiliserait l’offre', 'He sees how he would use the offer'),
      why: say(lang, 'Le client ne peut que mardi de 14:00 à 16:00.', 'The customer can only make Tuesday 14:00 to 16:00.'),
      state: 'on-time', due: '2027-01-13', with: [],
      barred: say(lang, 'Ne pas appeler Paul Riou. Cette personne s’y est opposée le jeu. 3 déc. 2026.', 'Do not call Paul Riou. They objected on Thu 3 Dec 2026.'),
    },
  ];
}

const UNPLACED = (lang) => [
  ...['Scierie Morvan', 'Garage des Halles'].map((customer, index) => ({
    id: `OA-014${index}`, customer,
    operation: say(lang, 'Préparer la rencontre', 'Prepare the meeting'),
    cause: say(lang, 'Personne n’a de place avant la fin du plan.', 'Nobody has room before the end of the plan.'),
  })),
  {
    id: 'OA-0131', customer: 'Transports Gouarin',
    operation: say(lang, 'atelier de mise en place', 'set-up workshop'),
    cause: say(lang, 'La séance de 3 h ne tient que le matin et le client ne peut pas avant mardi 14:00.', 'The 3 h session only fits a morning and the customer cannot come before Tuesday 14:00.'),
  },
];

const PLACES = { visit: ['Visite', 'Visit'], video: ['Visio', 'Video call'], call: ['Appel', 'Call'], mail: ['Courriel', 'Email'], desk: ['Bureau', 'Desk'] };

/** With whom, on what, to what end: what the server says beside the plan. */
function told(item, lang) {
  const talk = item.channel !== 'desk' && item.channel !== 'mail';
  return {
    ...item, case: 'c1', account: 'a1', phase: 'firm', aim: item.step, place: say(lang, ...PLACES[item.channel]), is_conversation: talk,
    theme: talk ? say(lang, 'Réduire les rebuts', 'Less scrap') : '', role: say(lang, 'Directeur de production', 'Production manager'),
    who: talk ? { name: 'Claire Morin', function: say(lang, 'Directrice de production', 'Production manager') } : null,
  };
}

/** One day of one person, in the shape of the API. */
export function dayOf(person, date, lang) {
  const index = DAYS.indexOf(date);
  const busy = person.code === 's1';
  const items = (busy && index === 0 ? monday(lang) : busy && index === 1 ? tuesday(lang) : []).map((item) => told(item, lang));
  const planned = items.reduce((sum, { minutes }) => sum + minutes, 0);
  const free = 300 - planned;
  return {
    date, person, items,
    sentence: items.length
      ? say(lang, `D’abord ${items[0].customer} à ${items[0].start} ; ${items.length} action${items.length > 1 ? 's' : ''} en tout.`, `First ${items[0].customer} at ${items[0].start}; ${items.length} action${items.length > 1 ? 's' : ''} in all.`)
      : say(lang, 'Personne : aucune action n’est placée ce jour-là.', 'Nobody: no action is placed on this day.'),
    planned_minutes: planned, free_minutes: free, window_minutes: 300, given_minutes: 210,
    overload: date === DAYS[1] ? say(lang, 'Semaine trop chargée, S02\u202f: 21\u202fh prévues pour 17\u202fh\u202f30 possibles, dont 1\u202fh hors de vos horaires. Demandez que des actions soient déplacées.', 'Week too full, W02: 21\u202fh planned for 17\u202fh\u202f30 possible, 1\u202fh of it outside your hours. Ask for actions to be moved.') : null,
    overload_next: null,
    unplaced: busy && index === 0 ? UNPLACED(lang) : [],
    unplaced_total: busy && index === 0 ? UNPLACED(lang).length : 0,
    holiday: null,
    previous_day: DAYS[index - 1] ?? null,
    next_day: DAYS[index + 1] ?? null,
  };
}

export function whyOf(order, lang) {
  const waiting = UNPLACED(lang).find(({ id }) => id === order);
  if (waiting) return { order, title: waiting.customer, reasons: [waiting.cause], pegging: [] };
  return {
    order,
    title: say(lang, 'Brasserie du Port, atelier de mise en place', 'Brasserie du Port, set-up workshop'),
    reasons: [
      say(lang, 'Durée de 3 h : ne tient que dans une matinée (09:00–12:00).', 'Lasts 3 h: only fits a morning (09:00–12:00).'),
      say(lang, 'Demande un vendeur et un avant-vente ensemble : Camille Aubert et Mathieu Roussel sont libres lun. 11 janv.', 'Needs a seller and a presales together: Camille Aubert and Mathieu Roussel are free on Mon 11 Jan.'),
      say(lang, 'Échéance mar. 12 janv. à 16:00 : passe avant les affaires A, D et C.', 'Due Tue 12 Jan at 16:00: comes before cases A, D and C.'),
    ],
    pegging: [
      say(lang, 'L’atelier fait entrer l’affaire B à l’étape 4, « A décidé ».', 'The workshop brings case B into step 4, “Has decided”.'),
      say(lang, "8 affaires doivent y entrer en S07 pour 4 commandes en S09.", '8 cases must enter it in W07 for 4 orders in W09.'),
      say(lang, 'Objectif : 180 000 € de marge, 20 affaires avant le 2 avril.', 'Objective: €180,000 of margin, 20 deals before 2 April.'),
    ],
  };
}
