/** Mouse, finger and wheel on the plot; dragging and zooming are d3-zoom's (stage.ts). */

import { Links } from "./links";
import type { Stage } from "./stage";

/** What a pointer may ask for. */
export interface Pointed {
  /** Show what is under the pointer, undefined for nothing. */
  point(item: number | undefined): void;
  read(item: number): void;
  open(item: number, event: MouseEvent): void;
  act(action: () => void): void;
  touched(): void;
}

export function listen(plot: HTMLElement, stage: Stage, asked: Pointed): void {
  const place = (event: MouseEvent): [number, number] => {
    const box = plot.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  plot.addEventListener("pointermove", (event) => {
    if (event.buttons === 0 && event.pointerType === "mouse") asked.point(stage.hit(...place(event)));
  });
  plot.addEventListener("pointerleave", () => asked.point(stage.selected));
  let before: number | undefined;
  plot.addEventListener("pointerdown", () => {
    before = stage.selected;
  });
  plot.addEventListener("click", (event) => {
    asked.touched();
    const item = Links.itemOf(event.target) ?? stage.hit(...place(event));
    if (item !== undefined && (event as PointerEvent).pointerType === "touch" && item !== before) {
      event.preventDefault(); // the first tap reads, the second opens
      asked.read(item);
    } else if (item !== undefined) asked.open(item, event);
    else if (stage.barMost) asked.act(() => stage.zoomBy(4, stage.dayAt(place(event)[0])));
  });
  plot.addEventListener("wheel", (event) => turn(event, stage, asked), { passive: false });
}

/** A wheel that turns sideways moves the picture sideways. */
function turn(event: WheelEvent, stage: Stage, asked: Pointed): void {
  const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
  const isUpright = !event.shiftKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY);
  if (event.ctrlKey || event.metaKey || isUpright) return;
  event.preventDefault();
  asked.touched();
  stage.pan(sideways / stage.window.width);
}
