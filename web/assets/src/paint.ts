/** Paints what is in view: lanes, marks or bars that count, and the days that matter. */

import { inWords, toDay } from "./days";
import type { Density } from "./density";
import { end, HEAD, type Label, type Lane, type Rows, reach, type Window } from "./layout";
import { type Box, mark, sign } from "./marks";
import { Flag, type Glossary, isolated, type Picture, type Words } from "./picture";
import type { Theme } from "./theme";

const BAR = 4; // pixels: a bar that counts
const TEXT = 12;
const LABEL_MOST = 230;
const LABEL_WIDE = 400; // where there are few
const FEW = 60;
const LEAST_OVER = 120; // pixels of a bar: less has no room for words
const DEADLINE_MOST = 330;
const LABEL_GAP = 12; // pixels around a label
const SIGN = 15; // pixels: the sign of a status before it

/** What is painted on, and with. */
export interface Easel {
  pen: CanvasRenderingContext2D;
  width: number;
  theme: Theme;
  picture: Picture;
  lanes: Lane[];
  height: number;
}

/** Items with their rows and labels. */
export interface Arranged {
  items: number[];
  rows: Rows;
}

/** Where each item that was painted stands. */
export type Boxes = Map<number, Box>;

/** The grid, the lanes and their names. */
export function ground({ pen, theme, picture, lanes, height }: Easel, window: Window, ticks: Date[]): void {
  pen.fillStyle = theme.rule;
  for (const when of ticks)
    pen.fillRect(Math.round((toDay(when) - window.from) * window.scale), 0, 1, height);
  pen.textBaseline = "middle";
  pen.font = `600 ${TEXT}px ${theme.font}`;
  lanes.forEach((lane, index) => {
    pen.fillStyle = theme.rule;
    if (index) pen.fillRect(0, lane.top, window.width, 1);
    const name = shortened(pen, picture.served.lanes[index], window.width - 16);
    pen.fillStyle = theme.paper;
    pen.fillRect(0, lane.top + 2, pen.measureText(name).width + 8, HEAD - 4);
    pen.fillStyle = theme.muted;
    pen.fillText(name, 0, lane.top + HEAD / 2 + 1);
  });
}

/** Every event by itself; returns where. */
export function marks(easel: Easel, window: Window, { items, rows }: Arranged, glossary: Glossary): Boxes {
  const { pen, theme, picture, lanes } = easel;
  const boxes: Boxes = new Map();
  const until = end(window);
  for (const item of items) {
    if (picture.start[item] > until + 60 / window.scale) continue;
    const pitch = rows.pitch[picture.lane[item]];
    const y = lanes[picture.lane[item]].top + HEAD + ((rows.of.get(item) ?? 0) + 0.5) * pitch;
    const [left, right] = reach(picture, item, window);
    const box = { left, right, y, height: Math.max(2, Math.min(10, pitch - 2)) };
    boxes.set(item, box);
    mark(pen, picture, item, box, theme);
    const words = glossary.of(item);
    if (!words) continue;
    const width = rows.labels.get(item) ?? 0;
    if (isAway(window, box, width)) over(easel, box, pitch, words);
    else if (width !== 0) write(easel, item, box, width, words);
  }
  return boxes;
}

/** How far labels reach beyond their marks at this scale; the last ones stand before theirs. */
export function labels(easel: Easel, window: Window, domain: [number, number], glossary: Glossary): Label {
  const { pen, theme, picture } = easel;
  const known = new Map<number, number>();
  const most = Math.min(picture.size > FEW ? LABEL_MOST : LABEL_WIDE, window.width / 2);
  const measure = (item: number): number => {
    const words = glossary.of(item);
    if (!words) return 0;
    pen.font = font(theme, words);
    const longest = words[4] ? DEADLINE_MOST : most;
    const gap = LABEL_GAP + (hasSign(picture, item) ? SIGN : 0);
    const width = Math.min(longest, pen.measureText(label(words)).width) + gap;
    const [left, right] = reach(picture, item, { ...window, from: domain[0] });
    const after = (domain[1] - domain[0]) * window.scale - right;
    if (width <= after) return width;
    return left > after ? -Math.min(width, left) : width;
  };
  return (item) => {
    const width = known.get(item) ?? measure(item);
    known.set(item, width);
    return width;
  };
}

/** Bars that count the events of each lane; returns the most that one of them stands for. */
export function bars({ pen, theme, lanes }: Easel, window: Window, density: Density): number {
  const days = BAR / window.scale;
  // bars begin at fixed days, so that they do not flicker when the picture moves
  const first = Math.floor(window.from / days) * days;
  const number = Math.ceil(window.width / BAR) + 1;
  const counts = lanes.map((_, lane) =>
    Array.from({ length: number }, (_, at) =>
      density.count(first + at * days, first + (at + 1) * days, lane),
    ),
  );
  const most = Math.max(...counts.map((counted) => Math.max(...counted)));
  pen.fillStyle = theme.ink;
  counts.forEach((counted, index) => {
    const { top, height } = lanes[index];
    const room = height - HEAD - 2;
    counted.forEach((count, at) => {
      if (count < 0.005) return;
      const high = Math.max(1, (room * count) / most);
      pen.fillRect((first + at * days - window.from) * window.scale, top + height - high, BAR - 1, high);
    });
  });
  return most;
}

/** Lines at today and at the as-of day, and a sign below each day of publication. */
export function days(easel: Easel, window: Window): void {
  const { pen, theme, picture, height } = easel;
  const { today, asOf, published } = picture.served;
  pen.fillStyle = theme.muted;
  for (const [from, to] of published) {
    const left = (from - window.from) * window.scale;
    const right = Math.max((to + 1 - window.from) * window.scale, left + 1);
    pen.fillRect(left, height - 3, right - left, 3);
    pen.beginPath();
    pen.moveTo((left + right) / 2 - 5, height);
    pen.lineTo((left + right) / 2 + 5, height);
    pen.lineTo((left + right) / 2, height - 9);
    pen.fill();
  }
  if (asOf !== null) upright(easel, (asOf + 0.5 - window.from) * window.scale, `as of ${inWords(asOf)}`, []);
  if (asOf !== today) upright(easel, (today + 0.5 - window.from) * window.scale, "today", [3, 3]);
}

function upright({ pen, theme, width: most, height }: Easel, x: number, words: string, dash: number[]): void {
  if (x < -1 || x > most + 1) return;
  pen.strokeStyle = theme.accent;
  pen.lineWidth = 1.5;
  pen.setLineDash(dash);
  pen.beginPath();
  pen.moveTo(x, 0);
  pen.lineTo(x, height);
  pen.stroke();
  pen.setLineDash([]);
  pen.font = `600 ${TEXT}px ${theme.font}`;
  const width = pen.measureText(words).width;
  const left = x + width + 8 > most ? x - width - 5 : x + 5;
  pen.fillStyle = theme.paper;
  pen.fillRect(left - 2, 1, width + 4, TEXT + 5);
  pen.fillStyle = theme.accent;
  pen.fillText(words, left, HEAD / 2);
}

/** A ring around the event that is selected. */
export function ring({ pen, theme }: Easel, box: Box | undefined): void {
  if (!box) return;
  pen.strokeStyle = theme.focus;
  pen.lineWidth = 2.5;
  pen.beginPath();
  pen.roundRect(box.left - 5, box.y - box.height / 2 - 5, box.right - box.left + 10, box.height + 10, 6);
  pen.stroke();
}

/** Write the title beside a mark, with the sign of its status where the mark does not show it. */
function write(easel: Easel, item: number, box: Box, width: number, words: Words): void {
  const { pen, theme, picture } = easel;
  if (box.right < 0) return;
  const isGone = picture.has(item, Flag.superseded);
  const gap = LABEL_GAP / 2;
  let x = width > 0 ? box.right + gap : box.left + width + gap;
  const end = width > 0 ? Math.min(x + width - LABEL_GAP, easel.width) : box.left - gap;
  pen.fillStyle = isGone ? theme.muted : theme.ink;
  pen.strokeStyle = pen.fillStyle;
  if (hasSign(picture, item)) {
    sign(pen, picture.status(item), x + 5, box.y, theme, 11);
    x += SIGN;
  }
  pen.fillStyle = pen.strokeStyle;
  pen.font = font(theme, words);
  const text = shortened(pen, label(words), end - x + 1);
  clear(pen, theme, text, x, box.y, 3);
  if (isGone || picture.status(item) === "denied") pen.fillRect(x, box.y, pen.measureText(text).width, 1);
}

/** Whether a bar is seen, but not the end of it where its label would stand. */
function isAway(window: Window, { left, right }: Box, width: number): boolean {
  const seen = Math.min(right, window.width) - Math.max(left, 0);
  return seen > LEAST_OVER && (width < 0 ? left < 0 : right > window.width - LEAST_OVER / 2);
}

/** Write the title on the bar itself, at the edge of the picture: its ends are too far away. */
function over({ pen, theme, width }: Easel, { left, right, y }: Box, pitch: number, words: Words): void {
  if (pitch < TEXT) return;
  const from = Math.max(left, 0);
  pen.fillStyle = theme.ink;
  pen.font = font(theme, words);
  const text = shortened(pen, label(words), (Math.min(right, width) - from) / 2 - LABEL_GAP - 6);
  clear(pen, theme, text, from + LABEL_GAP, y, 8);
}

/** Write with room around the letters: neither the grid nor a bar runs through them. */
function clear(
  pen: CanvasRenderingContext2D,
  theme: Theme,
  text: string,
  x: number,
  y: number,
  room: number,
): void {
  pen.strokeStyle = theme.paper;
  pen.lineWidth = room;
  pen.lineJoin = "round";
  pen.strokeText(text, x, y + 0.5);
  pen.lineJoin = "miter";
  pen.fillText(text, x, y + 0.5);
}

/** Whether the status stands before the label: a day shows it by its own shape. */
function hasSign(picture: Picture, item: number): boolean {
  return !picture.isDay(item) && picture.status(item) !== "occurred";
}

function font(theme: Theme, words: Words): string {
  return `${words[4] ? 600 : 400} ${TEXT}px ${theme.font}`;
}

function label(words: Words): string {
  const title = isolated(words[1]);
  return words[4] ? `${title} · ${words[4]}` : title;
}

const cuts = new Map<string, string>();
const MOST_CUTS = 5000;

/** `text`, or as much of it as has room; remembered, since measuring is slow. */
function shortened(pen: CanvasRenderingContext2D, text: string, most: number): string {
  const key = `${pen.font}|${Math.round(most)}|${text}`;
  let known = cuts.get(key);
  if (known === undefined) {
    if (cuts.size > MOST_CUTS) cuts.clear();
    known = cut(pen, text, most);
    cuts.set(key, known);
  }
  return known;
}

function cut(pen: CanvasRenderingContext2D, text: string, most: number): string {
  if (pen.measureText(text).width <= most) return text;
  if (most < 2 * TEXT) return "";
  let length = Math.ceil((text.length * most) / pen.measureText(text).width) + 2;
  while (length > 1 && pen.measureText(`${text.slice(0, length)}…`).width > most) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}
