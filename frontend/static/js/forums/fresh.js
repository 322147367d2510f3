// "3 new replies": they wait for the button, so that nothing moves under one's eyes.
import { place, reply } from "./draw.js";
import { byId, me, root, topic } from "./page.js";
import { announce, say } from "./said.js";
import { csrf } from "./token.js";

const line = root.querySelector("[data-fresh]");
const link = root.querySelector("[data-fresh-link]");
let waiting = [];
let elsewhere = 0; // new ones that stand on a later page

export const isLastPage = () => root.dataset.more !== "yes";
/** Drawn, but not shown yet. */
export const unseen = () => waiting;
export const upto = () => Math.max(Number(root.dataset.upto), ...waiting.map((node) => Number(node.dataset.number)));

export function startFresh() {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !isLastPage()) return;
    event.preventDefault();
    showFresh();
  });
}

/** New replies, as the server drew them; `last`: the topic's last number. */
export function addFresh(come, last) {
  const known = new Set(waiting.map((node) => node.dataset.reply));
  waiting.push(...come.filter(({ id }) => !known.has(id) && !byId(`r-${id}`)).map(({ html }) => reply(html)));
  if (!isLastPage()) elsewhere = Math.max(elsewhere, last - Number(root.dataset.last));
  drawCount();
}

/** One that waits looks otherwise by now, or (null) is gone. */
export function changeFresh(id, node) {
  waiting = waiting.flatMap((old) => (old.dataset.reply === id ? (node ? [node] : []) : [old]));
  drawCount();
}

/** Puts them on the page, and goes to the first; gives whether there were any. */
export function showFresh() {
  if (!isLastPage() && elsewhere) location.assign(link.href);
  if (!waiting.length) return false;
  byId("new")?.remove();
  const [first] = waiting;
  for (const node of waiting) place(node);
  root.dataset.upto = upto();
  waiting = [];
  if (!first.dataset.root) first.before(newLine());
  drawCount();
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
  readUpTo(Number(root.dataset.upto));
  return true;
}

function newLine() {
  const mark = document.createElement("p");
  mark.className = "forum-new";
  mark.id = "new";
  const words = document.createElement("span");
  words.textContent = say("new");
  mark.append(words);
  return mark;
}

function drawCount() {
  const count = isLastPage() ? waiting.length : elsewhere;
  const words = count === 1 ? say("fresh.one") : say("fresh.more", { n: count });
  line.hidden = count === 0;
  if (!count || link.textContent === words) return;
  link.textContent = words;
  announce(words);
}

/** Whoever has seen them has read them; nothing depends on its arriving. */
function readUpTo(number) {
  if (!me) return;
  const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf };
  fetch(`/api/v1/topics/${topic}/read`, { method: "PUT", headers, body: JSON.stringify({ number }) }).catch(() => null);
}
