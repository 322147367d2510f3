// What somebody says stands over them for a while. Only what the log has published, and gone the moment that it is.
import { byId } from "../page.js";
import { stamp } from "../stamp.js";
import { unitsOf } from "./plan.js";
import { serverTime } from "./walks.js";

const LONGEST = 90; // characters
const MOST = 6;
const FRESH = 15; // seconds: what is replayed after a break is not said now
const GONE = new Set(["message_hidden", "message_withdrawn", "message_edited"]);
const box = byId("floor-bubbles");
const drawing = byId("floor-svg")?.viewBox.baseVal;
const bubbles = new Map();

/** An entry of the log. where(person): the point at which somebody on this floor is drawn, or null. */
export function hear({ kind, at, data }, where) {
  if (!box) return;
  // What is edited goes as well: the words before may have named somebody.
  if (GONE.has(kind)) return burstAbout(data.id);
  // What staff enter for a caller or a visitor stands over nobody: over the officer it would be the officer's.
  if (kind === "message_posted" && !data.relayed) speak(data.id, data.id, data.author, data.html, at, where);
  if (kind === "question_answered") speak(data.answer_id, data.id, data.by, data.answer_html, at, where);
}

/** about: the message itself, or the question that it answers, and goes with. */
function speak(id, about, author, html, at, where) {
  if (!html || serverTime() - Date.parse(at) / 1000 > FRESH || !where(author.id)) return;
  for (const [other, { by }] of bubbles) if (by === author.id) burst(other);
  if (bubbles.size >= MOST) burst(bubbles.keys().next().value);
  const words = textOf(html);
  const node = stamp("bubble", { id, name: author.name, words });
  box.append(node);
  bubbles.set(id, { node, about, by: author.id, where, timer: setTimeout(() => burst(id), 4000 + words.length * 60) });
  moveBubbles();
}

/** Each over its speaker, and never outside of the picture; who has left takes theirs along. */
export function moveBubbles() {
  for (const [id, { node, by, where }] of bubbles) {
    const point = where(by);
    if (!point) burst(id);
    else place(node, unitsOf(point));
  }
}

function place(node, [x, y]) {
  const left = (x - drawing.x) / drawing.width * box.clientWidth;
  const top = (y - 54 - drawing.y) / drawing.height * box.clientHeight;
  const half = node.offsetWidth / 2;
  const middle = Math.min(box.clientWidth - half - 4, Math.max(half + 4, left));
  node.style.left = `${middle}px`;
  node.style.top = `${Math.max(node.offsetHeight + 4, top)}px`;
  node.style.setProperty("--tip", `${left - middle}px`);
}

function burstAbout(id) {
  for (const [bubble, { about }] of bubbles) if (about === id || bubble === id) burst(bubble);
}

function burst(id) {
  clearTimeout(bubbles.get(id)?.timer);
  bubbles.get(id)?.node.remove();
  bubbles.delete(id);
}

function textOf(html) {
  const words = new DOMParser().parseFromString(html, "text/html").body.textContent.trim().replace(/\s+/g, " ");
  const letters = [...words];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : words;
}
