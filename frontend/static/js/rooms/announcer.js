// Tells a screen reader what is new, in batches: officers first, others by name or by number, joins never.
import { byId } from "./page.js";
import { say, sayMany } from "./sentences.js";

const PAUSE = 4000; // ms between two announcements
const BY_NAME = 2; // so many others are read out; more are counted
const KEPT = 15_000; // ms that a line stays for a screen reader that is still reading another
let waiting = [];
let timer = null;

/** how: said, asked or answered. */
export function announceMessage(how, name, words, officer) {
  waiting.push({ text: say(how, { name, words }), rank: officer ? 0 : 2 });
  later();
}

export function announceNotice(text) {
  waiting.push({ text, rank: 1 });
  later();
}

/** What concerns the reader alone, at once. */
export function announceNow(text) {
  speak([text]);
}

/** Nobody is told a name that somebody no longer has: what waits takes the new one, what was said is cleared. */
export function forgetName(before, now) {
  for (const each of waiting) each.text = each.text.replaceAll(before, now);
  clear(before);
}

/** Nobody is told words that were taken down. */
export function forgetWords(words) {
  waiting = waiting.filter(({ text }) => !text.includes(words));
  clear(words);
}

function clear(words) {
  for (const line of [...byId("announcer").children]) if (line.textContent.includes(words)) line.remove();
}

function later() {
  timer ??= setTimeout(() => {
    timer = null;
    speak(batch());
  }, PAUSE);
}

function batch() {
  const others = waiting.filter(({ rank }) => rank === 2);
  const first = waiting.filter(({ rank }) => rank < 2).sort((a, b) => a.rank - b.rank);
  waiting = [];
  const texts = first.map(({ text }) => text);
  return others.length > BY_NAME ? [...texts, sayMany("new", others.length)] : [...texts, ...others.map(({ text }) => text)];
}

/** Lines are added, not exchanged: two that come at once are both read, and the same one twice is read twice. */
function speak(texts) {
  for (const text of texts) {
    const line = document.createElement("p");
    line.textContent = text;
    byId("announcer").append(line);
    setTimeout(() => line.remove(), KEPT);
  }
}
