// A running log followed live: entries come on top, are redrawn when they are revised, and go when they are taken down.
import { announceMessage, announceNotice } from "./announcer.js";
import { Log } from "./log.js";
import { showOffline, showOnline, showRefused } from "./offline.js";
import { byId, find, language, part, root } from "./page.js";
import { personLine, redrawPerson } from "./people.js";
import { say, timeOfDay } from "./sentences.js";
import { ask, Offline, on, stay } from "./socket.js";
import { stamp } from "./stamp.js";

const EXCERPT = 140;
const asked = new URLSearchParams(root.dataset.filters ? location.search : "");
const day = new Intl.DateTimeFormat(language === "cy" ? "cy" : "en-GB", {
  timeZone: root.dataset.timeZone, weekday: "long", day: "numeric", month: "long", year: "numeric",
});

const KINDS = {
  entry_added: ({ data }) => {
    if (!data.html || find("data-entry", data.id).length) return;
    if (root.dataset.earlier || !isWanted(data)) return;
    byId("entries").prepend(draw(data));
    byId("none").hidden = true;
    announceMessage("entry", [data.category, data.place].filter(Boolean).join(", "), excerpt(data), false);
  },
  entry_changed: ({ data }) => {
    const [before] = find("data-entry", data.id);
    if (!before || !data.html) return;
    before.replaceWith(draw(data));
    announceNotice(say("entry.changed", { words: excerpt(data) }));
  },
  entry_hidden: takeAway,
  log_closed: () => {
    for (const node of root.querySelectorAll("[data-status-line]")) node.hidden = node.dataset.statusLine !== "closed";
    for (const node of root.querySelectorAll('[data-while="open"]')) node.remove();
    announceNotice(say("log_closed"));
  },
};

const log = new Log(Number(root.dataset.seq), {
  apply: (event) => KINDS[event.kind]?.(event),
  blank: (event) => event.kind === "entry_hidden" && takeAway(event),
  restart: () => byId("entries").replaceChildren(),
  fetch: async (after) => answer(await ask("catch_up", { after })),
});

function takeAway({ data }) {
  for (const node of find("data-entry", data.id)) {
    if (node.contains(document.activeElement)) (node.nextElementSibling ?? byId("log-title")).focus?.();
    node.remove();
  }
}

/** What the address asks for: the page shows nothing else, live neither. */
function isWanted({ category, place, at }) {
  const when = local(at);
  return (!asked.get("category") || asked.get("category") === category)
    && (!asked.get("place") || place.toLowerCase().includes(asked.get("place").trim().toLowerCase()))
    && (!asked.get("from") || when >= asked.get("from")) && (!asked.get("to") || when <= asked.get("to"));
}

/** The time on the force's clock as a browser's own field writes it: 2026-11-22T18:00. */
function local(at) {
  return new Date(at).toLocaleString("sv", { timeZone: root.dataset.timeZone }).replace(" ", "T").slice(0, 16);
}

function draw(entry) {
  const node = stamp("entry", entry);
  node.dataset.at = entry.at;
  const time = part(node, "time");
  time.dateTime = entry.at;
  time.textContent = timeOfDay(entry.at);
  const date = Object.assign(document.createElement("span"), { className: "log-entry__day" });
  date.textContent = day.format(new Date(entry.at));
  time.append(date);
  part(node, "body").innerHTML = entry.html;
  part(node, "by").append(personLine(entry.by));
  part(node, "edited").hidden = !entry.edited_at;
  if (entry.edited_at) part(node, "edited-time").textContent = timeOfDay(entry.edited_at);
  drawPicture(node, entry.picture);
  return node;
}

function drawPicture(node, picture) {
  part(node, "figure").hidden = !picture;
  if (!picture) return;
  part(node, "link").href = picture.large;
  const { small: src, alt, width, height } = picture;
  Object.assign(part(node, "picture"), { src, alt, width, height });
}

function excerpt({ body }) {
  const letters = [...body.replace(/\s+/g, " ")];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join("")}…` : letters.join("");
}

function answer(ack) {
  if (!ack.ok) throw new Offline(ack.error.message);
  return ack;
}

async function enter() {
  try {
    const ack = answer(await ask("enter", { after: log.last }));
    if (log.take(ack)) await log.catchUp();
    showOnline();
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    setTimeout(enter, 3000 * (1 + Math.random()));
  }
}

on("event", (event) => log.offer(event));
on("person_changed", ({ person }) => redrawPerson(person));
stay({ entered: enter, lost: showOffline, refused: showRefused });
