// The queue's keyboard shortcuts: single keys, never while one types or a dialogue is open, and they can be switched off
// (WCAG 2.1.4): the choice is this browser's. With Ctrl, Alt or Meta every key is the browser's own.
import { announce, say } from "./said.js";

const CHOICE = "bluelamp.keys";
const TYPING = "input:not([type=radio], [type=checkbox], [type=button], [type=submit]), textarea, select, [contenteditable=true]";
/** Keys that press a button which says so itself: `data-key`. */
const BUTTONS = { n: "n", j: "n", k: "k", p: "k", o: "o", a: "a", h: "h", w: "w", u: "u", x: "x", c: "c", 0: "none" };

export function startKeys() {
  const dialog = document.getElementById("keys-dialog");
  const opener = document.getElementById("keys-open");
  if (!dialog?.showModal) return;
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
  const choice = document.getElementById("keys-on");
  choice.checked = areOn();
  choice.addEventListener("change", () => choose(choice.checked));
  for (const button of document.querySelectorAll("button[data-key]")) name(button);
  document.addEventListener("keydown", (event) => press(event, dialog));
}

function press(event, dialog) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || !areOn()) return;
  if (document.querySelector("dialog[open]") || event.target.closest?.(TYPING)) return;
  const act = actOf(event.key, dialog);
  if (!act) return;
  event.preventDefault();
  act();
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
    for (const key of document.querySelectorAll(".mod-key")) key.hidden = !on;
    announce(say(on ? "keysOn" : "keysOff"));
  }
}
