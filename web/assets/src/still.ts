/**
 * Stands in for d3-transition (hatch_build.py), which d3-zoom would bring along: nothing here glides, so the
 * script is a tenth smaller, and nothing need be switched off for readers who want no motion.
 */

import { selection } from "d3-selection";

/** There is never a transition to interrupt. */
export function interrupt(): void {}

selection.prototype.interrupt = function () {
  return this;
};
