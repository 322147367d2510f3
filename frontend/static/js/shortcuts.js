// Keyboard shortcuts of a page: single keys, never while one types or a dialogue is open, and they can be switched off
// (WCAG 2.1.4): the choice is this browser's. With Ctrl, Alt or Meta every key is the browser's own.
const CHOICE = "bluelamp.keys";
const TYPING = "input:not([type=radio], [type=checkbox], [type=button], [type=submit]), textarea, select, [contenteditable=true]";

/**
 * Listens for keys on a page whose dialogue says what they do: `actOf(key, dialog)` gives what a key does, if anything.
 * `chosen(on)` is told when somebody switches them on or off. Gives whether this browser can show the dialogue.
 */
export function startShortcuts(actOf, chosen) {
  const dialog = document.getElementById("keys-dialog");
  if (!dialog?.showModal) return false;
  const opener = document.getElementById("keys-open");
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
  const choice = document.getElementById("keys-on");
  choice.checked = areOn();
  choice.addEventListener("change", () => choose(choice.checked, chosen));
  document.addEventListener("keydown", (event) => press(event, (key) => actOf(key, dialog)));
  return true;
}

/** Whether they are on in this browser. */
export function areOn() {
  try {
    return localStorage.getItem(CHOICE) !== "off";
  } catch {
    return true; // a browser that keeps nothing
  }
}

function choose(on, chosen) {
  try {
    localStorage.setItem(CHOICE, on ? "on" : "off");
  } finally {
    chosen(on);
  }
}

function press(event, actOf) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || !areOn()) return;
  if (document.querySelector("dialog[open]") || event.target.closest?.(TYPING)) return;
  const act = actOf(event.key);
  if (!act) return;
  event.preventDefault();
  act();
}
