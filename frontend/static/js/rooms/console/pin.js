// The notice on top of the room, and key moments: drawn for everybody from the log.
import { forgetLines, noticed } from "../noticed.js";
import { byId, find, part } from "../page.js";
import { say, timeOfDay } from "../sentences.js";
import { stamp } from "../stamp.js";

/** What is pinned now, or null. */
export function setPin(pin) {
  const strip = byId("pin");
  if (!strip) return; // a booth has none
  strip.hidden = !pin;
  strip.dataset.pin = pin?.id ?? "";
  part(strip, "body").innerHTML = pin?.html ?? ""; // made and sanitised by the server
  for (const form of find("data-event", "unpin_notice")) {
    form.hidden = !pin;
    form.querySelector("[name=id]").value = pin?.id ?? "";
  }
}

export const PIN_KINDS = {
  notice_pinned: (entry) => {
    const { data } = entry;
    forgetOthers(data.id);
    if (data.text === null) return;
    setPin(data);
    noticed(entry, say("pinned", data));
  },
  notice_unpinned: (entry) => {
    takeOff(entry);
    noticed(entry, say("unpinned"));
  },
  moment_marked: (entry) => {
    const { data } = entry;
    if (data.label === null) return;
    noticed(entry, data.label ? say("moment", data) : say("moment.bare"));
    listMoment(entry);
  },
  moment_withdrawn: takeMoment,
};

/** Its words go at once, before the entry's turn has come. */
export function takeOff({ data: { id } }) {
  forgetLines(id, ["notice_pinned"]);
  if (byId("pin").dataset.pin === id) setPin(null);
}

export function takeMoment({ data: { id } }) {
  forgetLines(id, ["moment_marked"]);
  for (const line of find("data-moment", id)) line.remove();
}

/** One is pinned at a time: the words of the one before are gone, from the log too. */
function forgetOthers(id) {
  const before = byId("pin").dataset.pin;
  if (before && before !== id) forgetLines(before, ["notice_pinned"]);
}

function listMoment({ at, data: { id, label } }) {
  const list = byId("moments");
  if (!list || find("data-moment", id).length) return;
  list.append(stamp("moment", { id, label: label || say("moment.bare"), time: timeOfDay(at) }));
}
