/** A link for every event in view, where there are few enough: for keyboards, screen readers and mice alike. */

import type { Boxes } from "./paint";
import { isolated, type Words } from "./picture";

const TARGET = 24; // pixels: WCAG 2.2, 2.5.8

export interface Linked {
  item: number;
  words: Words;
  address: string;
}

/** One tab stop for all of them: arrows move between them (WAI-ARIA, roving tabindex). */
export class Links {
  private readonly shown = new Map<number, HTMLAnchorElement>();

  constructor(private readonly list: HTMLElement) {}

  /** Show links at `boxes`, in order; `current` is the one that the tab key reaches. */
  show(linked: Linked[], boxes: Boxes, current: number | undefined): void {
    const focused = this.focused;
    const wanted = new Set(linked.map(({ item }) => item));
    for (const [item, link] of this.shown) {
      if (!wanted.has(item)) {
        link.parentElement?.remove();
        this.shown.delete(item);
      }
    }
    const stop = current !== undefined && wanted.has(current) ? current : linked[0]?.item;
    const entries = linked.map((one) => this.place(one, boxes, one.item === stop));
    // an entry that is taken out and put back loses its focus, and the click that has begun on it
    if (entries.some((entry, index) => this.list.children[index] !== entry)) {
      this.list.append(...entries);
      if (focused !== undefined) this.focus(focused);
    }
    this.list.hidden = linked.length === 0;
  }

  /** Take the links out of the way of the mouse while the picture moves under them. */
  rest(still: boolean): void {
    this.list.classList.toggle("is-moving", !still);
  }

  focus(item: number): boolean {
    const link = this.shown.get(item);
    link?.focus({ preventScroll: true });
    return link !== undefined;
  }

  get focused(): number | undefined {
    return Links.itemOf(document.activeElement);
  }

  static itemOf(node: EventTarget | null): number | undefined {
    const given =
      node instanceof HTMLElement ? node.closest<HTMLElement>("[data-item]")?.dataset.item : undefined;
    return given === undefined ? undefined : Number(given);
  }

  private place({ item, words, address }: Linked, boxes: Boxes, isStop: boolean): HTMLElement {
    let link = this.shown.get(item);
    if (!link) {
      link = document.createElement("a");
      link.dataset.item = String(item);
      link.href = address;
      link.setAttribute("aria-label", said(words));
      document.createElement("li").append(link);
      this.shown.set(item, link);
    }
    link.tabIndex = isStop ? 0 : -1;
    const box = boxes.get(item);
    if (box) {
      const [left, right] = [
        Math.max(box.left, 0),
        Math.min(box.right, this.list.parentElement?.clientWidth ?? 0),
      ];
      const width = Math.max(TARGET, right - left);
      link.style.left = `${(left + right - width) / 2}px`;
      link.style.top = `${box.y - TARGET / 2}px`;
      link.style.width = `${width}px`;
      link.style.height = `${TARGET}px`;
    }
    return link.parentElement as HTMLElement;
  }
}

/** An event in one sentence. */
export function said([, title, date, status, countdown]: Words): string {
  return [isolated(title), date, status, countdown].filter(Boolean).join(". ");
}

/** The event of `boxes` that stands nearest above (-1) or below (1) an item, in a picture so wide. */
export function beside(boxes: Boxes, item: number, way: number, width: number): number | undefined {
  const from = boxes.get(item);
  if (!from) return undefined;
  const away = [...boxes]
    .filter(([, box]) => (box.y - from.y) * way > 2 && box.right > 0 && box.left < width)
    .map(([other, box]): [number, number] => [
      other,
      Math.abs(box.left - from.left) + 3 * Math.abs(box.y - from.y),
    ]);
  return away.sort((one, other) => one[1] - other[1])[0]?.[0];
}
