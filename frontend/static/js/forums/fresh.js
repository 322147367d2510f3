// "3 new replies": they wait for the button, so that nothing moves under one's eyes. So does an answer of the police.
import { place, reply } from "./draw.js";
import { byId, me, root, topic } from "./page.js";
import { announce, say } from "./said.js";
import { tag, untag } from "./tags.js";
import { csrf } from "./token.js";

const line = root.querySelector("[data-fresh]");
const link = root.querySelector("[data-fresh-link]");
let waiting = [];
let elsewhere = 0; // new ones that stand on a later page
let answer = null; // what shows the answer of the police on top, and the link to its reply
let heading = ""; // how many replies there are by now

export const isLastPage = () => root.dataset.more !== "yes";
/** Drawn, but not shown yet. */
export const unseen = () => waiting;
export const unseenAnswer = () => answer?.link;
export const upto = () => Math.max(Number(root.dataset.upto), ...waiting.map((node) => Number(node.dataset.number)));

export function startFresh() {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || (!isLastPage() && elsewhere)) return;
    event.preventDefault();
    showFresh();
  });
}

/** New replies, as the server drew them; `last`: the topic's last number; `replies`: how many there are, in words. */
export function addFresh(come, last, replies) {
  const known = new Set(waiting.map((node) => node.dataset.reply));
  waiting.push(...come.filter(({ id }) => !known.has(id) && !byId(`r-${id}`)).map(({ html }) => reply(html)));
  if (!isLastPage()) elsewhere = Math.max(elsewhere, last - Number(root.dataset.last));
  heading = replies;
  if (!waiting.length) count();
  drawCount();
}

/** An answer that is to stand on top, where none does: `{show, link}`, or null where none waits. */
export function holdAnswer(one) {
  answer = one;
  drawCount();
}

/** One that waits looks otherwise by now, or (null) is gone. */
export function changeFresh(id, node) {
  waiting = waiting.flatMap((old) => (old.dataset.reply === id ? (node ? [node] : []) : [old]));
  drawCount();
}

/** Puts them on the page, and goes to the first, or to the answer where there is none; gives whether there were any. */
export function showFresh() {
  if (!isLastPage() && elsewhere) location.assign(link.href);
  const card = showAnswer();
  if (!waiting.length) return card;
  byId("new")?.remove();
  untag();
  const [first] = waiting;
  for (const node of waiting) {
    tag(node);
    place(node);
  }
  root.dataset.upto = upto();
  waiting = [];
  if (!first.dataset.root) first.before(newLine());
  count();
  drawCount();
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
  readUpTo(Number(root.dataset.upto));
  return true;
}

function showAnswer() {
  if (!answer) return false;
  answer.show();
  holdAnswer(null);
  const card = byId("topic-official").firstElementChild;
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
  return true;
}

function count() {
  const line = byId("replies-title");
  if (line && heading) line.textContent = heading;
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
  const many = isLastPage() ? waiting.length : elsewhere;
  line.hidden = !many && !answer;
  if (line.hidden) return;
  const words = many ? say(many === 1 ? "fresh.one" : "fresh.more", { n: many }) : say("answer");
  if (link.textContent === words) return;
  link.textContent = words;
  announce(words);
}

/** Whoever has seen them has read them; nothing depends on its arriving. */
function readUpTo(number) {
  if (!me) return;
  const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf };
  fetch(`/api/v1/topics/${topic}/read`, { method: "PUT", headers, body: JSON.stringify({ number }) }).catch(() => null);
}
