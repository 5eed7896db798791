/** Where each event stands: lanes one below the other, rows within them that keep events apart. */

import { Flag, type Picture } from "./picture";
import { fill } from "./room";

export const HEAD = 16; // pixels: the name of a lane
const PITCH = 20; // pixels: a row with its label
const LEAST_PITCH = 4;
export const LABELLED_PITCH = 14;
const MOST_LABELLED = 150;
const MOST_MEASURED = 1500;
const OPEN = 44; // pixels that an open end reaches
const POINT = 6; // pixels from the middle of a point to its edge
const ABOUT = 14; // the same where the point fades out on both sides
const LEAST = 14; // pixels: the shortest bar
export const GAP = 6;
const LANE_LEAST = HEAD + PITCH;
const LANE_EMPTY = HEAD + 6;
const MOST_PACKED = 2000;
const HIGH = 500;
const HIGHEST = 580; // where there are many
const MANY = 300; // items

/** What is seen: days from `from`, `scale` pixels each, over `width` pixels. */
export interface Window {
  from: number;
  scale: number;
  width: number;
}

/** How far the label of an item reaches beyond its mark: to the left where it is negative. */
export type Label = (item: number) => number;

export interface Lane {
  top: number;
  height: number;
}

/** The rows of some items at one scale. */
export interface Rows {
  of: Map<number, number>;
  pitch: number[];
  /** How wide the label of each item may be: to the left of its mark where it is negative. */
  labels: Map<number, number>;
}

export function end(window: Window): number {
  return window.from + window.width / window.scale;
}

/** Left and right edge of an item, in pixels of the window. */
export function reach(picture: Picture, item: number, window: Window): [number, number] {
  const left = (picture.start[item] - window.from) * window.scale;
  const right = (picture.end[item] - window.from) * window.scale;
  if (picture.has(item, Flag.openStart)) return [right - OPEN, right];
  if (picture.has(item, Flag.openEnd)) return [left, left + OPEN];
  const middle = (left + right) / 2;
  const half = picture.has(item, Flag.approximate) ? ABOUT : POINT;
  if (picture.isDay(item)) return [middle - half, middle + half];
  return right - left < LEAST ? [middle - LEAST / 2, middle + LEAST / 2] : [left, right];
}

/**
 * Share `most` pixels among the lanes by what they need to show `window`; up to `labelled` items with labels.
 * Where less is needed the rest is left over, or shared by all of them to `fill` the room.
 */
export function lanes(
  picture: Picture,
  window: Window,
  most: number,
  label: Label,
  { labelled = MOST_LABELLED, fill = false } = {},
): Lane[] {
  const number = picture.count(window.from, end(window));
  const isFew = number <= MOST_PACKED;
  const rows = isFew ? needed(picture, window, number <= labelled ? label : none, most) : crowd(picture);
  const least = rows.map((count) => (count ? LANE_LEAST : LANE_EMPTY));
  const more = rows.map((count) => Math.max(0, count - 1) * PITCH);
  const spare = most - sum(least);
  const share = Math.min(1, Math.max(0, spare) / (sum(more) || 1));
  const rest = fill ? Math.max(0, spare - sum(more)) / rows.length : 0;
  let top = 0;
  return least.map((height, index) => {
    const lane = { top, height: Math.round(height + more[index] * share + rest) };
    top += lane.height;
    return lane;
  });
}

/** How high the lanes may be together: web/presenters/overview.py keeps as much room on the page. */
export function room(picture: Picture): number {
  const most = picture.size > MANY ? HIGHEST : HIGH;
  return Math.min(most, picture.served.lanes.length * HEAD + picture.size * PITCH);
}

/** Put the items between two days into rows; with labels where there is room for them. */
export function pack(picture: Picture, window: Window, items: number[], places: Lane[], label: Label): Rows {
  if (items.length > MOST_MEASURED) return arrange(picture, window, items, places, none);
  const wide = arrange(picture, window, items, places, label);
  if (wide.pitch.every((pitch) => pitch >= LABELLED_PITCH)) return wide;
  // lanes that would be too crowded keep only the labels for which there happens to be room
  const fits: Label = (item) => (wide.pitch[picture.lane[item]] >= LABELLED_PITCH ? label(item) : 0);
  const rows = arrange(picture, window, items, places, fits);
  fill(picture, window, items, rows, label);
  return rows;
}

function arrange(
  picture: Picture,
  window: Window,
  items: Iterable<number>,
  places: Lane[],
  label: Label,
): Rows {
  const free: number[][] = places.map(() => []);
  const most = places.map((lane) => Math.max(1, Math.floor((lane.height - HEAD) / LEAST_PITCH)));
  const of = new Map<number, number>();
  const labels = new Map<number, number>();
  for (const item of items) {
    const lane = picture.lane[item];
    labels.set(item, label(item));
    of.set(item, take(free[lane], ...taken(picture, item, window, label), most[lane]));
  }
  const pitch = places.map((lane, index) =>
    Math.min(PITCH, (lane.height - HEAD) / Math.max(1, free[index].length)),
  );
  return { of, pitch, labels };
}

/** What an item takes up with its label. */
function taken(picture: Picture, item: number, window: Window, label: Label): [number, number] {
  const [left, right] = reach(picture, item, window);
  const width = label(item);
  return [left + Math.min(width, 0), right + Math.max(width, 0) + GAP];
}

/** The first row that is free at `left`; where all are taken, the one that is free first. */
function take(free: number[], left: number, right: number, most: number): number {
  let row = free.findIndex((edge) => edge <= left);
  if (row < 0 && free.length < most) row = free.length;
  if (row < 0) row = free.indexOf(Math.min(...free));
  free[row] = Math.max(right, free[row] ?? right);
  return row;
}

/** How many rows each lane needs; at most as many as fit into `height`. */
function needed(picture: Picture, window: Window, label: Label, height: number): number[] {
  const most = Math.max(1, Math.floor(height / PITCH));
  const free: number[][] = picture.served.lanes.map(() => []);
  for (const item of picture.between(window.from, end(window))) {
    take(free[picture.lane[item]], ...taken(picture, item, window, label), most);
  }
  return free.map((rows) => rows.length);
}

/** For very many events: the fuller a lane, the higher, but not in proportion. */
function crowd(picture: Picture): number[] {
  const most = Math.max(...picture.sizes);
  return picture.sizes.map((size) => 1 + Math.round(7 * Math.sqrt(size / most)));
}

function none(): number {
  return 0;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
