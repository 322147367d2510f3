// Messages that wait for a moderator: one's own with the reason, all of them for the room's staff.
import { announceNow } from "./announcer.js";
import { setCount } from "./counts.js";
import { byId, find, me, root } from "./page.js";
import { nameIn } from "./people.js";
import { say } from "./sentences.js";
import { keep, stamp } from "./stamp.js";

/** Shows one; `author` is left out for one's own that was just held. Showing it twice changes its words only. */
export function showHeld({ id, body, reason, author, emergency, mine = author?.id === me }) {
  const node = keep(stamp("held", { id, body, reason }), { mine, others: !mine, emergency });
  if (author) nameIn(node, author);
  else node.querySelector(".bl-person").remove();
  if (mine) node.dataset.mine = "yes";
  const [old] = find("data-held", id);
  if (old) old.replaceWith(node);
  else byId("held-list").append(node);
  node.dataset.source = body;
  if (emergency && !mine && !old) announceNow(say("held.emergency", { name: author.name }));
  showSection();
}

/** All that wait now, as the server says on entering. */
export function setHeld(items) {
  byId("held-list").replaceChildren();
  for (const item of items) showHeld(item);
  showSection();
}

export function decided({ id, status, reason }) {
  const [node] = find("data-held", id);
  if (node?.dataset.mine) announceNow(say(`held.${status}`, { reason: reason ?? "" }));
  removeHeld(id);
}

export function removeHeld(id) {
  for (const node of find("data-held", id)) {
    const focused = node.contains(document.activeElement);
    node.remove();
    if (focused) byId("held-title").focus();
  }
  showSection();
}

function showSection() {
  const waiting = byId("held-list").children.length;
  byId("held").hidden = waiting === 0;
  setCount("held", waiting);
}
