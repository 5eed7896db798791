/** The keyboard: which key does what, on the plot and on an event in it. */

export interface Moves {
  zoom(factor: number): void;
  pan(share: number): void;
  whole(): void;
  /** Bring the first (0) or the last (1) day to the middle. */
  edge(which: 0 | 1): void;
  enter(): void;
  leave(): void;
  /** Move the focus to the item of this number, in order of time. */
  go(item: number): void;
  /** Move the focus to the nearest item above (-1) or below (1). */
  beside(item: number, way: number): void;
}

type Actions = Record<string, () => void>;

/** What `key` does, undefined where it does nothing; `item` is the event that has the focus, `last` the last. */
export function action(
  key: string,
  item: number | undefined,
  last: number,
  moves: Moves,
): (() => void) | undefined {
  const always: Actions = {
    "+": () => moves.zoom(1),
    "=": () => moves.zoom(1),
    "-": () => moves.zoom(-1),
    "0": () => moves.whole(),
  };
  const onPlot: Actions = {
    ArrowLeft: () => moves.pan(-1),
    ArrowRight: () => moves.pan(1),
    Home: () => moves.edge(0),
    End: () => moves.edge(1),
    Enter: () => moves.enter(),
  };
  const onEvent = (at: number): Actions => ({
    ArrowLeft: () => moves.go(at - 1),
    ArrowRight: () => moves.go(at + 1),
    ArrowUp: () => moves.beside(at, -1),
    ArrowDown: () => moves.beside(at, 1),
    Home: () => moves.go(0),
    End: () => moves.go(last),
    Escape: () => moves.leave(),
  });
  return always[key] ?? (item === undefined ? onPlot : onEvent(item))[key];
}
