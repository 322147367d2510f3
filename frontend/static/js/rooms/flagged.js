// For the room's staff: somebody has flagged a message.
import { announceNow } from "./announcer.js";
import { byId, part } from "./page.js";
import { say } from "./sentences.js";

export function showFlagged({ id }) {
  const message = byId(`m-${id}`);
  if (!message) return;
  part(message, "flagged")?.removeAttribute("hidden");
  announceNow(say("flagged.staff", { name: message.querySelector(".bl-person__name").textContent }));
}
