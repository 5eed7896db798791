/** The part that is zoomed and panned: one canvas, an axis, and which days they show. */

import { axisBottom } from "d3-axis";
import { scaleUtc } from "d3-scale";
import { type Selection, select } from "d3-selection";
import { type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import { tick, toDate } from "./days";
import { Density } from "./density";
import { end, type Label, type Lane, lanes, pack, room, type Window } from "./layout";
import { type Arranged, type Boxes, bars, days, type Easel, ground, labels, marks, ring } from "./paint";
import type { Glossary, Picture } from "./picture";
import { fit } from "./strip";
import { read, type Theme } from "./theme";

/** Above so many events in view they are counted, not drawn one by one. */
export const MOST_MARKS = 2000;
/** Up to so many each is a link. */
export const MOST_LINKS = 500;
const MOST_SCALE = 40; // pixels a day
const PAD = 0.04; // of the range, before its first and after its last day
const MARGIN = 0.6; // of what is in view: laid out with it on both sides
const TICK = 90; // pixels between ticks
const EDGE = 16; // pixels: a label nearer to the end of the axis would be cut
const AXIS = 26;
const FOOT = 14; // pixels below the lanes: the days of publication
const LEAST_MOVED = 3; // pixels: lanes that would move less stay

interface Parts {
  plot: HTMLElement;
  canvas: HTMLCanvasElement;
  axis: SVGSVGElement;
}

export class Stage {
  readonly domain: [number, number];
  /** The days that are shown at first: where most events are. */
  readonly opening: [number, number];
  readonly density: Density;
  theme: Theme;
  boxes: Boxes = new Map();
  selected: number | undefined;
  /** The event that is pointed at elsewhere. */
  hinted: number | undefined;
  /** The most events that one bar stands for; 0 where each is drawn. */
  barMost = 0;
  private readonly pen: CanvasRenderingContext2D;
  private readonly zoomed: Selection<HTMLElement, unknown, null, undefined>;
  private readonly behaviour = zoom<HTMLElement, unknown>();
  private readonly axis = axisBottom<Date>(scaleUtc()).tickSizeOuter(0).tickFormat(tick);
  private transform: ZoomTransform = zoomIdentity;
  private places: Lane[] = [];
  private size: [width: number, height: number] = [0, 0];
  private packed: (Arranged & { key: string; from: number; to: number }) | undefined;
  private frame = 0;
  private seen = "";

  constructor(
    private readonly parts: Parts,
    private readonly picture: Picture,
    private readonly glossary: Glossary,
    private readonly moved: (settled: boolean) => void,
  ) {
    this.pen = parts.canvas.getContext("2d") as CanvasRenderingContext2D;
    this.zoomed = select<HTMLElement, unknown>(parts.plot);
    this.theme = read(parts.plot);
    this.density = new Density(picture);
    this.domain = padded(picture, picture.extent);
    this.opening = padded(picture, picture.core);
    this.behaviour
      .filter(isOurs)
      .wheelDelta(turned)
      .on("zoom", (event: { transform: ZoomTransform; sourceEvent: unknown }) => {
        this.transform = event.transform;
        if (event.sourceEvent) this.paintSoon();
      })
      .on("end", (event: { sourceEvent: unknown }) => event.sourceEvent && this.moved(true));
    this.zoomed.call(this.behaviour).on("dblclick.zoom", null);
    this.pannedByOneFinger();
  }

  /** The days in view. */
  get window(): Window {
    const scale = (this.transform.k * this.size[0]) / (this.domain[1] - this.domain[0]);
    return { from: this.domain[0] - this.transform.x / scale, scale, width: this.size[0] };
  }

  get view(): [number, number] {
    return [this.window.from, end(this.window)];
  }

  get isWhole(): boolean {
    return this.transform.k < 1.0001;
  }

  /** Whether these days are in view, to a pixel and a day. */
  isAt(days: [number, number]): boolean {
    const least = 1 + 1 / this.window.scale;
    return this.view.every((day, end) => Math.abs(day - days[end]) < least);
  }

  get count(): number {
    return this.picture.count(...this.view);
  }

  /** Take the room there is, and show the same days as before, or those given. */
  resize([from, to]: [number, number] = this.size[0] ? this.view : this.opening): void {
    const width = this.parts.plot.clientWidth;
    const whole = { from: this.domain[0], scale: width / (this.domain[1] - this.domain[0]), width };
    this.places = lanes(this.picture, whole, room(this.picture), this.labels(whole), { fill: true });
    const height = this.places.reduce((sum, lane) => sum + lane.height, 0) + FOOT;
    this.size = [width, height];
    this.packed = undefined;
    fit(this.parts.canvas, this.pen, width, height);
    select(this.parts.axis).attr("width", width).attr("height", AXIS);
    const range: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    const most = Math.max(1, MOST_SCALE / whole.scale);
    this.behaviour.extent(range).translateExtent(range).scaleExtent([1, most]);
    this.show(from, to);
  }

  /** Show the days from `from` to `to`. */
  show(from: number, to: number): void {
    const [first, last] = this.domain;
    const k = (last - first) / (to - from);
    const x = ((first - from) * this.size[0]) / (to - from);
    this.behaviour.transform(this.zoomed, zoomIdentity.translate(x, 0).scale(k));
    this.behaviour.translateBy(this.zoomed, 0, 0); // keeps it within the range
    this.paint();
  }

  /** Zoom by `factor` about a day (by default the middle). */
  zoomBy(factor: number, day = (this.view[0] + this.view[1]) / 2): void {
    const x = (day - this.window.from) * this.window.scale;
    this.behaviour.scaleBy(this.zoomed, factor, [x, 0]);
    this.paint();
  }

  /** Move by a share of what is in view. */
  pan(share: number): void {
    this.behaviour.translateBy(this.zoomed, (-share * this.size[0]) / this.transform.k, 0);
    this.paint();
  }

  /** Bring a day to the middle. */
  centre(day: number): void {
    const [from, to] = this.view;
    this.pan((day - (from + to) / 2) / (to - from));
  }

  /** The item at a place of the canvas. */
  hit(x: number, y: number): number | undefined {
    let best: number | undefined;
    let least = 12;
    for (const [item, box] of this.boxes) {
      const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.abs(box.y - y));
      if (away < least) [best, least] = [item, away];
    }
    return best;
  }

  dayAt(x: number): number {
    return this.window.from + x / this.window.scale;
  }

  /** Read the colours again. */
  retheme(): void {
    this.theme = read(this.parts.plot);
    this.paint();
  }

  /** Share the height anew among the lanes, by what is in view. */
  share(): void {
    const { from, scale, width } = this.window;
    const laid = { from: from - (MARGIN * width) / scale, scale, width: width * (1 + 2 * MARGIN) };
    const places = lanes(this.picture, laid, this.size[1] - FOOT, this.labels(this.window), { fill: true });
    if (places.every(({ top }, lane) => Math.abs(top - this.places[lane].top) < LEAST_MOVED)) return;
    this.places = places;
    this.relabel();
  }

  /** Lay everything out again: there are new words. */
  relabel(): void {
    this.packed = undefined;
    this.paint();
  }

  paint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const window = this.window;
    const scale = scaleUtc([toDate(window.from), toDate(end(window))], [0, window.width]);
    const easel = this.easel;
    const ticks = scale.ticks(Math.max(2, Math.floor(window.width / TICK)));
    this.pen.clearRect(0, 0, window.width, easel.height);
    ground(easel, window, ticks);
    days(easel, window);
    if (this.count > MOST_MARKS) {
      this.boxes = new Map();
      this.barMost = bars(easel, window, this.density);
    } else {
      this.boxes = marks(easel, window, this.arranged(window), this.glossary);
      this.barMost = 0;
      const isOutlined = this.parts.plot.querySelector(":focus-visible") !== null;
      if (this.selected !== undefined && !isOutlined) ring(easel, this.boxes.get(this.selected));
      if (this.hinted !== undefined) ring(easel, this.boxes.get(this.hinted));
    }
    const whole = ticks.filter((when) => scale(when) > EDGE && scale(when) < window.width - EDGE);
    select(this.parts.axis).call(this.axis.scale(scale).tickValues(whole));
    const seen = `${window.from} ${window.scale}`;
    if (seen !== this.seen) this.moved(false);
    this.seen = seen;
  }

  private paintSoon(): void {
    this.frame ||= requestAnimationFrame(() => this.paint());
  }

  /** The rows of what is in view and on both sides of it: kept while the picture is moved. */
  private arranged(window: Window): Arranged {
    const [from, to] = [window.from, end(window)];
    const key = window.scale.toPrecision(9);
    const known = this.packed;
    if (known?.key === key && known.from <= from && known.to >= to) return known;
    const margin = MARGIN * (to - from);
    const wide = { from: from - margin, to: to + margin };
    const items = [...this.picture.between(wide.from, wide.to)];
    const label = this.labels(window);
    const rows = pack(this.picture, window, items, this.places, label);
    this.packed = { key, ...wide, items, rows };
    return this.packed;
  }

  private labels(window: Window): Label {
    return labels(this.easel, window, this.domain, this.glossary);
  }

  private get easel(): Easel {
    return {
      pen: this.pen,
      width: this.size[0],
      theme: this.theme,
      picture: this.picture,
      lanes: this.places,
      height: this.size[1],
    };
  }

  /** One finger moves the picture sideways and the page up and down (touch-action: pan-y). */
  private pannedByOneFinger(): void {
    const fingers = new Map<number, number>();
    const { plot } = this.parts;
    plot.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch") fingers.set(event.pointerId, event.clientX);
    });
    plot.addEventListener("pointermove", (event) => {
      const before = fingers.get(event.pointerId);
      if (before === undefined) return;
      fingers.set(event.pointerId, event.clientX);
      if (fingers.size > 1) return;
      this.behaviour.translateBy(this.zoomed, (event.clientX - before) / this.transform.k, 0);
      this.paintSoon();
    });
    for (const over of ["pointerup", "pointercancel"] as const) {
      plot.addEventListener(over, (event) => {
        if (fingers.delete(event.pointerId)) this.moved(true);
      });
    }
  }
}

/** The wheel scrolls the page unless Ctrl is held or it turns sideways; one finger is not for zooming. */
function isOurs(event: MouseEvent | TouchEvent | WheelEvent): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if ("touches" in event) return event.touches.length > 1;
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

/** How far a wheel zooms, in powers of two: a pinch sends many small turns, a wheel a few large ones. */
function turned(event: WheelEvent): number {
  const pixels = event.deltaY * (event.deltaMode ? 30 : 1);
  return -pixels * 0.002 * (Math.abs(pixels) < 50 ? 10 : 3);
}

/** Some days with room on both sides, and with the day from which they are seen. */
function padded(picture: Picture, [first, last]: [number, number]): [number, number] {
  const { asOf } = picture.served;
  const [from, to] = [Math.min(first, asOf ?? first), Math.max(last, asOf ?? last)];
  const least = 20;
  const pad = Math.max(least, (to - from) * PAD);
  return [from - pad, to + pad];
}
