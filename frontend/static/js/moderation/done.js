// What has just been done is said to a screen reader too, and can be undone for as long as the server undoes it.
import { announce } from "./said.js";

export function startDone() {
  const done = document.querySelector("[data-done]");
  if (!done) return;
  announce(done.querySelector("p").textContent.trim().replace(/\s+/g, " "));
  const undo = done.querySelector("[data-undo-until]");
  if (undo) setTimeout(() => end(undo), new Date(undo.dataset.undoUntil) - Date.now());
}

function end(undo) {
  const hadFocus = undo.contains(document.activeElement);
  undo.remove();
  if (hadFocus) document.getElementById("item-title")?.focus({ preventScroll: true });
}
