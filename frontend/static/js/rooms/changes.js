// What a surgery's own life does to the screen: it is moved, called off, or held by others.
import { moveLobby, whenLobbyOpens } from "./lobby.js";
import { noticed } from "./noticed.js";
import { byId, find, language, part, root } from "./page.js";
import { personLine } from "./people.js";
import { say, timeOfDay } from "./sentences.js";
import { stamp } from "./stamp.js";
import { setStatus, showStanding } from "./standing.js";

const BEFORE = 15 * 60 * 1000; // ms from when the lobby opens to when the surgery does

function dateOf(at) {
  const shown = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: root.dataset.timeZone };
  return new Intl.DateTimeFormat(language === "cy" ? "cy" : "en-GB", shown).format(new Date(at)).replace(",", "");
}

const withReason = (sentence, reason) => (reason ? `${sentence} ${say("reason.given", { reason })}` : sentence);

function moved(entry) {
  const { starts_at: starts, move_reason: reason } = entry.data;
  if (!starts) return;
  moveLobby(starts);
  const when = { time: timeOfDay(starts), date: dateOf(starts) };
  const from = { "opens": when, "write-from": when, "lobby-from": { time: timeOfDay(new Date(starts) - BEFORE) } };
  for (const [name, values] of Object.entries(from)) if (part(root, name)) part(root, name).textContent = say(name, values);
  noticed(entry, withReason(say("surgery_moved", when), reason));
  showStanding();
  whenLobbyOpens(showStanding);
}

function cancelled(entry) {
  const { cancel_reason: reason } = entry.data;
  const told = part(root, "cancel-reason");
  if (told) told.textContent = reason ?? "";
  setStatus("cancelled");
  if (told && !reason) told.parentElement.hidden = true;
  noticed(entry, withReason(say("surgery_cancelled"), reason));
}

function hostLate(entry) {
  // Drawn for officers who serve here: from now on one of them is wanted.
  byId("take-over")?.removeAttribute("hidden");
  noticed(entry, say("host_late"));
}

function hostJoined(entry) {
  const { person } = entry.data;
  if (!person) return;
  if (!find("data-host", person.id).length) {
    const line = stamp("host", { author: person.id });
    line.querySelector(".bl-person").replaceWith(personLine(person));
    byId("hosts").append(line);
  }
  byId("take-over")?.setAttribute("hidden", "");
  noticed(entry, say("host_joined", { name: person.name }));
}

function hostLeft(entry) {
  const { person } = entry.data;
  if (!person) return;
  for (const line of find("data-host", person.id)) line.remove();
  noticed(entry, say("host_left", { name: person.name }));
}

export const CHANGE_KINDS = {
  surgery_moved: moved, surgery_cancelled: cancelled, host_late: hostLate, host_joined: hostJoined,
  host_left: hostLeft,
};
