/** The drawing and its parts, joined to the page. */

import * as address from "./address";
import { keep } from "./keep";
import { action, type Moves } from "./keys";
import { beside, type Linked, Links } from "./links";
import { List, mark } from "./list";
import { Panel } from "./panel";
import { Glossary, type Picture } from "./picture";
import { listen } from "./pointer";
import { MOST_LINKS, MOST_MARKS, Stage } from "./stage";
import { Strip } from "./strip";
import { watch } from "./theme";

const ZOOM = 1.6;
const PAN = 0.25;
const SETTLED = 140; // milliseconds without a movement

/** Where to ask, as the page says with its script. */
export type Addresses = Record<"picture" | "words" | "event", string>;

export class Drawing {
  private readonly panel: Panel;
  private readonly links: Links;
  private readonly glossary: Glossary;
  private readonly stage: Stage;
  private readonly strip: Strip;
  private readonly list = new List((event) => this.hint(event));
  private wantsFocus: number | undefined;
  private timer = 0;
  private isTouched = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly picture: Picture,
    private readonly addresses: Addresses,
    private readonly again: () => void,
  ) {
    this.panel = new Panel(root, (id) => this.eventAddress(id));
    this.links = new Links(this.part("items"));
    this.glossary = new Glossary(
      picture,
      (part) => address.asking(addresses.words, { part: String(part) }),
      () => this.heard(),
    );
    this.stage = new Stage(
      { plot: this.part("plot"), canvas: this.part("canvas"), axis: this.part("axis") },
      picture,
      this.glossary,
      (settled) => (settled ? this.settle() : this.follow()),
    );
    const { density, domain } = this.stage;
    this.strip = new Strip(this.part("strip"), density, domain, (day) =>
      this.act(() => this.stage.centre(day)),
    );
    this.panel.shelf(picture.served.undated, picture.served.undatedTotal);
    this.controls();
    this.keys();
    listen(this.part("plot"), this.stage, {
      point: (item) => this.point(item),
      read: (item) => this.select(item),
      open: (item, event) => this.open(item, event),
      act: (action) => this.act(action),
      touched: () => {
        this.isTouched = true;
      },
    });
  }

  /** Show what the address asks for. */
  start(): void {
    this.strip.resize(this.part("plot").clientWidth);
    const asked = address.view(this.stage.domain) ?? this.stage.opening;
    this.stage.resize(asked);
    performance.mark("chronology:drawn");
    // where other days are in view than the address asks for, it and the list follow
    this.settle(this.stage.isAt(asked));
    new ResizeObserver(() => this.resized()).observe(this.root);
    watch(() => {
      this.stage.retheme();
      this.follow();
    });
    this.root.dataset.ready = "";
  }

  private part<T extends Element>(name: string): T {
    return this.panel.part(name);
  }

  /** With every frame: the strip follows. */
  private follow(): void {
    this.strip.paint(...this.stage.view, this.stage.theme);
    if (this.timer === 0 && this.links.focused === undefined) this.links.rest(false);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.settle(), SETTLED);
  }

  /** When the movement is over: links, words, the address. */
  private settle(isFirst = false): void {
    clearTimeout(this.timer);
    this.timer = 0;
    const count = this.stage.count;
    this.stage.share();
    this.panel.describe(this.stage, this.picture.served, !isFirst);
    this.link(count);
    this.links.rest(true);
    if (isFirst) return;
    const view = this.stage.isAt(this.stage.opening) ? "" : address.writeView(...this.stage.view);
    address.put({ view });
    this.list.follow();
  }

  private link(count: number): void {
    if (count > MOST_LINKS) {
      this.links.show([], this.stage.boxes, undefined);
      return;
    }
    const items = [...this.picture.between(...this.stage.view)];
    void this.glossary.want(items);
    const linked: Linked[] = items.flatMap((item) => {
      const words = this.glossary.of(item);
      return words ? [{ item, words, address: this.eventAddress(words[0]) }] : [];
    });
    this.recall(linked);
    this.links.show(linked, this.stage.boxes, this.stage.selected);
    if (this.wantsFocus !== undefined && this.links.focus(this.wantsFocus)) this.wantsFocus = undefined;
  }

  /** Find the event again that the address names. */
  private recall(linked: Linked[]): void {
    const wanted = address.get("event");
    const found = linked.find(({ words }) => words[0] === wanted)?.item;
    if (found === undefined || found === this.stage.selected) return;
    this.stage.selected = found;
    this.card(found);
    mark(wanted);
    this.stage.paint();
  }

  private heard(): void {
    this.stage.relabel();
    this.settle(!this.isTouched);
  }

  private eventAddress(id: string): string {
    return this.addresses.event.replace("EVENT", encodeURIComponent(id));
  }

  private controls(): void {
    const actions: Record<string, () => void> = {
      in: () => this.moves.zoom(1),
      out: () => this.moves.zoom(-1),
      earlier: () => this.moves.pan(-1),
      later: () => this.moves.pan(1),
      whole: () => this.moves.whole(),
      keep: () => this.keep(),
      today: () => this.act(() => this.stage.centre(this.picture.served.today)),
    };
    this.root.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-do]");
      if (!button || button.getAttribute("aria-disabled") === "true") return;
      actions[button.dataset.do as string]?.();
    });
    const lanes = this.part<HTMLSelectElement>("lanes");
    lanes.addEventListener("change", () => {
      address.put({ lanes: lanes.value === "kind" ? "" : lanes.value, event: "" });
      this.again();
    });
  }

  private keep(): void {
    const { picture, glossary } = this;
    const { density, theme, isWhole, domain, opening } = this.stage;
    const days = isWhole ? domain : opening;
    keep({ picture, glossary, density, theme, days, most: MOST_MARKS }).then(
      () => this.panel.say("The picture is saved."),
      (error: Error) => this.panel.say(`The picture could not be saved: ${error.message}`),
    );
  }

  private act(action: () => void): void {
    this.isTouched = true;
    action();
    this.settle();
  }

  /** The day about which keys and buttons zoom: that of the event with the focus. */
  private get pivot(): number | undefined {
    const item = this.stage.selected;
    const inView = item !== undefined && this.stage.boxes.has(item);
    return inView ? (this.picture.start[item] + this.picture.end[item]) / 2 : undefined;
  }

  private keys(): void {
    const plot = this.part<HTMLElement>("plot");
    plot.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const move = action(event.key, Links.itemOf(event.target), this.picture.size - 1, this.moves);
      if (!move) return;
      event.preventDefault();
      this.isTouched = true;
      move();
    });
    plot.addEventListener("focusin", (event) => {
      const item = Links.itemOf(event.target);
      if (item !== undefined) this.select(item);
    });
  }

  private readonly moves: Moves = {
    zoom: (way) => this.act(() => this.stage.zoomBy(ZOOM ** way, this.pivot)),
    pan: (way) => this.act(() => this.stage.pan(way * PAN)),
    whole: () => this.act(() => this.stage.show(...this.stage.domain)),
    edge: (which) => this.act(() => this.stage.centre(this.picture.extent[which])),
    enter: () => this.enter(),
    leave: () => this.leave(),
    go: (item) => this.go(item),
    beside: (item, way) => this.go(beside(this.stage.boxes, item, way, this.stage.window.width)),
  };

  /** From the plot to its events; where there are too many, nearer first. */
  private enter(): void {
    if (this.stage.count > MOST_LINKS) {
      this.act(() => this.stage.zoomBy(ZOOM * ZOOM));
      return;
    }
    const [first] = this.picture.between(...this.stage.view);
    if (first !== undefined) this.go(this.stage.selected ?? first);
  }

  private leave(): void {
    this.part<HTMLElement>("plot").focus({ preventScroll: true });
    this.stage.selected = undefined;
    this.card(undefined);
    this.stage.paint();
    address.put({ event: "" });
    mark("");
    this.settle();
  }

  /** Move the focus to an event, and bring it into view. */
  private go(item: number | undefined): void {
    if (item === undefined || item < 0 || item >= this.picture.size) return;
    const [from, to] = this.stage.view;
    const isSeen = this.picture.end[item] > from && this.picture.start[item] < to;
    if (!isSeen) this.stage.centre((this.picture.start[item] + this.picture.end[item]) / 2);
    this.wantsFocus = item;
    this.settle();
    if (this.stage.count > MOST_LINKS) this.part<HTMLElement>("plot").focus({ preventScroll: true });
  }

  private select(item: number): void {
    if (item === this.stage.selected) return;
    this.stage.selected = item;
    this.card(item);
    this.stage.paint();
    const words = this.glossary.of(item);
    if (!words) return;
    address.put({ event: words[0] });
    mark(words[0]);
  }

  private point(item: number | undefined): void {
    this.part<HTMLElement>("plot").classList.toggle(
      "is-pointing",
      item !== undefined && this.stage.boxes.has(item),
    );
    if (item !== undefined) void this.glossary.want([item]);
    this.card(item);
  }

  /** Show in the picture the event that is pointed at in the list. */
  private hint(event: string | undefined): void {
    const item = event === undefined ? undefined : this.glossary.find(event);
    if (item === this.stage.hinted || !this.root.isConnected) return;
    this.stage.hinted = item;
    this.stage.paint();
  }

  /** Open the page of an event; a link does so by itself. */
  private open(item: number, event: MouseEvent): void {
    this.select(item);
    const words = this.glossary.of(item);
    if (words && Links.itemOf(event.target) === undefined) location.assign(this.eventAddress(words[0]));
  }

  private card(item: number | undefined): void {
    this.panel.card(item === undefined ? undefined : this.glossary.of(item));
  }

  private resized(): void {
    const width = this.part("plot").clientWidth;
    if (width === this.stage.window.width || width === 0) return;
    this.strip.resize(width);
    this.stage.resize();
    this.settle(!this.isTouched);
  }
}
