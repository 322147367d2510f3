// The lists that questions stand in: how many each holds, and which are there at all.
import { byId, find, part, root } from "./page.js";

export const LISTS = ["waiting", "promised", "answered", "closed"];
const ALWAYS = ["waiting", "answered"]; // they say so themselves where they are empty

const shownIn = (list) => list.querySelectorAll(":scope > li:not([hidden])").length;
/** With those that a very full room leaves out of its page. */
const standIn = (name) => shownIn(byId(name)) + Number(byId(name).closest("[data-stand-list]").dataset.undrawn);

export function count() {
  const questions = LISTS.reduce((sum, name) => sum + standIn(name), 0);
  for (const node of find("data-count", "questions")) node.textContent = questions;
  for (const name of LISTS) {
    for (const node of find("data-count", name)) node.textContent = standIn(name);
  }
  for (const merged of root.querySelectorAll('[data-part="merged"]')) {
    const n = shownIn(part(merged, "alike"));
    merged.hidden = n === 0;
    part(merged, "alike-count").textContent = n;
  }
  showParts();
}

/** All of them are drawn anew from the log. */
export function emptyLists() {
  for (const name of LISTS) {
    byId(name).replaceChildren();
    byId(name).closest("[data-stand-list]").dataset.undrawn = 0;
  }
}

/** In the order of what is unanswered, only that; else every list that holds something. */
export function showParts() {
  const only = byId("questions").dataset.order === "unanswered";
  for (const node of root.querySelectorAll("[data-stand-list]")) {
    const name = node.dataset.standList;
    node.hidden = (only && name !== "waiting") || (!ALWAYS.includes(name) && !standIn(name));
  }
}
