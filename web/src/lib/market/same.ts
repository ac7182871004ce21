/** People who may be the one at hand: the same name, mail or telephone. */
import { fold } from '$lib/language/fold';
import type { Contact } from './contacts';

/** Fewest digits by which a telephone tells somebody. */
const DIGITS = 6;
/** A French number is the same with +33 and with 0. */
const COUNTRY_FREE = 9;

/** The digits of a telephone that tell it from others; empty when there are too few. */
export function digitsOf(phone: string | null | undefined): string {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < DIGITS ? '' : digits.slice(-COUNTRY_FREE);
}

type Typed = Record<'name' | 'mail' | 'phone', string>;

/** Those of `people` that are like who is typed, each once. */
export function alike(people: readonly Contact[], typed: Typed): Contact[] {
  const [name, mail, phone] = [fold(typed.name), fold(typed.mail), digitsOf(typed.phone)];
  const like = (one: Contact) =>
    (name !== '' && fold(one.name) === name) || (mail !== '' && fold(one.mail ?? '') === mail) || (phone !== '' && digitsOf(one.phone) === phone);
  return people.filter((one, at) => like(one) && people.findIndex(({ id }) => id === one.id) === at);
}
