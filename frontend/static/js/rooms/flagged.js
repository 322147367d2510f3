// For the room's staff: which messages somebody has flagged, and nobody has decided about since.
import { announceNow } from "./announcer.js";
import { setCount } from "./counts.js";
import { byId, find, part } from "./page.js";
import { excerptOf } from "./items.js";
import { speakerOf } from "./people.js";
import { say } from "./sentences.js";
import { stamp } from "./stamp.js";

export function showFlagged({ id }) {
  const message = byId(`m-${id}`);
  if (!message) return;
  part(message, "flagged")?.removeAttribute("hidden");
  if (!find("data-flagged", id).length) byId("flagged-list")?.append(stamp("flagged", { id, name: speakerOf(id), words: excerptOf(id) }));
  count();
  announceNow(say("flagged.staff", { name: speakerOf(id) }));
}

/** Somebody decided: it was taken down, or put back. */
export function forgetFlagged(id) {
  for (const line of find("data-flagged", id)) line.remove();
  const message = byId(`m-${id}`);
  if (message) part(message, "flagged")?.setAttribute("hidden", "");
  count();
}

function count() {
  const list = byId("flagged-list");
  if (list) setCount("flagged", list.children.length);
}
