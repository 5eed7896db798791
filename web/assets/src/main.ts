/** Puts the drawing in the place of the strip that the server drew. */

import * as address from "./address";
import { type Addresses, Drawing } from "./drawing";
import { Picture } from "./picture";

const addresses = document.querySelector<HTMLElement>("#drawing")?.dataset as Addresses;

/** Draw the events that the address asks for, in the place of `before`. */
async function draw(before?: HTMLElement): Promise<void> {
  const asked = Picture.of(address.asking(addresses.picture));
  const [figure, template] = await parsed();
  const picture = await asked;
  if (!figure || !template) return;
  if (picture.size < 2) throw new Error("there is too little to draw");
  const root = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  (root.querySelector("select") as HTMLSelectElement).value = address.get("lanes") || "kind";
  before?.remove();
  figure.prepend(root);
  figure.classList.add("is-drawn");
  new Drawing(root, picture, addresses, () => void draw(root)).start();
  if (before) root.querySelector("select")?.focus({ preventScroll: true });
}

/** The place of the drawing and its parts, as soon as the page has been read so far. */
async function parsed(): Promise<[HTMLElement | null, HTMLTemplateElement | null]> {
  const template = () => document.querySelector<HTMLTemplateElement>("#drawing-parts");
  while (!template()?.nextElementSibling && document.readyState === "loading") {
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  return [document.querySelector("figure.overview"), template()];
}

// without an answer the picture of the server stays
draw().catch((error: unknown) => {
  document.querySelector("figure.to-draw")?.classList.remove("to-draw");
  console.info("The timeline could not be drawn:", error);
});
