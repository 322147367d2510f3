// The console's keyboard shortcuts: single keys, never while one types or a dialogue is open, and they can be switched off
// (WCAG 2.1.4): the choice is this browser's. With Ctrl, Alt or Meta every key is the browser's own.
import { announceNow } from "../announcer.js";
import { byId, root } from "../page.js";
import { say } from "../sentences.js";
import { ask } from "../socket.js";
import { reveal, showTab } from "./tabs.js";

const CHOICE = "bluelamp.keys";
const TABS = ["questions", "queue", "held", "polls", "people", "talk", "tools"];
const TYPING = "input:not([type=radio], [type=checkbox], [type=button], [type=submit]), textarea, select, [contenteditable=true]";

const KEYS = {
  "?": () => byId("keys-dialog").showModal(),
  w: () => focus(byId("words")),
  l: () => focus(byId("log")),
  a: () => answerFirst(),
  h: () => focus(byId("held-list").querySelector("button, input")),
  s: () => focus(byId("note-words")),
  m: () => mark(),
};

export function startKeys() {
  const dialog = byId("keys-dialog");
  if (!dialog?.showModal) return;
  byId("keys-open").hidden = false;
  byId("keys-open").addEventListener("click", () => dialog.showModal());
  const choice = byId("keys-on");
  choice.checked = areOn();
  choice.addEventListener("change", () => choose(choice.checked));
  document.addEventListener("keydown", press);
}

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || !areOn()) return;
  if (document.querySelector("dialog[open]") || event.target.closest(TYPING)) return;
  const tab = TABS[Number(event.key) - 1];
  const act = tab ? () => showTab(tab).focus() : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function areOn() {
  try {
    return localStorage.getItem(CHOICE) !== "off";
  } catch {
    return true; // a browser that keeps nothing
  }
}

function choose(on) {
  try {
    localStorage.setItem(CHOICE, on ? "on" : "off");
  } finally {
    announceNow(say(on ? "keys.on" : "keys.off"));
  }
}

function focus(node) {
  if (!node) return announceNow(say("keys.nothing"));
  reveal(node);
  if (node.getClientRects().length === 0) return announceNow(say("keys.nothing"));
  node.focus();
}

/** Unfolds the answer to the first question that waits. */
function answerFirst() {
  const reply = [...root.querySelectorAll("#waiting > li:not([hidden]) .room-question__reply:not([hidden])")][0];
  if (!reply) return announceNow(say("keys.nothing"));
  reveal(reply);
  reply.open = true;
  reply.querySelector("textarea").focus();
}

async function mark() {
  const ack = await ask("mark_moment").catch(() => null);
  announceNow(ack?.ok ? say("moment.bare") : ack?.error.message ?? say("offline.act"));
}
