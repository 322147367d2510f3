// The words of one message wherever they stand: in the log, among the questions, quoted in a reply.
import { forgetWords } from "./announcer.js";
import { find, part } from "./page.js";
import { say } from "./sentences.js";

const EXCERPT = 90;

/** The beginning of what a message says, as plain text; empty when it is not shown. */
export function excerptOf(id) {
  const shown = find("data-item", id).find((node) => node.dataset.state === "published");
  const words = shown ? part(shown, "body").textContent.trim().replace(/\s+/g, " ") : "";
  const letters = [...words];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join("")}…` : words;
}

/** Shows the words (HTML that the server has made and sanitised); null takes them away. */
export function setWords(id, html) {
  if (html === null || html === undefined) return takeAway(id, "hidden");
  for (const node of find("data-item", id)) {
    node.dataset.state = "published";
    part(node, "body").innerHTML = html;
  }
  requote(id, excerptOf(id));
}

/** Takes the words off the screen at once, those quoted elsewhere and the answers to them too. */
export function takeAway(id, state) {
  const words = excerptOf(id);
  if (words) forgetWords(words);
  for (const node of find("data-item", id)) {
    node.dataset.state = state;
    delete node.dataset.source;
    const told = paragraph(say(`gone.${state}`));
    if (state === "hidden" && node.dataset.mine) told.append(" ", wayToAppeal());
    part(node, "body").replaceChildren(told);
  }
  requote(id, say("gone.quote"));
  for (const answer of find("data-answer-to", id)) takeAway(answer.dataset.item, state);
}

function wayToAppeal() {
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = "/decisions";
  link.textContent = say("gone.why");
  return link;
}

export function markEdited(id, byStaff = false) {
  for (const node of find("data-item", id)) {
    part(node, "edited")?.toggleAttribute("hidden", byStaff);
    part(node, "by-staff")?.toggleAttribute("hidden", !byStaff);
  }
}

function requote(id, words) {
  for (const quote of find("data-quote", id)) part(quote, "excerpt").textContent = words;
}

function paragraph(words) {
  const node = document.createElement("p");
  node.textContent = words;
  return node;
}
