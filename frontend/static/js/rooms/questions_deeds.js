// What hosts decide about questions, as the log tells it: answering now, answered, merged, promised, closed.
import { announceNotice } from "./announcer.js";
import { excerptOf } from "./items.js";
import { noticed } from "./noticed.js";
import { byId, find, me, part, root } from "./page.js";
import { decide, placeQuestion, questionNode } from "./questions.js";
import { dayNamed, say } from "./sentences.js";
import { stamp } from "./stamp.js";

/** Puts a question on top of the room, or none (null). */
export function showAnswering(id) {
  for (const node of find("data-now", "yes")) delete node.dataset.now;
  const strip = byId("answering");
  const entry = id ? questionNode(id) : null;
  strip.hidden = !entry;
  if (!entry) return;
  const [words] = strip.querySelectorAll("[data-item]");
  words.dataset.item = id;
  words.dataset.state = "published";
  part(words, "body").innerHTML = part(entry, "body").innerHTML; // as the server has made and sanitised it
  part(strip, "link").href = `#q-${id}`;
  entry.dataset.now = "yes";
  placeQuestion(id);
}

function picked(entry) {
  showAnswering(entry.data.id);
  line(entry, "question.picked");
  if (questionNode(entry.data.id)?.dataset.asker === me) announceNotice(say("question.picked.yours"));
}

function marked(entry) {
  decide(entry.data.id, "answered");
  line(entry, "question.marked");
}

function reopened(entry) {
  decide(entry.data.id, "waiting");
  line(entry, "question.reopened");
}

function closed(entry) {
  const node = questionNode(entry.data.id);
  if (node) part(node, "reason").textContent = entry.data.reason ?? "";
  decide(entry.data.id, "closed");
  line(entry, "question.closed", { reason: entry.data.reason ?? "" });
}

function promised(entry) {
  const { id, promise } = entry.data;
  drawPromise(id, promise);
  decide(id, "promised");
  if (promise?.owner) line(entry, "question.promised", { owner: promise.owner, day: dayNamed(promise.due_on) });
}

function kept(entry) {
  const { id, promise } = entry.data;
  drawPromise(id, promise);
  if (promise?.outcome) decide(id, "kept");
  if (promise?.outcome) noticed(entry, say("promise.kept", { outcome: promise.outcome }));
}

function withdrawn(entry) {
  const { id, promise } = entry.data;
  drawPromise(id, null);
  const node = questionNode(id);
  if (node) part(node, "reason").textContent = promise?.outcome ?? "";
  decide(id, "closed");
  if (promise?.outcome) noticed(entry, say("promise.withdrawn", { outcome: promise.outcome }));
}

function merged(entry) {
  const { id, into } = entry.data;
  // What was merged into it before goes along.
  for (const other of find("data-into", id)) decide(other.dataset.question, "merged", { into });
  decide(id, "merged", { into });
  placeQuestion(into);
  noticed(entry, say("question.merged"));
  if (byId("answering").querySelector("[data-item]").dataset.item === id && !byId("answering").hidden) showAnswering(into);
}

function unmerged(entry) {
  decide(entry.data.id, "waiting");
  noticed(entry, say("question.unmerged"));
}

/** A line of the log that quotes the question, as it is shown now. */
function line(entry, key, values = {}) {
  const words = excerptOf(entry.data.id);
  if (words) noticed(entry, say(key, { words, ...values }));
}

function drawPromise(id, promise) {
  const node = questionNode(id);
  if (!node) return;
  const place = part(node, "promise");
  if (!promise?.text) return place.replaceChildren();
  const drawn = stamp("promise", { id: promise.id });
  part(drawn, "owner").textContent = promise.owner;
  part(drawn, "promise-title").textContent = say(promise.state === "kept" ? "promise.title.kept" : "promise.title");
  part(drawn, "promise-text").textContent = promise.text;
  part(drawn, "due").textContent = dayNamed(promise.due_on);
  part(drawn, "due").dateTime = promise.due_on;
  part(drawn, "outcome").textContent = promise.outcome ?? "";
  part(drawn, "outcome").hidden = !promise.outcome;
  if (part(drawn, "keep")) part(drawn, "keep").hidden = promise.state !== "open";
  place.dataset.promise = promise.id;
  place.replaceChildren(...drawn.children);
}

export const QUESTION_KINDS = {
  question_picked: picked, question_marked: marked, question_reopened: reopened, question_closed: closed,
  question_promised: promised, question_merged: merged, question_unmerged: unmerged,
  promise_kept: kept, promise_withdrawn: withdrawn,
};

/** A room that is over answers nothing any more, and its questions take no more votes. */
export function roomMoved() {
  if (root.dataset.status !== "open") byId("answering").hidden = true;
  for (const entry of root.querySelectorAll("[data-question]")) placeQuestion(entry.dataset.question);
}
