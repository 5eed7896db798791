/** The whole range at a glance: how much there is when, the gaps, and the part that is in view. */

import type { Density } from "./density";
import type { Theme } from "./theme";

const BAR = 3;
const HEIGHT = 34;
const LEAST_VIEW = 6;

export class Strip {
  private readonly pen: CanvasRenderingContext2D;
  private width = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly density: Density,
    private readonly domain: [number, number],
    centre: (day: number) => void,
  ) {
    this.pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    const go = (event: PointerEvent) => {
      const [from, to] = this.domain;
      centre(from + (event.offsetX / this.width) * (to - from));
    };
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      go(event);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (event.buttons) go(event);
    });
  }

  resize(width: number): void {
    this.width = width;
    fit(this.canvas, this.pen, width, HEIGHT);
  }

  /** Draw everything, and a frame around the days from `from` to `to`. */
  paint(from: number, to: number, theme: Theme): void {
    const { pen, width } = this;
    const [first, last] = this.domain;
    const scale = width / (last - first);
    pen.clearRect(0, 0, width, HEIGHT);
    this.bars(theme, scale);
    const left = Math.max(0, (from - first) * scale);
    const right = Math.min(width, Math.max((to - first) * scale, left + LEAST_VIEW));
    pen.fillStyle = theme.paper;
    pen.globalAlpha = 0.65;
    pen.fillRect(0, 0, left, HEIGHT);
    pen.fillRect(right, 0, width - right, HEIGHT);
    pen.globalAlpha = 1;
    pen.strokeStyle = theme.ink;
    pen.lineWidth = 2;
    pen.strokeRect(left + 1, 1, right - left - 2, HEIGHT - 2);
  }

  private bars(theme: Theme, scale: number): void {
    const { pen, width } = this;
    const [first] = this.domain;
    const counts = Array.from({ length: Math.ceil(width / BAR) }, (_, at) =>
      this.density.count(first + (at * BAR) / scale, first + ((at + 1) * BAR) / scale),
    );
    const most = Math.max(...counts, 1e-9);
    pen.fillStyle = theme.muted;
    counts.forEach((count, at) => {
      // a gap is dotted: nothing is known there
      if (count < 0.001) {
        if (at % 2 === 0) pen.fillRect(at * BAR, HEIGHT - 5, BAR - 1, 1);
        return;
      }
      const high = Math.max(2, (HEIGHT - 10) * Math.sqrt(count / most));
      pen.fillRect(at * BAR, HEIGHT - 4 - high, BAR - 1, high);
    });
  }
}

/** Give a canvas its size, as sharp as the screen is. */
export function fit(
  canvas: HTMLCanvasElement,
  pen: CanvasRenderingContext2D,
  width: number,
  height: number,
  sharp = Math.min(devicePixelRatio || 1, 3),
): void {
  canvas.width = Math.round(width * sharp);
  canvas.height = Math.round(height * sharp);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  pen.setTransform(sharp, 0, 0, sharp, 0, 0);
}
