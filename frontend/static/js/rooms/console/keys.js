// The console's keyboard shortcuts.
import { startShortcuts } from "../../shortcuts.js";
import { announceNow } from "../announcer.js";
import { byId, root } from "../page.js";
import { say } from "../sentences.js";
import { ask } from "../socket.js";
import { reveal, showTab } from "./tabs.js";

const TABS = ["questions", "queue", "held", "polls", "people", "talk", "tools"];

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
  startShortcuts(actOf, (on) => announceNow(say(on ? "keys.on" : "keys.off")));
}

function actOf(key) {
  const tab = TABS[Number(key) - 1];
  return tab ? () => showTab(tab).focus() : KEYS[key];
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
