/** What a workshop begins with, when nothing is written: to be filled in the text, then kept. */
import type { Sheet } from './types';

const TEXT = `zone = "Europe/Paris"
currency = "EUR"
holidays = "FR"

[calendar.standard]
mon = ["09:00-12:30", "13:30-17:00"]
tue = ["09:00-12:30", "13:30-17:00"]
wed = ["09:00-12:30", "13:30-17:00"]
thu = ["09:00-12:30", "13:30-17:00"]
fri = ["09:00-12:30", "13:30-17:00"]

[[kind]]
code = "seller"
name = { fr = "vendeurs", en = "sellers" }

[[resource]]
code = ""
name = ""
kind = "seller"
team = ""
calendar = "standard"
share = 0.50
`;

export const FIRST: Sheet = { code: 'workshop', version: 0, text: TEXT, warnings: [], versions: [] };
