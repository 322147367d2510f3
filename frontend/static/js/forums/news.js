// What the page has not shown yet, asked for when something changed, and after each break of the connection.
import { around, clearAnswer } from "./around.js";
import { redraw, remove, reply } from "./draw.js";
import { addFresh, changeFresh, isLastPage, unseen, unseenAnswer, upto } from "./fresh.js";
import { replies, root, topic } from "./page.js";
import { announce, say } from "./said.js";
import { showGone } from "./gone.js";
import { tell } from "../live/socket.js";

const SPREAD = 250; // ms over which many open pages ask, each at a moment of its own
const AGAIN = 5_000; // ms until the next try, where there was no answer
let asking = false;
let more = false;

/** Asks, once for all that is told meanwhile. */
export async function askNews() {
  if (asking) return void (more = true);
  asking = true;
  do {
    more = false;
    await new Promise((done) => setTimeout(done, Math.random() * SPREAD));
    await fetchNews();
  } while (more);
  asking = false;
}

async function fetchNews() {
  const shown = new Map([...replies(), ...unseen()].map((node) => [node.dataset.reply, node.dataset.stamp]));
  const { jump, stamp } = official(); // it may stand on another page, and its words on this one
  if (jump && !shown.has(jump)) shown.set(jump, stamp);
  const listed = [...shown].map((pair) => pair.join("."));
  const query = new URLSearchParams({ after: isLastPage() ? upto() : "", shown: listed.join(",") });
  const answer = await fetch(`/topics/${topic}/new?${query}`).catch(() => null);
  if (answer?.status === 404) return showGone((await answer.json().catch(() => ({}))).moved);
  if (!answer?.ok) return void setTimeout(askNews, AGAIN * (1 + Math.random()));
  apply(await answer.json());
}

function apply({ version, shown, last_number: last, replies: many, head, come, changed, gone }) {
  if (!shown) tell("follow_topic", { topic }); // whoever may not read it any more hears no more: we may
  const { jump } = official();
  if (gone.includes(jump) || isTaken(changed[jump])) clearAnswer();
  for (const [id, html] of Object.entries(changed)) change(id, html);
  for (const id of gone) {
    changeFresh(id, null);
    remove(id);
  }
  addFresh(come, last, many);
  const other = head !== root.dataset.head;
  if (other || changed[jump]) around(other);
  Object.assign(root.dataset, { version, head });
}

/** A reply that looks otherwise now, on the page or waiting for its button. */
function change(id, html) {
  const node = reply(html);
  changeFresh(id, node);
  const old = redraw(node);
  if (!old) return;
  const taken = old.dataset.state === "published" && node.dataset.state !== "published";
  announce(say(taken ? "taken" : "changed"));
}

const isTaken = (html) => Boolean(html) && reply(html).dataset.state !== "published";
/** Which reply the answer on top is, shown or not yet: `{jump, stamp}`. */
const official = () => (unseenAnswer() ?? root.querySelector("#topic-official [data-jump]"))?.dataset ?? {};
