// An open page of a round or of a priority: what is taken down leaves it at once, what changed is drawn where it stands,
// and what is new waits for a link. Nothing that one reads moves.
import { socket, stay, tell } from "../live/socket.js";
import { draw, outside } from "./redraw.js";

const SPREAD = 400; // ms over which many open pages ask, each at a moment of its own
const round = document.getElementById("round");
const priorities = [...document.querySelectorAll("[data-live-priority]")];
const news = document.querySelector("[data-news]");
const main = document.getElementById("main-content");
const page = (round && round.dataset.page) || location.href; // what a form was answered with has no page of its own
let seen = outside(main);
let asking = 0;
let version = [...(round ? [round] : priorities)].reduce((sum, each) => sum + Number(each.dataset.version), 0);

async function connected() {
  const ack = round
    ? await tell("follow_round", { round: round.dataset.round })
    : await tell("follow_priorities", { priorities: priorities.map((each) => each.dataset.livePriority) });
  if (ack && ack.version !== version) lookSoon(); // what came while we did not listen
  if (ack) version = ack.version;
}

function lookSoon() {
  clearTimeout(asking);
  asking = setTimeout(look, Math.random() * SPREAD);
}

/** The page as the server draws it now: one template for both. */
async function look() {
  const answer = await fetch(page, { headers: { Accept: "text/html", "X-Glance": "yes" } }).catch(() => null);
  if (!answer) return;
  if (answer.status === 404) return gone();
  if (!answer.ok) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
  const there = drawn.getElementById("main-content");
  document.title = drawn.title;
  const come = draw(main, there);
  const now = outside(there);
  if (come || now !== seen) show();
  seen = now;
}

/** A page of something that nobody may read any more. One on which somebody writes stays: the form’s answer says so. */
function gone() {
  const words = document.querySelector("template[data-gone]");
  if (!words || main.querySelector("textarea")) return;
  document.title = words.content.textContent.trim();
  main.replaceChildren(words.content.cloneNode(true));
}

function show() {
  if (!news || !news.hidden) return;
  news.querySelector("a").href = page;
  news.hidden = false;
  document.querySelector("[data-news-said]").textContent = news.querySelector("[data-news-words]").textContent;
}

if (round || priorities.length) {
  socket.on("round_changed", lookSoon);
  socket.on("priority_changed", lookSoon);
  stay({ connected, lost: () => {} });
}
