// What the addresses of the workshop answer: the example texts, read, kept as versions; and the plan asked for again.
import { readFileSync } from 'node:fs';
import { reach, refusal } from '../door.mjs';
import { read } from '../toml.mjs';
import { denied, refused } from './process.mjs';

const example = (name) => readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8');
const WORKSHOPS = { metrios: [example('metrios/workshop.toml')], lumen: [example('lumen/workshop.toml')], vide: [] };
const TODAY = '2027-01-04';
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const HOLIDAYS = [
  ['2027-01-01', 'Jour de l’an', 'New Year’s Day'], ['2027-03-29', 'Lundi de Pâques', 'Easter Monday'], ['2027-05-01', 'Fête du Travail', 'Labour Day'],
  ['2027-05-06', 'Ascension', 'Ascension Day'], ['2027-05-08', 'Victoire 1945', 'Victory in Europe Day'], ['2027-05-17', 'Lundi de Pentecôte', 'Whit Monday'], ['2027-07-14', 'Fête nationale', 'Bastille Day'],
  ['2027-08-15', 'Assomption', 'Assumption Day'], ['2027-11-01', 'Toussaint', 'All Saints’ Day'], ['2027-11-11', 'Armistice 1918', 'Armistice Day'], ['2027-12-25', 'Noël', 'Christmas Day'],
];
const TITLES = {
  'process/toml-syntax': { fr: ['Cette ligne ne se lit pas.', 'La lecture s’arrête là.', 'Relisez la ligne\u202f: un signe manque.'], en: ['This line cannot be read.', 'Reading stops there.', 'Read the line again: a sign is missing.'] },
  'process/leave-reversed': { fr: ['Le congé finit avant de commencer.', 'Le dernier jour vient après le premier, ou le même jour.', 'Corrigez l’une des deux dates.'], en: ['The leave ends before it begins.', 'The last day comes after the first, or is the same.', 'Correct one of the two dates.'] },
  'process/duplicate-code': { fr: ['Ce code est déjà pris.', 'Deux personnes ne portent pas le même.', 'Donnez-en un autre.'], en: ['This code is already taken.', 'Two people cannot share one.', 'Enter another one.'] },
};

const fault = (code, line, lang, key) => {
  const [title, detail, remedy] = TITLES[code][lang === 'en' ? 'en' : 'fr'];
  return { code, place: `workshop:${line}:1${key ? ` (${key})` : ''}`, title, detail, remedy };
};
const both = (name) => (typeof name === 'string' ? { fr: name, en: '' } : { fr: name?.fr ?? '', en: name?.en ?? '' });
const hours = (all = []) => [all].flat().map((text) => ({ from: text.split('-')[0].padStart(5, '0'), to: text.split('-')[1].padStart(5, '0') }));
const clock = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const minutes = (all) => all.reduce((sum, { from, to }) => sum + clock(to) - clock(from), 0);

function shape(top) {
  const calendars = Object.entries(top.calendar ?? {}).map(([code, days]) => {
    const week = WEEK.map((day) => hours(days[day]));
    return { code, week, minutes: week.reduce((sum, day) => sum + minutes(day), 0) };
  });
  const people = (top.resource ?? []).map((one) => {
    const days = (calendars.find(({ code }) => code === one.calendar)?.week ?? []).map((day) => Math.floor((minutes(day) * (one.part_time ?? 1)) / 5) * 5);
    return {
      code: one.code, name: one.name, kind: one.kind, team: one.team ?? '', calendar: one.calendar ?? null, part_time_bp: Math.round((one.part_time ?? 1) * 1e4), share_bp: Math.round((one.share ?? 1) * 1e4),
      week_minutes: days.reduce((a, b) => a + b, 0), planned_minutes: days.reduce((sum, day) => sum + Math.floor(day * (one.share ?? 1)), 0), skills: one.skills ?? [],
      leave: (one.leave ?? []).map(({ from, to }) => ({ first: from, last: to })).sort((a, b) => a.first.localeCompare(b.first)),
    };
  });
  return {
    zone: top.zone, currency: top.currency ?? 'EUR', today: TODAY, calendars, people,
    kinds: (top.kind ?? []).map(({ code, name, hour_cost }) => ({ code, name: both(name), hour_cost_cents: hour_cost === undefined ? null : Math.round(hour_cost * 100) })),
    holidays: top.holidays === 'none' ? [] : HOLIDAYS.map(([on, fr, en]) => ({ on, name: { fr, en } })),
    exceptions: (top.exception ?? []).map(({ on, who, hours: worked, name }) => ({ on, who: who ?? '*', hours: hours(worked), name: both(name) })),
  };
}

function workshopOf(user, version) {
  const versions = WORKSHOPS[user.company];
  const text = versions[version - 1];
  const body = { code: 'workshop', version, text, warnings: [], versions: versions.map((_, at) => at + 1), process: null, workshop: shape(read(text).top) };
  return { status: 200, body, headers: { etag: `"${version}"` } };
}

/** What is wrong with a text: lines that do not read, days that end before they begin, two people of one code. */
function wrong(text, lang) {
  const { top, faults } = read(text);
  if (faults.length > 0) return faults.map(({ line }) => fault('process/toml-syntax', line, lang));
  const reversed = (top.resource ?? []).filter(({ leave }) => (leave ?? []).some(({ from, to }) => to < from));
  const twice = (top.resource ?? []).filter(({ code }, at, all) => all.findIndex((one) => one.code === code) < at);
  return [...reversed.map(({ line }) => fault('process/leave-reversed', line, lang, 'to')), ...twice.map(({ line }) => fault('process/duplicate-code', line, lang, 'code'))];
}

function keep({ user, body, headers, query }) {
  if (!reach(user, 'processes/write')) return denied(user, 'processes/write', query);
  const versions = WORKSHOPS[user.company];
  if (headers['if-match'] && headers['if-match'] !== `"${versions.length}"`) return refusal(query.lang, 412, 'controls/changed-meanwhile', { seen: '1', now: '2' });
  const faults = wrong(body.text, query.lang);
  if (faults.length > 0) return refused(faults);
  if (versions.at(-1) !== body.text) versions.push(body.text);
  return workshopOf(user, versions.length);
}

export default {
  'GET /api/workshop': ({ user, query }) => {
    const versions = WORKSHOPS[user.company];
    return denied(user, 'processes/read', query) ?? (versions.length === 0 ? refusal(query.lang, 404, 'controls/unknown-user', { given: 'workshop' }) : workshopOf(user, Number(query.version ?? versions.length)));
  },
  'PUT /api/workshop': keep,
  'POST /api/plans': ({ user, query }) => denied(user, 'plan/write', query) ?? { status: 202, body: { id: 'job-plan' } },
};
