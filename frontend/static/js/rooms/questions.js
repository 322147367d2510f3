// The questions beside the log: waiting or answered, always what the log says of them.
import { byId, find, part } from "./page.js";
import { setWords } from "./items.js";
import { nameIn } from "./people.js";
import { stamp } from "./stamp.js";

export function addQuestion(message) {
  if (find("data-question", message.id).length === 0) {
    const node = stamp("question", { id: message.id, author: message.author.id, name: message.author.name });
    nameIn(node, message.author);
    byId("waiting").append(node);
    setWords(message.id, message.html);
  }
  placeQuestion(message.id);
}

export function addAnswer(question, answer) {
  const [entry] = find("data-question", question);
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
  for (const entry of find("data-question", id)) {
    const shown = (node) => node.dataset.state === "published";
    entry.hidden = !shown(entry.querySelector("[data-item]"));
    const answers = [...part(entry, "answers").children];
    for (const answer of answers) answer.hidden = !shown(answer);
    const list = byId(answers.some(shown) ? "answered" : "waiting");
    if (entry.parentElement !== list) list.append(entry);
  }
  count();
}

/** The question that this item is, or that it answers. */
export function questionOf(id) {
  const [node] = find("data-item", id);
  return node?.dataset.answerTo ?? node?.closest("[data-question]")?.dataset.question ?? id;
}

function count() {
  const waiting = shownIn("waiting");
  const answered = shownIn("answered");
  const counts = { waiting, answered, questions: waiting + answered };
  for (const [name, n] of Object.entries(counts)) {
    for (const node of find("data-count", name)) node.textContent = n;
  }
}

const shownIn = (list) => byId(list).querySelectorAll(":scope > li:not([hidden])").length;
