// The office floor: looks at it, steps in and out, and walks; the list beside it does the same.
import { announceNow } from "../announcer.js";
import { byId, me, room, root } from "../page.js";
import { say } from "../sentences.js";
import { on } from "../socket.js";
import { askToWalk, quietly } from "./asking.js";
import { hear, moveBubbles } from "./bubbles.js";
import { showDoor } from "./door.js";
import { drawOfficers, seatOf } from "./figures.js";
import { startKeys } from "./keys.js";
import { arrived, countPlaces, listOfficers, tileFor } from "./places.js";
import { distance, floor } from "./plan.js";
import { mark, startTaps } from "./taps.js";
import { addWalker, followWalkers, redrawWalker, removeWalker, setWalk, setWalkers, walkers } from "./walkers.js";
import { arrivalOf, endOf, nextTile, serverTime, setClock } from "./walks.js";

const REMEMBERED = `bluelamp.floor.${room}`;
const stage = byId("floor-stage");
const host = floor.dataset.hosting === "yes";
let open = floor.dataset.open === "yes";
let officers = [];
let timer = null;

const own = () => walkers.get(me);
const isHere = ({ floor: number }) => number === Number(floor.dataset.floor);

async function look(stepIn) {
  const asked = Date.now();
  const shown = await quietly(stepIn ? "step_in" : "look_at_floor", stepIn ? {} : { floor: Number(floor.dataset.floor) });
  if (!shown) return stepIn ? look(false) : null;
  setClock(shown.now, asked);
  floor.dataset.floor = shown.floor;
  setOfficers(shown.officers);
  setWalkers(shown.people);
  showDoor(shown.door);
  showStanding();
  return shown;
}

function setOfficers(list) {
  officers = list;
  drawOfficers(list);
  listOfficers(list);
  countPlaces();
}

function showStanding() {
  const standing = Boolean(own());
  byId("floor-in").hidden = standing || host || !open || !me;
  byId("floor-out").hidden = !standing;
  for (const button of document.querySelectorAll("[data-walk]")) button.hidden = !standing;
  if (stage) stage.tabIndex = standing ? 0 : -1;
  // Arrow keys reach the page from a screen reader only in an application.
  stage?.setAttribute("role", standing ? "application" : "group");
  if (me && open && !host) byId("floor-standing").textContent = say(standing ? "floor.standing.in" : "floor.standing.out");
}

async function stepIn() {
  if (!await look(true) || !own()) return;
  sessionStorage.setItem(REMEMBERED, "in");
  announceNow(say("floor.standing.in"));
  (stage ?? byId("floor-out")).focus();
}

async function stepOut() {
  sessionStorage.removeItem(REMEMBERED);
  await quietly("step_out");
  announceNow(say("floor.standing.out"));
  byId("floor-in").focus();
}

function walkTo(tile) {
  if (!own()) return byId("floor-in").focus();
  mark(tile);
  askToWalk(tile);
}

const use = (kind) => (own() ? walkTo(tileFor(kind, own().point, distance)) : openInList(kind));

function openInList(kind) {
  const item = byId(`floor-${kind}`);
  item.querySelector("details").open = true;
  item.scrollIntoView({ block: "nearest" });
}

function walked({ person, ...walk }) {
  setWalk(person, walk);
  if (person !== me || !own()) return;
  mark(endOf(own().walk));
  clearTimeout(timer);
  timer = setTimeout(() => {
    mark(null);
    arrived(own() && endOf(own().walk));
  }, (arrivalOf(own().walk) - serverTime()) * 1000 + 50);
}

function gone({ person }) {
  removeWalker(person);
  if (person !== me) return;
  mark(null);
  arrived(null);
  showStanding();
}

/** Where somebody on this floor is drawn. */
function where(person) {
  const seat = officers.findIndex(({ id }) => id === person);
  return walkers.get(person)?.point ?? (seat < 0 ? null : seatOf(seat));
}

function changed() {
  open = false;
  setWalkers([]);
  showStanding();
  byId("floor-standing").textContent = say("floor.changed");
  announceNow(say("floor.changed"));
}

function lifeOfSurgery({ kind }) {
  if (kind === "surgery_opened") open = true;
  if (kind === "surgery_closed") open = false;
  if (kind === "surgery_closed") setWalkers([]);
  if (kind === "surgery_opened") showDoor({ state: "open" });
  if (kind === "surgery_closed") look(false); // for the sign, which says when it opens next
  showStanding();
  if (kind === "surgery_closed") byId("floor-standing").textContent = say("floor.standing.closed");
}

followWalkers({ changed: countPlaces, moved: moveBubbles });
on("stepped_in", (one) => isHere(one) && addWalker(one));
on("stepped_out", (one) => isHere(one) && gone(one));
on("walked", (walk) => isHere(walk) && walked(walk));
on("person_changed", ({ person }) => {
  redrawWalker(person);
  if (officers.some(({ id }) => id === person.id)) setOfficers(officers.map((each) => (each.id === person.id ? person : each)));
});
on("duty_changed", ({ officers: duties }) => setOfficers(duties.map(({ person }) => person)));
on("door_changed", showDoor);
on("floor_changed", changed);
on("event", (entry) => {
  hear(entry, where);
  if (entry.kind.startsWith("surgery_")) lifeOfSurgery(entry);
});
root.addEventListener("entered", () => look(!host && open && Boolean(me) && sessionStorage.getItem(REMEMBERED) === "in"));
byId("floor-in").addEventListener("click", stepIn);
byId("floor-out").addEventListener("click", stepOut);
for (const button of document.querySelectorAll("[data-walk]")) {
  button.addEventListener("click", () => use(button.dataset.walk));
}
if (stage) {
  startKeys(stage, { here: () => own() && nextTile(own().walk, serverTime()), walk: walkTo });
  startTaps(stage, { use, walk: walkTo });
}
