// The order of the questions. It never moves under a finger, a pointer or the focus: it waits until nobody is there.
import { byId, root } from "./page.js";
import { LISTS, showParts } from "./questions_lists.js";

const AFTER_TOUCH = 4000; // ms in which a finger that was there may come again
const AGAIN = 500; // ms between two looks whether somebody is still there
let touched = 0;
let pointed = false;
let timer = null;

const ORDERS = {
  wanted: (one, other) => other.dataset.votes - one.dataset.votes || one.dataset.seq - other.dataset.seq,
  newest: (one, other) => other.dataset.seq - one.dataset.seq,
  unanswered: (one, other) => one.dataset.seq - other.dataset.seq,
};

export function startOrder() {
  const panel = byId("questions");
  panel.addEventListener("pointerenter", (event) => { pointed = event.pointerType === "mouse"; });
  panel.addEventListener("pointerleave", () => { pointed = false; });
  panel.addEventListener("pointerdown", () => { touched = Date.now(); });
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("[data-order-by]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(link.dataset.orderBy);
  });
}

/** Sorts as soon as nobody would be disturbed by it. */
export function orderSoon() {
  timer ??= setTimeout(() => {
    timer = null;
    if (isDisturbing()) orderSoon();
    else order();
  }, AGAIN);
}

function choose(name) {
  byId("questions").dataset.order = name;
  for (const link of root.querySelectorAll("[data-order-by]")) {
    if (link.dataset.orderBy === name) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const field of root.querySelectorAll(".room-vote [name=order]")) field.value = name;
  showParts();
  order();
}

function isDisturbing() {
  const held = LISTS.some((name) => byId(name).contains(document.activeElement));
  const open = byId("decide-dialog")?.open;
  return pointed || held || open || Date.now() - touched < AFTER_TOUCH;
}

function order() {
  const by = ORDERS[byId("questions").dataset.order];
  for (const list of LISTS.map(byId)) {
    const before = [...list.children];
    const after = [...before].sort(by);
    if (after.some((node, place) => node !== before[place])) list.append(...after);
  }
}
