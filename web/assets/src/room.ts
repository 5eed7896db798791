/** Labels in lanes that are too full to give each mark its own: only where marks and labels leave room. */

import { GAP, LABELLED_PITCH, type Label, type Rows, reach, type Window } from "./layout";
import { Flag, type Picture } from "./picture";

const LEAST_PITCH = 9; // pixels: in lower rows no label can be read
const LEAST = 60; // pixels: a shorter label says nothing
const MOST_ROWS = 1000; // of a lane

/** What marks and labels take up of a row. */
type Taken = [left: number, right: number][];

/** Give labels to those of `items` that have none and have room for one, deadlines first. */
export function fill(picture: Picture, window: Window, items: number[], rows: Rows, label: Label): void {
  const pitch = (item: number) => rows.pitch[picture.lane[item]];
  const full = items.filter((item) => !rows.labels.get(item) && pitch(item) >= LEAST_PITCH);
  const taken = new Map<number, Taken>();
  for (const item of full) {
    const place = placeOf(picture, rows, item);
    const row = taken.get(place) ?? [];
    row.push(reach(picture, item, window));
    taken.set(place, row);
  }
  const weight = (item: number) => (picture.has(item, Flag.deadline) ? 0 : 1);
  for (const item of full.sort((one, other) => weight(one) - weight(other))) {
    const wanted = label(item);
    const [left, right] = reach(picture, item, window);
    const place = placeOf(picture, rows, item);
    const reached = pitch(item) < LABELLED_PITCH ? [place - 1, place, place + 1] : [place];
    const near = reached.flatMap((at) => taken.get(at) ?? []);
    const width = Math.min(Math.abs(wanted), wanted < 0 ? before(near, left) : after(near, right));
    if (width < LEAST) continue;
    rows.labels.set(item, wanted < 0 ? -width : width);
    taken.get(place)?.push(wanted < 0 ? [left - width, left] : [right, right + width]);
  }
}

function placeOf(picture: Picture, rows: Rows, item: number): number {
  return picture.lane[item] * MOST_ROWS + (rows.of.get(item) ?? 0);
}

/** The pixels that are free to the left of `edge`; none where something reaches over it. */
function before(taken: Taken, edge: number): number {
  return edge - GAP - Math.max(...taken.map(([left, right]) => (left < edge ? Math.min(right, edge) : -1e6)));
}

function after(taken: Taken, edge: number): number {
  return Math.min(...taken.map(([left, right]) => (right > edge ? Math.max(left, edge) : 1e6))) - GAP - edge;
}
