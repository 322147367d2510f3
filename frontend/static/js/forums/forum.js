// The page of a forum: topics that are taken down leave it at once, what is new waits for a link. Nothing moves by itself.
import { announce, say } from "./said.js";
import { socket, stay, tell } from "../live/socket.js";

const SPREAD = 400; // ms over which many open pages ask, each at a moment of its own
const root = document.querySelector("[data-list]");
const forum = root.dataset.forum;
const listed = () => [...root.querySelectorAll("[data-topic]")];
let before = false;
let asking = 0;

async function connected() {
  await tell("follow_forum", { forum, topics: listed().map((topic) => topic.dataset.topic).slice(0, 100) });
  if (before) lookSoon(); // what came while we did not listen
  before = true;
}

function lookSoon() {
  clearTimeout(asking);
  asking = setTimeout(look, Math.random() * SPREAD);
}

/** The page as the server draws it now: one template for both. */
async function look() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Glance": "yes" } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = new Map([...page.querySelectorAll("[data-topic]")].map((topic) => [topic.dataset.topic, topic]));
  for (const topic of listed()) exchange(topic, now.get(topic.dataset.topic));
  await takeOut(listed().filter((topic) => !now.has(topic.dataset.topic)));
  const known = new Set(listed().map((topic) => topic.dataset.topic));
  drawFresh([...now.keys()].filter((id) => !known.has(id)).length);
}

/** A topic keeps its place, and shows what it is now. */
function exchange(here, there) {
  if (there && here.innerHTML !== there.innerHTML && !here.contains(document.activeElement)) here.innerHTML = there.innerHTML;
}

/** What is on this page no more is mostly on the next one; what nobody may read is emptied, and its place kept. */
async function takeOut(topics) {
  if (!topics.length) return;
  const ids = topics.map((topic) => topic.dataset.topic).join(",");
  const answer = await fetch(`/forums/${forum}/gone?topics=${ids}`).catch(() => null);
  const gone = new Set(answer?.ok ? (await answer.json()).gone : []);
  for (const topic of topics.filter((each) => gone.has(each.dataset.topic))) {
    const line = document.createElement("p");
    line.className = "forum-reply__gone";
    line.textContent = say("topic.gone");
    topic.replaceChildren(line);
  }
}

function drawFresh(count) {
  const line = root.querySelector("[data-fresh]");
  const link = root.querySelector("[data-fresh-link]");
  if (!line) return;
  const words = count === 1 ? say("topics.one") : say("topics.more", { n: count });
  line.hidden = count === 0;
  if (!count || link.textContent === words) return;
  link.textContent = words;
  announce(words);
}

socket.on("forum_changed", lookSoon);
socket.on("topic_changed", lookSoon);
socket.on("person_changed", ({ person }) => {
  if (root.querySelector(`[data-person="${CSS.escape(person.id)}"]`)) lookSoon();
});
stay({ connected, lost: () => {} });
