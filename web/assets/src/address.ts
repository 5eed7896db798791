/** The state that the drawing shares with the page: filters, lanes, view and selection, all in the address. */

import { iso, parse } from "./days";

const OWN = ["lanes", "view", "event"];
const LEAST = 1e-6; // days: what reckoning in fractions may add
const DRAWN_ONLY = ["lanes", "event"];
const PAGE_ONLY = ["page", "sort", "view", "event"];

/** The filters in force and the lanes, as parameters for `path`. */
export function asking(path: string, more: Record<string, string> = {}): string {
  const parameters = new URLSearchParams(location.search);
  for (const name of PAGE_ONLY) parameters.delete(name);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

export function get(name: string): string {
  return new URLSearchParams(location.search).get(name) ?? "";
}

/** Change a parameter of the address ("" takes it off) without a new step in the history. */
export function put(values: Record<string, string>): void {
  const address = new URL(location.href);
  // another part of the list begins at its first page
  if (values.view !== undefined && values.view !== get("view")) address.searchParams.delete("page");
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (address.href !== location.href) history.replaceState(history.state, "", address);
  carry();
}

/** The days in view, exclusive at the end, where the address names them; of those in `domain` if there are any. */
export function view([first, last]: [number, number]): [number, number] | undefined {
  const [from, to] = get("view").split("..").map(parse);
  if (!(from <= to)) return undefined;
  const within: [number, number] = [Math.max(from, first), Math.min(to + 1, last)];
  return within[0] < within[1] ? within : [from, to + 1];
}

export function writeView(from: number, to: number): string {
  // to every day that is seen in part, so that the list holds what the drawing counts
  return `${iso(Math.floor(from + LEAST))}..${iso(Math.ceil(to - LEAST) - 1)}`;
}

/** The address of the page as it is now, without what the list does not depend on. */
export function listed(): string {
  const address = new URL(location.href);
  for (const name of DRAWN_ONLY) address.searchParams.delete(name);
  return address.pathname + address.search;
}

/** Let the page's own links and its form lead to the same view. */
export function carry(): void {
  const here = new URLSearchParams(location.search);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".active a, .order a, .pager a")) {
    const address = new URL(link.href);
    for (const name of OWN) set(address.searchParams, name, here.get(name));
    link.href = address.href;
  }
  const form = document.querySelector<HTMLFormElement>(".filters form");
  for (const name of OWN) if (form) field(form, name, here.get(name));
}

function set(parameters: URLSearchParams, name: string, value: string | null): void {
  if (value) parameters.set(name, value);
  else parameters.delete(name);
}

function field(form: HTMLFormElement, name: string, value: string | null): void {
  let input = form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);
  if (!value) {
    input?.remove();
    return;
  }
  if (!input) {
    input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    form.append(input);
  }
  input.value = value;
}
