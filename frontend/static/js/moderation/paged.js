// Calls: somebody may be in danger, and whoever is here is asked to look. Seen, heard and announced, once for each.
import { chime } from "./chime.js";

const STAYS = 20_000; // ms that it is said who has seen one
const strip = document.getElementById("paged");
const find = (id) => strip?.querySelector(`[data-call="${CSS.escape(id)}"]`);

/** Follows the calls over this connection: its own listeners, and the buttons of the strip. */
export function startPaged(socket) {
  if (!strip) return;
  socket.on("paged", show);
  socket.on("page_seen", seen);
  strip.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!socket.connected) return; // the form does it
    event.preventDefault();
    const id = form.closest("[data-call]").dataset.call;
    const ack = await socket.timeout(10_000).emitWithAck("see_page", { id }).catch(() => null);
    if (!ack?.ok) form.submit();
  });
}

/** What nobody has answered by now, as the server says when we (re)connect. */
export function setPaged(calls) {
  if (!strip || !calls) return;
  const open = new Set(calls.map(({ id }) => id));
  for (const line of strip.querySelectorAll("[data-call]")) if (!open.has(line.dataset.call)) line.remove();
  for (const call of calls) if (!find(call.id)) show(call);
}

function show(call) {
  const known = find(call.id);
  const line = known ?? draw(call);
  if (call.again) line.querySelector('[data-part="again"]').hidden = false;
  if (known && !call.again) return;
  strip.querySelector("[data-alert-line]").textContent = call.again ? strip.dataset.alertAgain : strip.dataset.alert;
  chime();
}

function draw({ id, place }) {
  const copy = strip.querySelector("[data-call-pattern]").content.cloneNode(true).firstElementChild;
  copy.dataset.call = id;
  copy.querySelector('[data-part="place"]').textContent = place;
  copy.querySelector("a").href = `/moderation/paged/${id}`;
  copy.querySelector("form").action = `/moderation/paged/${id}/seen`;
  strip.querySelector("[data-calls]").append(copy);
  return copy;
}

function seen({ id, by }) {
  const line = find(id);
  if (!line) return;
  const hadFocus = line.contains(document.activeElement);
  line.remove();
  const said = strip.querySelector("[data-seen-line]");
  said.textContent = strip.dataset.seen.replace("{name}", by?.name ?? strip.dataset.somebody);
  strip.querySelector("[data-alert-line]").textContent = "";
  if (hadFocus) {
    said.tabIndex = -1;
    said.focus();
  }
  setTimeout(() => (said.textContent = ""), STAYS);
}
