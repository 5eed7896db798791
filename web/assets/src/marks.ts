/** The shapes: precision by form, status by sign, deadlines by a pennant; never by colour alone. */

import { Flag, type Picture } from "./picture";
import type { Theme } from "./theme";

/** The signs of the states as the page draws them (web/templates/_shapes.html), 16 by 16. */
const SIGNS: Record<string, { line?: string; fill?: string }> = {
  occurred: { fill: "M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12z" },
  ongoing: { line: "M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12z", fill: "M8 2a6 6 0 0 1 0 12z" },
  scheduled: { line: "M2.5 3.5h11v10h-11zM2.5 7h11M5.5 1.5v3M10.5 1.5v3" },
  expected: { line: "M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12zM8 4.5V8l2.5 2" },
  proposed: { line: "M8 1.5 14.5 8 8 14.5 1.5 8z" },
  alleged: { line: "M2 2.5h12v8.5H8.5L5 14v-3H2z" },
  denied: { line: "M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12zM4 4l8 8" },
};
const SIGN = 12; // pixels
const THIN = 6; // pixels
const UNSETTLED = new Set(["scheduled", "expected", "proposed", "alleged"]);
const PATHS = new Map(
  Object.entries(SIGNS).map(([name, { line, fill }]) => [
    name,
    { line: line ? new Path2D(line) : undefined, fill: fill ? new Path2D(fill) : undefined },
  ]),
);

export interface Box {
  left: number;
  right: number;
  /** The middle. */
  y: number;
  /** How high a bar is drawn. */
  height: number;
}

/** Draw one event. */
export function mark(
  pen: CanvasRenderingContext2D,
  picture: Picture,
  item: number,
  box: Box,
  theme: Theme,
): void {
  const deadline = picture.has(item, Flag.deadline);
  const isThin = box.height < THIN;
  // where bars lie close together the known days stand out from them
  const isMuted = picture.has(item, Flag.superseded) || (isThin && !picture.isDay(item));
  const tone = deadline ? theme.accent : isMuted ? theme.muted : theme.ink;
  pen.strokeStyle = tone;
  pen.fillStyle = tone;
  pen.lineWidth = isThin ? 1 : 1.5;
  if (picture.isDay(item)) point(pen, picture, item, box, theme);
  else if (picture.has(item, Flag.openStart | Flag.openEnd)) open(pen, picture, item, box);
  else if (picture.has(item, Flag.interval)) interval(pen, picture, item, box);
  else span(pen, picture, item, box, theme);
  if (picture.status(item) === "denied" && !picture.isDay(item)) line(pen, box.left, box.y, box.right, box.y);
  if (deadline) pennant(pen, box, picture.isPassed(item), theme);
}

/** Draw the sign of a status, `size` pixels wide, its middle at (x, y). */
export function sign(
  pen: CanvasRenderingContext2D,
  status: string,
  x: number,
  y: number,
  theme: Theme,
  size = SIGN,
): void {
  const paths = PATHS.get(status);
  if (!paths) return;
  pen.save();
  pen.translate(x - size / 2, y - size / 2);
  pen.scale(size / 16, size / 16);
  pen.lineWidth = (1.5 * 16) / size;
  if (paths.line) {
    const tone = pen.fillStyle;
    pen.fillStyle = theme.paper;
    pen.fill(paths.line);
    pen.fillStyle = tone;
    pen.stroke(paths.line);
  }
  if (paths.fill) pen.fill(paths.fill);
  pen.restore();
}

function point(pen: CanvasRenderingContext2D, picture: Picture, item: number, box: Box, theme: Theme): void {
  const middle = (box.left + box.right) / 2;
  if (picture.has(item, Flag.approximate)) {
    fade(pen, middle - 14, middle + 14);
    pen.fillRect(middle - 14, box.y - 1, 28, 2);
    pen.fillStyle = pen.strokeStyle;
  }
  const size = Math.min(SIGN, box.height + 3);
  if (picture.status(item) === "occurred") dot(pen, middle, box.y, size * 0.375);
  else sign(pen, picture.status(item), middle, box.y, theme, size);
  if (picture.has(item, Flag.uncertain)) doubt(pen, middle, box, theme);
}

/** The commonest sign, and the quickest. */
function dot(pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** Somewhere within: an outline with round ends, and within it the sign of a status that is not settled. */
function span(pen: CanvasRenderingContext2D, picture: Picture, item: number, box: Box, theme: Theme): void {
  const { left, right, y, height } = box;
  if (picture.has(item, Flag.approximate)) fadeStroke(pen, left, right);
  if (UNSETTLED.has(picture.status(item))) pen.setLineDash([4, 2.5]);
  pen.beginPath();
  pen.roundRect(left + 0.75, y - height * 0.4, Math.max(right - left - 1.5, 4), height * 0.8, height * 0.4);
  pen.fillStyle = theme.raised;
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
  if (picture.has(item, Flag.uncertain)) doubt(pen, (left + right) / 2, box, theme);
}

/** It lasted: a solid bar between two posts. */
function interval(pen: CanvasRenderingContext2D, picture: Picture, item: number, box: Box): void {
  const { left, right, y, height } = box;
  const about = picture.has(item, Flag.approximate);
  if (about) fade(pen, left, right);
  pen.fillRect(left, y - height / 4, right - left, height / 2);
  pen.fillStyle = pen.strokeStyle;
  if (about) return;
  pen.fillRect(left, y - height / 2, 2, height);
  pen.fillRect(right - 2, y - height / 2, 2, height);
}

/** One end is not known: hatched, thinning out, with an arrow that way. */
function open(pen: CanvasRenderingContext2D, picture: Picture, item: number, box: Box): void {
  const { left, right, y, height } = box;
  const backwards = picture.has(item, Flag.openStart);
  const [known, away] = backwards ? [right, left] : [left, right];
  const toward = backwards ? 1 : -1;
  for (let at = 0; at < right - left - 8; at += 4) {
    pen.globalAlpha = 1 - (0.8 * at) / (right - left);
    const x = known - toward * at;
    line(pen, x - toward * 5, y + height / 2 - 1, x, y - height / 2 + 1);
  }
  pen.globalAlpha = 1;
  pen.fillRect(known - 1, y - height / 2, 2, height);
  pen.beginPath();
  pen.moveTo(away + toward * 6, y - 4);
  pen.lineTo(away + toward, y);
  pen.lineTo(away + toward * 6, y + 4);
  pen.stroke();
}

/** A deadline: a pole at its first possible day, and a pennant, hollow once the last one has passed. */
function pennant(pen: CanvasRenderingContext2D, box: Box, isPassed: boolean, theme: Theme): void {
  const x = box.left - 1;
  const size = Math.max(5, box.height);
  const top = box.y - size;
  pen.strokeStyle = theme.accent;
  pen.fillStyle = isPassed ? theme.paper : theme.accent;
  pen.beginPath();
  pen.moveTo(x, box.y + size / 2);
  pen.lineTo(x, top);
  pen.lineTo(x + size, top + size * 0.35);
  pen.lineTo(x, top + size * 0.7);
  pen.fill();
  pen.stroke();
}

function doubt(pen: CanvasRenderingContext2D, x: number, box: Box, theme: Theme): void {
  pen.fillStyle = theme.ink;
  pen.font = `700 ${Math.min(12, box.height + 2)}px ${theme.font}`;
  pen.textAlign = "center";
  pen.fillText("?", x, box.y - box.height / 2 - 1);
  pen.textAlign = "start";
}

function line(pen: CanvasRenderingContext2D, x: number, y: number, toX: number, toY: number): void {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(toX, toY);
  pen.stroke();
}

/** Fill from nothing to full to nothing. */
function fade(pen: CanvasRenderingContext2D, left: number, right: number): void {
  pen.fillStyle = gradient(pen, left, right, pen.strokeStyle as string);
}

function fadeStroke(pen: CanvasRenderingContext2D, left: number, right: number): void {
  pen.strokeStyle = gradient(pen, left, right, pen.strokeStyle as string);
}

function gradient(pen: CanvasRenderingContext2D, left: number, right: number, tone: string): CanvasGradient {
  const made = pen.createLinearGradient(left, 0, right, 0);
  const clear = `color-mix(in srgb, ${tone} 0%, transparent)`;
  made.addColorStop(0, clear);
  made.addColorStop(0.35, tone);
  made.addColorStop(0.65, tone);
  made.addColorStop(1, clear);
  return made;
}
