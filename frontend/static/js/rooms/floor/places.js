// The list beside the floor: how many are where, who is here, and what opens when one gets there.
import { announceNotice } from "../announcer.js";
import { byId, find, language, me } from "../page.js";
import { personLine } from "../people.js";
import { say, sayMany } from "../sentences.js";
import { placeAt, plan } from "./plan.js";
import { endOf } from "./walks.js";
import { walkers } from "./walkers.js";

let at = null; // what the reader is at

/** How many others are at each thing, where they stand or will. */
export function countPlaces() {
  const there = [...walkers.values()].map(({ walk }) => placeAt(endOf(walk)));
  for (const kind of Object.keys(plan.places)) {
    const n = there.filter((place) => place === kind).length;
    const [line] = find("data-there", kind);
    const empty = kind === "desk" && byId("floor-behind").textContent ? "" : say("floor.there.none");
    if (line) put(line, n ? sayMany(`floor.there.${kind}`, n) : empty);
  }
  put(byId("floor-count"), String(walkers.size));
  listWalkers();
}

/** Lines stay where they are while their person does: whoever reads the list is not thrown out of it. */
function listWalkers() {
  const list = byId("floor-who");
  const lines = new Map([...list.children].map((line) => [line.dataset.who, line]));
  for (const { person } of walkers.values()) {
    if (!lines.has(person.id)) list.append(newLine(person));
    lines.delete(person.id);
  }
  for (const line of lines.values()) line.remove();
}

function newLine(person) {
  const line = document.createElement("li");
  line.dataset.who = person.id;
  line.append(personLine(person));
  return line;
}

export function listOfficers(officers) {
  const form = new Intl.PluralRules(language).select(officers.length);
  const names = officers.map(({ name }) => name).join(", ");
  put(byId("floor-behind"), officers.length ? say(`floor.behind.${form}`, { names }) : "");
  byId("floor-desk-officers")?.replaceChildren(...officers.map((person) => {
    const line = document.createElement("li");
    line.append(personLine(person));
    return line;
  }));
}

/** The reader stands here now: what is used from here opens in the list, once, and a screen reader is told. */
export function arrived(tile) {
  const kind = tile && placeAt(tile);
  if (kind === at) return;
  at = kind;
  for (const item of document.querySelectorAll("[data-place-item]")) {
    item.toggleAttribute("data-here", item.dataset.placeItem === kind);
    item.querySelector("details").open = item.dataset.placeItem === kind;
  }
  if (kind) announceNotice(say(`floor.arrived.${kind}`));
}

/** The tile from which a thing is used that is nearest and free; the server finds another where all are taken. */
export function tileFor(kind, from, distance) {
  const taken = [...walkers.values()].filter(({ person }) => person.id !== me).map(({ walk }) => String(endOf(walk)));
  const free = plan.places[kind].filter((tile) => !taken.includes(String(tile)));
  return (free.length ? free : plan.places[kind]).toSorted((a, b) => distance(a, from) - distance(b, from))[0];
}

function put(node, words) {
  if (node && node.textContent !== words) node.textContent = words;
}
