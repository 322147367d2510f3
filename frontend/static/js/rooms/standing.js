// Whether one may write now, and what stands there if not: follows the log, the clock and what the server refuses.
import { lobbyIsOpen, showLobby } from "./lobby.js";
import { byId, find, me, part, root } from "./page.js";
import { momentNear } from "./sentences.js";

const LONGEST_TIMER = 2 ** 31 - 1; // ms; a browser fires longer ones at once

let silenced = momentOf(root.dataset.until);
let removed = false;

export function setStatus(status) {
  root.dataset.status = status;
  showStanding();
}

export function setMode(mode) {
  root.dataset.mode = mode;
  showStanding();
}

/** until: when one may write again, null for not before the end; reason: a sentence. */
export function silence(until, reason) {
  silenced = momentOf(until ?? "end");
  fill("silenced", until, reason);
  showStanding();
  if (until) setTimeout(showStanding, Math.min(silenced - Date.now() + 500, LONGEST_TIMER));
}

/** They may write again, before the time or without one. */
export function unsilence() {
  silenced = null;
  showStanding();
}

export function setRemoved(until, reason) {
  removed = true;
  fill("removed", until, reason);
  showStanding();
  byId("standing").focus();
}

export function showStanding() {
  const { status, mode } = root.dataset;
  for (const line of root.querySelectorAll("[data-status-line]")) line.hidden = line.dataset.statusLine !== status;
  const over = status === "closed" || status === "cancelled";
  for (const line of root.querySelectorAll("[data-mode-line]")) line.hidden = status !== "open" || line.dataset.modeLine !== mode;
  showLobby();
  const shown = standings(status, mode, over);
  for (const node of root.querySelectorAll("[data-standing]")) node.hidden = !shown.includes(node.dataset.standing);
}

function standings(status, mode, over) {
  if (over) return ["closed"];
  if (removed) return ["removed"];
  if (status === "scheduled" && !lobbyIsOpen()) return me ? ["scheduled"] : ["scheduled", "join"];
  if (!me) return ["join"];
  if (silenced > Date.now()) return ["silenced"];
  return [mode === "locked" && !root.dataset.staff ? "locked" : "compose"];
}

function momentOf(until) {
  return until === "end" ? Infinity : until && new Date(until);
}

function fill(name, until, reason) {
  for (const node of find("data-standing", name)) {
    if (part(node, "until-line")) part(node, "until-line").hidden = !until;
    part(node, "until").textContent = until ? momentNear(until) : "";
    part(node, "reason").textContent = reason ?? "";
  }
}
