// Who is silenced or removed, for the room's staff.
import { byId, find, part } from "./page.js";
import { timeOfDay } from "./sentences.js";
import { keep, stamp } from "./stamp.js";

export function addRestriction(person, kind, seconds) {
  const list = byId("restrictions");
  if (!list) return;
  removeRestriction(person);
  const node = keep(stamp("restriction", { author: person }), { [kind]: true });
  const [line] = find("data-person", person);
  if (line) node.querySelector(".bl-person").replaceWith(line.cloneNode(true));
  part(node, "until-line").hidden = !seconds;
  part(node, "until").textContent = seconds ? timeOfDay(Date.now() + seconds * 1000) : "";
  list.append(node);
}

export function removeRestriction(person) {
  for (const node of find("data-restriction", person)) node.remove();
}
