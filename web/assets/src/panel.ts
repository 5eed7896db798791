/** What the drawing says in words around the picture: the range, the event pointed at, the undated ones. */

import { stretch } from "./days";
import type { Served, Words } from "./picture";
import { MOST_MARKS, type Stage } from "./stage";

export class Panel {
  constructor(
    private readonly root: HTMLElement,
    private readonly eventAddress: (id: string) => string,
  ) {}

  part<T extends Element>(name: string): T {
    return this.root.querySelector(`[data-part=${name}]`) as T;
  }

  /** Say which days and how many events are in view; aloud where the reader has moved the picture. */
  describe(stage: Stage, { total, today }: Served, isAloud: boolean): void {
    const [from, to] = stage.view;
    const { count, isWhole, domain } = stage;
    const number = count < total ? `${grouped(count)} of ${grouped(total)}` : grouped(count);
    const words = `${stretch(from, to)}: ${number} ${total === 1 ? "event" : "events"}`;
    this.part("range").textContent = words;
    this.part("many").toggleAttribute("hidden", count <= MOST_MARKS);
    this.part("most").textContent = String(Math.max(1, Math.round(stage.barMost)));
    this.enable("out", !isWhole);
    this.enable("whole", !isWhole);
    this.enable("today", today > domain[0] && today < domain[1]);
    if (isAloud) this.say(words);
  }

  /** Say something aloud. */
  say(words: string): void {
    this.part("status").textContent = words;
  }

  /** Say below the picture what the event under the pointer or the focus is. */
  card(words: Words | undefined): void {
    this.part("hint").toggleAttribute("hidden", words !== undefined);
    this.part("card").toggleAttribute("hidden", words === undefined);
    if (!words) return;
    for (const [index, name] of ["title", "date", "state", "left", "quote"].entries()) {
      this.part(name).textContent = words[index + 1];
    }
    this.part("quote").toggleAttribute("hidden", !words[5]);
  }

  /** List the first of the events without a date. */
  shelf(undated: [id: string, title: string][], total: number): void {
    this.part("shelf").toggleAttribute("hidden", total === 0);
    const items = undated.map(([id, title]) => {
      const link = Object.assign(document.createElement("a"), {
        href: this.eventAddress(id),
        textContent: title,
      });
      return entry(link);
    });
    const more = total - undated.length;
    this.part("undated").append(...items, ...(more > 0 ? [entry(`and ${more} more`)] : []));
  }

  /** A button that cannot do anything says so, and keeps its focus. */
  private enable(name: string, can: boolean): void {
    this.root.querySelector(`[data-do=${name}]`)?.setAttribute("aria-disabled", String(!can));
  }
}

function entry(content: Node | string): HTMLElement {
  const item = document.createElement("li");
  item.append(content);
  return item;
}

/** "10,000"; the browser's own way to write numbers takes 12 ms when it is first used. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
