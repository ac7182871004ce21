/** How numbers, durations, weeks and dates are written. The server writes its sentences the same way. */
export type Lang = 'fr' | 'en';

/** Narrow no-break space: between thousands and before a unit in French. */
const THIN = '\u202f';
const TAG = { fr: 'fr-FR', en: 'en-GB' } as const;
const WEEKDAYS = {
  fr: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

/** A number with at least `least` and at most `most` decimals: `1 234,5` or `1,234.5`. */
export function number(value: number, lang: Lang, most = 0, least = 0): string {
  return new Intl.NumberFormat(TAG[lang], {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: 'always',
  })
    .format(value)
    .replace(/[\u00a0 ]/g, THIN);
}

/** Minutes as hours, at most one decimal: `103,5 h`. */
export function hours(minutes: number, lang: Lang): string {
  return `${number(minutes / 60, lang, 1)}${lang === 'fr' ? THIN : '\u00a0'}h`;
}

/** Minutes as hours for a column whose head names the unit: always one decimal. */
export function hoursInColumn(minutes: number, lang: Lang): string {
  return number(minutes / 60, lang, 1, 1);
}

/** A duration one reads at a glance: `45 min`, `1 h`, `1 h 30`. */
export function duration(minutes: number, lang: Lang): string {
  const gap = lang === 'fr' ? THIN : '\u00a0';
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (whole === 0) return `${rest}${gap}min`;
  if (rest === 0) return `${whole}${gap}h`;
  return `${whole}${gap}h${gap}${String(rest).padStart(2, '0')}`;
}

/** Basis points as a percentage with one decimal: 34030 is `340,3 %`; a dash when there is none. */
export function percent(basisPoints: number | null, lang: Lang): string {
  if (basisPoints === null) return '–';
  return `${number(basisPoints / 100, lang, 1, 1)}${lang === 'fr' ? THIN : ''}%`;
}

/** A name that begins a line: `vendeurs` as `Vendeurs`. */
export function capital(text: string, lang: Lang): string {
  return text.charAt(0).toLocaleUpperCase(TAG[lang]) + text.slice(1);
}

/** An ISO week `2027-W08` as `S08` or `W08`. */
export function week(iso: string, lang: Lang): string {
  return `${lang === 'fr' ? 'S' : 'W'}${iso.slice(-2)}`;
}

/** An ISO date as `lun. 11 janv.` or `Mon 11 Jan`. */
export function shortDay(iso: string, lang: Lang): string {
  const { day, month, weekday } = parts(iso);
  const name = lang === 'fr' && day === 1 ? '1er' : String(day);
  return `${WEEKDAYS[lang][weekday]} ${name} ${MONTHS[lang][month]}`.replaceAll(' ', '\u00a0');
}

/** An ISO date in full words: `lundi 11 janvier 2027` or `Monday 11 January 2027`. */
export function longDay(iso: string, lang: Lang): string {
  const { year, month, day } = parts(iso);
  const text = new Intl.DateTimeFormat(TAG[lang], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(year, month, day));
  return lang === 'fr' ? text.replace(' 1 ', ' 1er ') : text.replace(',', '');
}

// Read field by field in UTC: a civil date must not slip to the day before in a western time zone.
function parts(iso: string) {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month: month - 1, day, weekday };
}

/** Hundredths of a currency, as the server counts them for every one; without decimals when they are zero: `180 000 €` or `€180,000`. */
export function money(cents: number, currency: string, lang: Lang): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(TAG[lang], {
    style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: 'always',
  })
    .format(cents / 100)
    .replace(/[\u00a0 ]/g, THIN);
}

/** An instant in the reader's own time zone: `lun. 11 janv. 2027, 14:05`. */
export function moment(instant: string, lang: Lang): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${shortDay(day, lang)}\u00a0${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The month of an ISO date, in words: `janvier 2027` or `January 2027`. */
export function month(iso: string, lang: Lang): string {
  const { year, month } = parts(iso);
  return new Intl.DateTimeFormat(TAG[lang], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, month, 1));
}
