// The queue's keyboard shortcuts.
import { areOn, startShortcuts } from "../shortcuts.js";
import { announce, say } from "./said.js";

/** Keys that press a button which says so itself: `data-key`. */
const BUTTONS = { n: "n", j: "n", k: "k", p: "k", o: "o", a: "a", h: "h", w: "w", u: "u", x: "x", c: "c", 0: "none" };

export function startKeys() {
  if (!startShortcuts(actOf, tellChosen)) return;
  for (const button of document.querySelectorAll("button[data-key]")) name(button);
}

function actOf(key, dialog) {
  if (key === "?") return () => dialog.showModal();
  if (key === "t") return () => focus(document.getElementById("reason"));
  if (key === "l") return () => focus(document.querySelector("[data-rows] button"));
  if (key === "s" || key === "r" || key === "e") return () => focus(document.querySelector(`[data-key-focus~=${key}]`));
  return BUTTONS[key] && (() => click(BUTTONS[key]));
}

function click(key) {
  const button = document.querySelector(key === "none" ? ".mod-act button[value=none]" : `button[data-key=${key}]`);
  if (!button) return announce(say("nothing"));
  button.click();
}

/** What is folded away is unfolded first. */
function focus(node) {
  if (!node) return announce(say("nothing"));
  const folded = node.closest("details:not([open])");
  if (folded) folded.open = true;
  node.focus();
  return undefined;
}

/** A screen reader says the key with the button; everybody sees it beside the words. */
function name(button) {
  button.setAttribute("aria-keyshortcuts", button.dataset.key);
  if (!areOn() || button.classList.contains("mod-link")) return;
  const key = document.createElement("kbd");
  key.className = "mod-key";
  key.setAttribute("aria-hidden", "true");
  key.textContent = button.dataset.key;
  button.append(key);
}

function tellChosen(on) {
  for (const key of document.querySelectorAll(".mod-key")) key.hidden = !on;
  announce(say(on ? "keysOn" : "keysOff"));
}
