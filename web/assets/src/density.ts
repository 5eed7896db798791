/** How many events there are in any stretch of days, each spread evenly over the days it may lie on. */

import type { Picture } from "./picture";

const MOST_CELLS = 200_000;

export class Density {
  private readonly origin: number;
  private readonly step: number;
  private readonly cells: number;
  private readonly sums: Float64Array[];

  /** Sums over the days for each lane; the last one is of all lanes. */
  constructor(picture: Picture) {
    const [from, to] = picture.extent;
    this.origin = from;
    this.step = Math.max(1, Math.ceil((to - from) / MOST_CELLS));
    this.cells = Math.ceil((to - from) / this.step);
    const lanes = picture.served.lanes.length;
    this.sums = Array.from({ length: lanes + 1 }, () => new Float64Array(this.cells + 2));
    for (let item = 0; item < picture.size; item++) {
      this.spread(this.sums[picture.lane[item]], picture.start[item], picture.end[item]);
      this.spread(this.sums[lanes], picture.start[item], picture.end[item]);
    }
    for (const sum of this.sums) integrate(sum);
  }

  /** The number of events of `lane` (by default of all) between two days. */
  count(from: number, to: number, lane = this.sums.length - 1): number {
    return this.until(this.sums[lane], to) - this.until(this.sums[lane], from);
  }

  /** Note where the rate of an event begins and ends. */
  private spread(rates: Float64Array, from: number, to: number): void {
    const first = Math.floor((from - this.origin) / this.step);
    const last = Math.max(first + 1, Math.ceil((to - this.origin) / this.step));
    rates[first] += 1 / (last - first);
    rates[last] -= 1 / (last - first);
  }

  private until(sum: Float64Array, day: number): number {
    const place = Math.min(Math.max((day - this.origin) / this.step, 0), this.cells);
    const cell = Math.floor(place);
    const before = cell > 0 ? sum[cell - 1] : 0;
    return before + (sum[cell] - before) * (place - cell);
  }
}

/** Turn changes of the rate into rates, and these into sums. */
function integrate(values: Float64Array): void {
  let rate = 0;
  let sum = 0;
  for (let cell = 0; cell < values.length; cell++) {
    rate += values[cell];
    sum += rate;
    values[cell] = sum;
  }
}
