// The panel that says to call 999, shown at once to the person whose words spoke of an emergency.
import { byId } from "./page.js";
import { stamp } from "./stamp.js";

export function showEmergency() {
  const panel = stamp("emergency");
  byId("emergency").replaceChildren(panel);
  readyToClose();
  panel.focus();
}

export function readyToClose() {
  const button = document.querySelector("[data-close-emergency]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    byId("emergency").replaceChildren();
    (byId("words") ?? byId("standing")).focus();
  });
}
