// The keyboard shortcuts of a topic: listed by "?", switched off there (js/shortcuts.js).
import { startShortcuts } from "../shortcuts.js";
import { showFresh } from "./fresh.js";
import { byId, replies } from "./page.js";
import { announce, say } from "./said.js";

export function startKeys() {
  startShortcuts(actOf, (on) => announce(say(on ? "keysOn" : "keysOff")));
}

function actOf(key, dialog) {
  return {
    j: () => step(1),
    k: () => step(-1),
    r: () => press("[data-reply-to]") || goTo(byId("body")),
    q: () => press("[data-quote]") || announce(say("nothing")),
    n: () => showFresh() || goTo(byId("new")),
    "/": search,
    "?": () => dialog.showModal(),
  }[key];
}

function step(by) {
  const all = replies();
  const here = current(all);
  const from = here ? all.indexOf(here) : all.findIndex((reply) => reply.getBoundingClientRect().top > 0) - (by > 0 ? 1 : 0);
  goTo(all[from + by]);
}

/** The reply that one is at: where the focus is. */
const current = (all) => all.find((reply) => reply.contains(document.activeElement));

function press(selector) {
  const link = current(replies())?.querySelector(selector);
  link?.click();
  return Boolean(link);
}

function goTo(node) {
  if (!node) return announce(say("nothing"));
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "start" });
  return undefined;
}

function search() {
  const field = document.querySelector("header input[type=search]");
  if (field) field.focus();
  else location.assign("/search");
}
