// Before a surgery opens: from a quarter of an hour before, questions and nothing else can be put.
import { byId, part, root } from "./page.js";

const LONGEST_TIMER = 2 ** 31 - 1; // ms; a browser fires longer ones at once
const BEFORE = 15 * 60 * 1000; // ms; the server decides, this only shows the right part in time
let timer = null;

export const lobbyIsOpen = () =>
  root.dataset.status === "scheduled" && Boolean(root.dataset.lobby) && Date.now() >= new Date(root.dataset.lobby);

/** Shows what the lobby says now, and offers to send only what it takes. */
export function showLobby() {
  const open = lobbyIsOpen();
  for (const line of root.querySelectorAll("[data-lobby-line]")) line.hidden = (line.dataset.lobbyLine === "open") !== open;
  const compose = byId("compose");
  if (compose && part(compose, "send")) part(compose, "send").hidden = root.dataset.status === "scheduled";
}

/** Calls `show` when the lobby opens. */
export function whenLobbyOpens(show) {
  clearTimeout(timer);
  const wait = new Date(root.dataset.lobby) - Date.now();
  if (root.dataset.status === "scheduled" && wait > 0) timer = setTimeout(show, Math.min(wait + 500, LONGEST_TIMER));
}

/** The surgery begins at another time now. */
export function moveLobby(startsAt) {
  root.dataset.lobby = new Date(new Date(startsAt) - BEFORE).toISOString();
}
