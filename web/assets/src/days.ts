/** Days as numbers (from 1970-01-01), as dates and in words. */

const LENGTH = 86_400_000;
const FIRST = -719_162; // 1 January of the year 1, the first that has an address
const LAST = 2_932_896; // 31 December 9999
// the pages are English; asking the browser for names costs more than drawing a thousand events
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export function toDate(day: number): Date {
  return new Date(day * LENGTH);
}

export function toDay(when: Date | number): number {
  return Number(when) / LENGTH;
}

/** "2019-12-10" */
export function iso(day: number): string {
  const when = toDate(Math.min(Math.max(Math.floor(day), FIRST), LAST));
  return `${String(when.getUTCFullYear()).padStart(4, "0")}-${two(when.getUTCMonth() + 1)}-${two(when.getUTCDate())}`;
}

/** The day of "2019-12-10", NaN where it is none. */
export function parse(text: string): number {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? toDay(Date.parse(`${text}T00:00:00Z`)) : Number.NaN;
}

/** "10 December 2019" */
export function inWords(day: number): string {
  return wholeDay(toDate(Math.floor(day)));
}

/** "January 2016 to March 2021", in years, months or days as the stretch allows. */
export function stretch(from: number, to: number): string {
  const [first, last] = [toDate(Math.floor(from)), toDate(Math.ceil(to) - 1)];
  const days = to - from;
  const write = days > 3650 ? year : days > 120 ? wholeMonth : wholeDay;
  const [one, other] = [write(first), write(last)];
  return one === other ? one : `${one} to ${other}`;
}

/** The label of a tick: a year, a month or a day, whichever begins there. */
export function tick(when: Date): string {
  const month = MONTHS[when.getUTCMonth()].slice(0, 3);
  if (when.getUTCDate() !== 1) return `${when.getUTCDate()} ${month}`;
  return when.getUTCMonth() === 0 ? year(when) : month;
}

function year(when: Date): string {
  return String(when.getUTCFullYear());
}

function wholeMonth(when: Date): string {
  return `${MONTHS[when.getUTCMonth()]} ${year(when)}`;
}

function wholeDay(when: Date): string {
  return `${when.getUTCDate()} ${wholeMonth(when)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
