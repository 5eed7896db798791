/** The list below the drawing: after a movement it is that of what is in view. */

import * as address from "./address";

const SETTLED = 250; // milliseconds: whoever goes on zooming does not wait for lists
const LIST = "main .list";
const ENTRY = "e-"; // before the id of an event

export class List {
  private shown = address.listed();
  private timer = 0;
  private asked: AbortController | undefined;

  /** `point` hears which event of the list the mouse or the focus is on. */
  constructor(point: (event: string | undefined) => void) {
    const main = document.querySelector("main");
    for (const name of ["pointerover", "focusin"]) {
      main?.addEventListener(name, ({ target }) => {
        point((target as Element).closest(`${LIST} .entry`)?.id.slice(ENTRY.length));
      });
    }
  }

  /** Fetch the list that the address asks for, once it has stopped changing. */
  follow(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    if (address.listed() !== this.shown) this.timer = window.setTimeout(() => void this.fetch(), SETTLED);
  }

  private async fetch(): Promise<void> {
    const wanted = address.listed();
    this.asked = new AbortController();
    const { signal } = this.asked;
    try {
      const answer = await fetch(wanted, { signal });
      if (!answer.ok) throw new Error(`${wanted} answered ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [list, before] = [page.querySelector(LIST), document.querySelector(LIST)];
      if (!list || !before) return;
      before.replaceWith(list);
      this.shown = wanted;
      address.carry();
      mark(address.get("event"));
    } catch (error) {
      // the list stays as it is, and says of which days it is
      if (!signal.aborted) console.info("The list could not be read:", error);
    }
  }
}

/** Show in the list which event is selected. */
export function mark(event: string): void {
  for (const entry of document.querySelectorAll(`${LIST} .is-selected`))
    entry.classList.remove("is-selected");
  if (event) document.getElementById(ENTRY + event)?.classList.add("is-selected");
}
