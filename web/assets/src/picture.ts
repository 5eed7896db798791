/** The events as columns of numbers: what `/timeline.json` serves (web/presenters/drawing.py). */

export const Flag = {
  openStart: 1,
  openEnd: 2,
  interval: 4,
  approximate: 8,
  uncertain: 16,
  deadline: 32,
  superseded: 64,
} as const;
const STATUS_SHIFT = 8;
const SHARES = [0.98, 0.95, 0.9, 0.85]; // of the events may be seen at first
const TRIED = 400; // beginnings of such a stretch
const FEW = 20; // events: so few are all seen
const WORTH = 2.5; // times nearer: less is not worth leaving events out

/** Id, title, date, status, countdown and quoted sentence of one event. */
export type Words = [
  id: string,
  title: string,
  date: string,
  status: string,
  countdown: string,
  quotation: string,
];

export interface Served {
  total: number;
  part: number;
  start: number[];
  length: number[];
  flags: number[];
  lane: number[];
  row: number[] | null;
  lanes: string[];
  statuses: string[];
  today: number;
  asOf: number | null;
  published: [first: number, last: number, title: string][];
  undated: [id: string, title: string][];
  undatedTotal: number;
  words: Words[] | null;
}

/** Items in order of their first day; an event in two lanes is two items. Days count from 1970-01-01. */
export class Picture {
  readonly start: Int32Array;
  /** The day after the last one. */
  readonly end: Int32Array;
  readonly flags: Uint16Array;
  readonly lane: Uint8Array;
  readonly row: Uint32Array;
  readonly size: number;
  /** How many items each lane has. */
  readonly sizes: number[];
  /** First days and last ones of the events, each event once, both in ascending order. */
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly reached: Int32Array;

  constructor(readonly served: Served) {
    this.size = served.start.length;
    this.start = new Int32Array(served.start);
    this.end = new Int32Array(served.length);
    this.flags = new Uint16Array(served.flags);
    this.lane = new Uint8Array(served.lane);
    this.row = served.row ? new Uint32Array(served.row) : new Uint32Array(this.size);
    this.sizes = served.lanes.map(() => 0);
    this.reached = new Int32Array(this.size);
    const starts = new Int32Array(this.size);
    const ends = new Int32Array(this.size);
    let events = 0;
    let reached = Number.NEGATIVE_INFINITY;
    // loops, since a hundred thousand calls of a function that is still cold cost 20 ms
    for (let item = 0; item < this.size; item++) {
      this.end[item] += this.start[item];
      if (!served.row) this.row[item] = item;
      if (this.end[item] > reached) reached = this.end[item];
      this.reached[item] = reached;
      this.sizes[this.lane[item]]++;
      if (item > 0 && this.row[item] === this.row[item - 1]) continue;
      starts[events] = this.start[item];
      ends[events++] = this.end[item];
    }
    this.starts = starts.subarray(0, events);
    this.ends = ends.subarray(0, events).sort();
  }

  static async of(address: string): Promise<Picture> {
    return new Picture((await json(address)) as Served);
  }

  /** The first and the last day that there is something on, the last exclusive. */
  get extent(): [number, number] {
    return [this.start[0], this.reached[this.size - 1]];
  }

  /** The shortest stretch of days in which most events begin; all where nothing lies far from the others. */
  get core(): [number, number] {
    const [first, last] = this.extent;
    const number = this.starts.length;
    let chosen: [number, number] = [first, last];
    for (const share of number < FEW ? [] : SHARES) {
      const [from, to] = this.shortest(Math.ceil(number * share));
      if ((to - from) * WORTH < chosen[1] - chosen[0]) chosen = [from, to];
    }
    return chosen;
  }

  /** A stretch of days in which so many events begin, nearly the shortest. */
  private shortest(number: number): [number, number] {
    let best: [number, number] = this.extent;
    const step = Math.ceil(this.starts.length / TRIED);
    for (let from = 0; from + number <= this.starts.length; from += step) {
      const [start, end] = [this.starts[from], this.starts[from + number - 1] + 1];
      if (end - start < best[1] - best[0]) best = [start, end];
    }
    return best;
  }

  status(item: number): string {
    return this.served.statuses[this.flags[item] >> STATUS_SHIFT];
  }

  has(item: number, flag: number): boolean {
    return (this.flags[item] & flag) !== 0;
  }

  isDay(item: number): boolean {
    return this.end[item] - this.start[item] === 1 && !this.has(item, Flag.openStart | Flag.openEnd);
  }

  /** Whether its last possible day lies before the day from which the timeline is seen. */
  isPassed(item: number): boolean {
    return this.end[item] <= (this.served.asOf ?? this.served.today);
  }

  /** How many events lie, in part at least, between two days. */
  count(from: number, to: number): number {
    return below(this.starts, to) - below(this.ends, from + 1e-9);
  }

  /** The items between two days, in order. */
  *between(from: number, to: number): Generator<number> {
    const last = below(this.start, to);
    for (let item = below(this.reached, from + 1e-9); item < last; item++) {
      if (this.end[item] > from) yield item;
    }
  }
}

/** The titles, fetched in parts as they come into view. */
export class Glossary {
  private readonly parts = new Map<number, Words[]>();
  private readonly asked = new Map<number, Promise<void>>();

  constructor(
    private readonly picture: Picture,
    private readonly address: (part: number) => string,
    private readonly arrived: () => void,
  ) {
    if (picture.served.words) this.parts.set(0, picture.served.words);
  }

  /** The words of an item, where they are known already. */
  of(item: number): Words | undefined {
    const row = this.picture.row[item];
    const size = this.picture.served.part;
    return this.parts.get(Math.floor(row / size))?.[row % size];
  }

  /** The item of an event, where its words are known already. */
  find(event: string): number | undefined {
    for (const [part, words] of this.parts) {
      const at = words.findIndex(([id]) => id === event);
      if (at >= 0) return this.picture.row.indexOf(part * this.picture.served.part + at);
    }
    return undefined;
  }

  /** Fetch what is missing of these items; done when all of it has come or failed. */
  async want(items: Iterable<number>): Promise<void> {
    const size = this.picture.served.part;
    for (const item of items) {
      const part = Math.floor(this.picture.row[item] / size);
      if (!this.parts.has(part) && !this.asked.has(part)) this.asked.set(part, this.fetch(part));
    }
    await Promise.all(this.asked.values());
  }

  private async fetch(part: number): Promise<void> {
    try {
      this.parts.set(part, (await json(this.address(part))) as Words[]);
      this.arrived();
    } catch (error) {
      console.info("Titles could not be read:", error);
    } finally {
      this.asked.delete(part);
    }
  }
}

const TURNING = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A title as a part of a longer text, which it must not turn round (UAX #9, isolates). */
export function isolated(title: string): string {
  return TURNING.test(title) ? `\u2068${title}\u2069` : title;
}

/** How many of the ascending `values` are less than `limit`. */
export function below(values: Int32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function json(address: string): Promise<unknown> {
  const response = await fetch(address); // without headers of its own: so the page's preload is used
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
