// Before a surgery opens: from a quarter of an hour before, questions and nothing else can be put.
import { byId, part, root } from "./page.js";

const LONGEST_TIMER = 2 ** 31 - 1; // ms; a browser fires longer ones at once
// Counted from when the page was made, as the server's clock has it: a phone's own may be wrong.
let opensAt = performance.now() + Number(root.dataset.lobbyIn) * 1000;
let timer = null;

export const lobbyIsOpen = () => root.dataset.status === "scheduled" && performance.now() >= opensAt;

/** Shows what the lobby says now, and offers to send only what it takes. */
export function showLobby() {
  const open = lobbyIsOpen();
  for (const line of root.querySelectorAll("[data-lobby-line]")) line.hidden = (line.dataset.lobbyLine === "open") !== open;
  const send = byId("compose") && part(byId("compose"), "send");
  if (send) send.hidden = root.dataset.status === "scheduled";
}

/** Calls `show` when the lobby opens. */
export function whenLobbyOpens(show) {
  clearTimeout(timer);
  const wait = opensAt - performance.now();
  if (root.dataset.status === "scheduled" && wait > 0) timer = setTimeout(show, Math.min(wait + 500, LONGEST_TIMER));
}

/** The surgery begins at another time now, and its lobby opens with it. */
export function moveLobby(startsAt) {
  opensAt += new Date(startsAt) - new Date(root.dataset.starts);
  root.dataset.starts = startsAt;
}
