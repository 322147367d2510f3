// Where the reader is in the log. Nobody's scroll is ever stolen: who reads above is told what is new below.
import { byId } from "./page.js";

// There the page's own header would push the log out of the first window.
const PHONE = matchMedia("(max-width: 40rem)");
const log = byId("log");
let below = false;
let unread = 0;

export function startScroll() {
  if (PHONE.matches && !location.hash) byId("room").scrollIntoView();
  new IntersectionObserver(([entry]) => {
    below = !entry.isIntersecting;
    if (!below) tell(0);
  }).observe(byId("newest"));
  byId("jump").addEventListener("click", () => {
    toNewest();
    byId("newest").focus({ preventScroll: true });
  });
}

export function toNewest() {
  byId("newest").scrollIntoView({ block: "nearest" });
}

/** Changes the log without moving what is being read. */
export function steady(change) {
  const anchor = below && [...byId("log-list").children].find((node) => node.getBoundingClientRect().bottom > log.getBoundingClientRect().top);
  const top = anchor ? anchor.getBoundingClientRect().top : 0;
  change();
  if (anchor?.isConnected) log.scrollTop += anchor.getBoundingClientRect().top - top;
}

/** A message came in at the end. */
export function countNew() {
  if (below) tell(unread + 1);
}

function tell(n) {
  unread = n;
  byId("jump").hidden = n === 0;
  byId("jump-count").textContent = n ? `(${n})` : "";
}
