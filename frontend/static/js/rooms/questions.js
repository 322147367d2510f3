// The questions beside the log: where each stands is what the log says of it, and whether its words are shown.
import { byId, find, part, root } from "./page.js";
import { setWords } from "./items.js";
import { nameIn, speakerIn } from "./people.js";
import { count } from "./questions_lists.js";
import { orderSoon } from "./questions_order.js";
import { dressVotes } from "./questions_votes.js";
import { stamp } from "./stamp.js";

export const questionNode = (id) => find("data-question", id)[0];
const shown = (node) => node.dataset.state === "published";
const isShown = (entry) => shown(entry.querySelector("[data-item]"));

export function addQuestion(message) {
  if (!questionNode(message.id)) {
    const node = stamp("question", { id: message.id, author: message.author.id, name: message.author.name, seq: message.seq });
    speakerIn(node, message);
    byId("waiting").append(node);
    setWords(message.id, message.html);
  }
  placeQuestion(message.id);
}

export function addAnswer(question, answer) {
  const entry = questionNode(question);
  if (!entry) return;
  const answers = part(entry, "answers");
  if (!answers.querySelector(`[data-item="${CSS.escape(answer.id)}"]`)) {
    const node = stamp("answer", { id: answer.id, question });
    nameIn(node, answer.author);
    answers.append(node);
    setWords(answer.id, answer.html);
  }
  placeQuestion(question);
}

/** Puts a question where it belongs now, after anything happened to it or to an answer of it. */
export function placeQuestion(id) {
  const entry = questionNode(id);
  if (entry) {
    entry.hidden = !isShown(entry);
    dress(entry);
    const list = listOf(entry);
    if (entry.parentElement !== list) list.append(entry);
    for (const other of find("data-into", id)) place(other);
    followAnswering(entry);
    if (entry.hidden) blankLines(entry);
  }
  count();
  orderSoon();
}

/** decided: waiting, answered (aloud), promised, kept, merged or closed, as a host said last. */
export function decide(id, decided, changes = {}) {
  const entry = questionNode(id);
  if (!entry) return;
  Object.assign(entry.dataset, { decided, into: "", ...changes });
  placeQuestion(id);
}

/** The question that this item is, or that it answers. */
export function questionOf(id) {
  const [node] = find("data-item", id);
  return node?.dataset.answerTo ?? node?.closest("[data-question]")?.dataset.question ?? id;
}

function place(entry) {
  dress(entry);
  const list = listOf(entry);
  if (entry.parentElement !== list) list.append(entry);
}

/** Where it stands by what is shown: merged into one that was taken down, it waits again. */
function standing(entry) {
  const { decided, into } = entry.dataset;
  const answers = [...part(entry, "answers").children];
  for (const answer of answers) answer.hidden = !shown(answer);
  const target = decided === "merged" && into ? questionNode(into) : null;
  if (target && isShown(target)) return "merged";
  if (answers.some(shown) || decided === "kept") return "answered";
  return decided === "merged" ? "waiting" : decided;
}

function dress(entry) {
  const stands = standing(entry);
  entry.dataset.stands = stands;
  const answers = [...part(entry, "answers").children].some(shown);
  const ways = stands === "answered" && entry.dataset.decided === "answered" && !answers ? [stands, "marked"] : [stands];
  for (const node of entry.querySelectorAll("[data-when]")) {
    if (node.closest("[data-question]") === entry) node.hidden = !node.dataset.when.split(" ").some((way) => ways.includes(way));
  }
  const promise = part(entry, "promise");
  promise.hidden = !promise.childElementCount || !["promised", "answered"].includes(stands);
  dressVotes(entry);
}

function listOf(entry) {
  const { stands, into } = entry.dataset;
  return stands === "merged" ? part(questionNode(into), "alike") : byId(stands);
}

/** The strip on top of the room goes with the question: dealt with or taken down, it is not being answered. */
function followAnswering(entry) {
  const strip = byId("answering");
  const [now] = strip.querySelectorAll("[data-item]");
  if (now.dataset.item !== entry.dataset.question) return;
  const ended = entry.hidden || ["answered", "closed"].includes(entry.dataset.stands) || root.dataset.status !== "open";
  strip.hidden = ended;
  if (ended) delete entry.dataset.now;
}

/** Lines of the log that quote it: nothing of what was taken down stays in them. */
function blankLines(entry) {
  for (const id of [entry.dataset.question, part(entry, "promise").dataset.promise].filter(Boolean)) {
    for (const line of find("data-about", id)) line.remove();
  }
}
