// Drawing parts of a page anew, each in its place.
import { drawn, start } from "../components.js";

const ITEMS = [
  ".bl-proposal-card[id]", ".bl-timeline__entry[id]", "article.bl-proposal", "[data-live-item]",
  ".bl-ballot__option label[for]", ".bl-ballot__rank option[value]", "h1",
].join(",");
const STATES = "[data-live-state]";
const NOT_WORDS = "template, script, input, textarea, select, [data-news], .govuk-error-summary, [hidden]";

/**
 * Draws every item as it is there; those that are there no more are emptied. Where things stand is drawn, too, where
 * nobody is about to press something in it. True: there is something that is not here.
 */
export function draw(here, there) {
  endBallot(here, there);
  const waits = drawStates(here, there);
  const now = named(there);
  const known = named(here);
  for (const [name, item] of known) {
    if (now.has(name)) exchange(item, now.get(name));
    else empty(item);
  }
  return waits || [...now.keys()].some((name) => !known.has(name));
}

/** True: one waits, because it has the focus. */
function drawStates(here, there) {
  let waits = false;
  for (const state of here.querySelectorAll(STATES)) {
    const now = there.querySelector(`[data-live-state="${CSS.escape(state.dataset.liveState)}"]`);
    if (!now || drawn(state) === now.innerHTML) continue;
    if (state.contains(document.activeElement)) waits = true;
    else put(state, now);
  }
  return waits;
}

/** In the place of what is in `here` what is in `there`, with the components in it started. */
function put(here, there) {
  here.replaceChildren(...there.cloneNode(true).childNodes);
  start(here);
}

/** The words of a page outside of its items. */
export function outside(node) {
  const copy = node.cloneNode(true);
  for (const part of copy.querySelectorAll(`${ITEMS}, ${STATES}, ${NOT_WORDS}`)) part.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** By what stays the same of each; the same name twice is told apart by its place. */
function named(node) {
  const items = new Map();
  for (const item of node.querySelectorAll(ITEMS)) {
    const name = `${item.tagName}.${item.id || item.htmlFor || item.value || item.dataset.liveItem || item.className}`;
    let place = 0;
    while (items.has(`${name}.${place}`)) place += 1;
    items.set(`${name}.${place}`, item);
  }
  return items;
}

/** What has the focus keeps it, as long as it is there. */
function exchange(here, there) {
  if (drawn(here) === there.innerHTML) return;
  const at = document.activeElement;
  if (!here.contains(at)) return put(here, there);
  if (here === at) return;
  const parts = [...here.children];
  const others = [...there.children];
  if (parts.length === others.length && parts.every((part, place) => part.tagName === others[place].tagName)) {
    parts.forEach((part, place) => exchange(part, others[place]));
    return;
  }
  put(here, there);
  here.tabIndex = -1;
  here.focus({ preventScroll: true });
}

/** A ballot that nobody casts any more: it goes as a whole. Emptied part by part, each would read as taken down. */
function endBallot(here, there) {
  const form = here.querySelector("form.bl-ballot");
  const words = here.querySelector("template[data-ballot-over]");
  if (!form || !words || there.querySelector("form.bl-ballot")) return;
  const held = form.contains(document.activeElement);
  const said = document.createElement("div");
  said.role = "status";
  said.tabIndex = -1;
  form.replaceWith(said);
  said.append(words.content.cloneNode(true));
  if (held) said.focus({ preventScroll: true });
}

function empty(item) {
  const words = document.querySelector("template[data-item-gone]");
  const held = item.contains(document.activeElement);
  item.replaceChildren(...(words && item.tagName !== "OPTION" ? words.content.cloneNode(true).childNodes : []));
  if (!held) return;
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
}
