// Wanting a question answered too. Shown at once, settled by the acknowledgement; the counts come twice a second.
import { announceNow } from "./announcer.js";
import { find, me, part, root } from "./page.js";
import { orderSoon } from "./questions_order.js";
import { say } from "./sentences.js";
import { ask, Offline } from "./socket.js";

const VOTABLE = ["waiting", "promised"];
const asking = new Set();

export function startVotes() {
  root.addEventListener("submit", (event) => {
    const id = event.target.dataset.vote;
    if (!id) return;
    event.preventDefault();
    voteFor(id, part(event.target, "vote").getAttribute("aria-pressed") !== "true");
  });
}

/** Counts and one's own votes, as the room said when one entered. */
export function setVotes(votes, mine) {
  for (const entry of root.querySelectorAll("[data-question]")) {
    const id = entry.dataset.question;
    showCount(entry, votes[id] ?? 0);
    press(entry, mine.includes(id));
  }
  orderSoon();
}

/** The counts of some questions, told to everybody. */
export function showVotes({ votes }) {
  for (const [id, n] of Object.entries(votes)) {
    for (const entry of find("data-question", id)) showCount(entry, n);
  }
  orderSoon();
}

/** Gives whether it was counted. */
export async function voteFor(id, wanted) {
  const [entry] = find("data-question", id);
  if (asking.has(id)) return false;
  asking.add(id);
  try {
    if (entry) press(entry, wanted);
    const ack = await ask(wanted ? "vote_question" : "unvote_question", { id });
    if (ack.ok) announceNow(say(wanted ? "vote.counted" : "vote.undone"));
    else undo(entry, wanted, ack.error.message);
    return ack.ok;
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    undo(entry, wanted, say("offline.act"));
    return false;
  } finally {
    asking.delete(id);
  }
}

/** What one may do with the votes of a question, by where it stands. */
export function dressVotes(entry) {
  const form = entry.querySelector("[data-vote]");
  const { stands, asker } = entry.dataset;
  const open = ["open", "scheduled"].includes(root.dataset.status);
  const votable = Boolean(me) && asker !== me && VOTABLE.includes(stands) && open;
  form.hidden = stands === "merged";
  part(form, "vote").hidden = !votable;
  part(form, "count").hidden = votable;
}

function undo(entry, wanted, why) {
  if (entry) press(entry, !wanted);
  announceNow(why);
}

function press(entry, wanted) {
  const button = part(entry, "vote");
  button.setAttribute("aria-pressed", String(wanted));
  button.value = wanted ? "no" : "yes";
}

function showCount(entry, n) {
  entry.dataset.votes = n;
  for (const node of entry.querySelector("[data-vote]").querySelectorAll('[data-part="votes"]')) node.textContent = n;
}
