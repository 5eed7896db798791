/** The colours of the page, read from its style sheet, so that the picture follows the theme. */

const NAMES = ["paper", "raised", "ink", "muted", "rule", "rule-strong", "accent", "focus"] as const;
const FORCED: Record<(typeof NAMES)[number], string> = {
  paper: "Canvas",
  raised: "Canvas",
  ink: "CanvasText",
  muted: "CanvasText",
  rule: "GrayText",
  "rule-strong": "CanvasText",
  accent: "LinkText",
  focus: "Highlight",
};

export type Theme = Record<(typeof NAMES)[number] | "font", string>;

export function read(near: HTMLElement): Theme {
  const style = getComputedStyle(near);
  const forced = matchMedia("(forced-colors: active)").matches;
  const colours = NAMES.map((name) => [
    name,
    forced ? FORCED[name] : style.getPropertyValue(`--${name}`).trim(),
  ]);
  return { ...Object.fromEntries(colours), font: style.fontFamily } as Theme;
}

/** Call `then` whenever the theme may have changed. */
export function watch(then: () => void): void {
  for (const query of [
    "(prefers-color-scheme: dark)",
    "(forced-colors: active)",
    "(prefers-contrast: more)",
  ]) {
    matchMedia(query).addEventListener("change", then);
  }
}
