/** The drawing as a picture to keep: not only what is in view, and every lane as high as it needs. */

import { scaleUtc } from "d3-scale";
import { stretch, tick, toDate } from "./days";
import type { Density } from "./density";
import { end, lanes, pack, type Window } from "./layout";
import { bars, days, type Easel, ground, labels, marks } from "./paint";
import type { Glossary, Picture } from "./picture";
import { fit } from "./strip";
import type { Theme } from "./theme";

const WIDTH = 1600;
const TALLEST = 6000; // pixels
const LARGEST = 16_000_000; // dots: more than these some browsers do not paint
const MARGIN = 32;
const HEAD = 70;
const AXIS = 26;
const FOOT = 60;
const TICK = 110; // pixels between ticks
const LEGEND = [
  "A dot is a known day; an outline, somewhere within it; a bar between posts lasted; hatched, that end is not known;",
  "faded, about then; “?”, uncertain. A pennant is a deadline, hollow once passed. Signs before a title say how it stands.",
];

/** What is drawn, and with. */
export interface Kept {
  picture: Picture;
  glossary: Glossary;
  density: Density;
  theme: Theme;
  /** First and last day. */
  days: [number, number];
  /** Up to so many events are drawn one by one. */
  most: number;
}

/** Save the drawing as a picture, with the page's own title, summary and filters above it. */
export async function keep(kept: Kept): Promise<void> {
  const texts = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].map(textOf);
  const { picture, days } = kept;
  const left = picture.served.total - picture.count(...days);
  const words = [stretch(...days), ...texts("main .lede"), ...texts(".active a:not(.clear)")];
  if (left) words.push(`${left} earlier or later ones are not drawn`);
  await save(await whole(kept, texts("h1").join(), words.join(" · ")), "timeline.png");
}

/** Draw everything under `title` and `words`; done when the titles have come. */
async function whole(kept: Kept, title: string, words: string): Promise<HTMLCanvasElement> {
  const { picture, glossary, theme } = kept;
  const isCounted = picture.count(...kept.days) > kept.most;
  const items = isCounted ? [] : [...picture.between(...kept.days)];
  await glossary.want(items);
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  const width = WIDTH - 2 * MARGIN;
  const window: Window = { from: kept.days[0], scale: width / (kept.days[1] - kept.days[0]), width };
  const easel: Easel = { pen, width, theme, picture, lanes: [], height: 0 };
  const label = labels(easel, window, kept.days, glossary);
  easel.lanes = lanes(picture, window, TALLEST, label, { labelled: kept.most });
  easel.height = easel.lanes.reduce((sum, lane) => sum + lane.height, 0) + 14;
  const height = HEAD + easel.height + AXIS + FOOT;
  fit(canvas, pen, WIDTH, height, Math.min(2, Math.sqrt(LARGEST / WIDTH / height)));
  pen.fillStyle = theme.paper;
  pen.fillRect(0, 0, WIDTH, height);
  pen.translate(MARGIN, HEAD);
  const scale = scaleUtc([toDate(window.from), toDate(end(window))], [0, width]);
  const ticks = scale.ticks(Math.floor(width / TICK));
  ground(easel, window, ticks);
  days(easel, window);
  if (isCounted) bars(easel, window, kept.density);
  else marks(easel, window, { items, rows: pack(picture, window, items, easel.lanes, label) }, glossary);
  around(
    easel,
    ticks.map((when): [number, string] => [scale(when), tick(when)]),
    title,
    words,
  );
  return canvas;
}

/** The title, the axis and the legend. */
function around(
  { pen, theme, height }: Easel,
  ticks: [number, string][],
  title: string,
  words: string,
): void {
  pen.fillStyle = theme.ink;
  pen.textAlign = "start";
  pen.font = `700 22px ${theme.font}`;
  pen.fillText(title, 0, 30 - HEAD);
  pen.font = `400 14px ${theme.font}`;
  pen.fillStyle = theme.muted;
  pen.fillText(words, 0, 54 - HEAD);
  pen.fillRect(0, height, WIDTH - 2 * MARGIN, 1);
  pen.font = `400 12px ${theme.font}`;
  LEGEND.forEach((line, index) => {
    pen.fillText(line, 0, height + AXIS + 18 + index * 18);
  });
  pen.textAlign = "center";
  for (const [x, text] of ticks) if (x > 16) pen.fillText(text, x, height + 14);
}

/** Let the reader keep a canvas as a file. */
function save(canvas: HTMLCanvasElement, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (!blob) return reject(new Error("The picture is larger than this browser can write."));
      const href = URL.createObjectURL(blob);
      Object.assign(document.createElement("a"), { href, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
      resolve();
    });
  });
}

/** What a reader sees of an element, without what is only said aloud. */
function textOf(node: HTMLElement): string {
  const copy = node.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll(".visually-hidden, [aria-hidden]")) part.remove();
  return copy.textContent?.trim() ?? "";
}
