// Everybody on this floor: who they are, and where they walk.
import { clearFigures, drawFigure, moveFigure, redrawFigure, sortFigures } from "./figures.js";
import { arrivalOf, endOf, pointAt, serverTime, walkOf } from "./walks.js";

const still = window.matchMedia("(prefers-reduced-motion: reduce)");
export const walkers = new Map();
let moving = false;
let told = () => {};

/** changed() is called when somebody comes, goes, or is to stand elsewhere; moved() when a picture was drawn. */
let moved = () => {};
export function followWalkers({ changed, moved: drawn }) {
  told = changed;
  moved = drawn;
}

export function setWalkers(people) {
  walkers.clear();
  clearFigures();
  people.forEach(put);
  move();
}

export function addWalker(one) {
  take(one.person.id);
  put(one);
  move();
}

export function removeWalker(person) {
  take(person);
  move();
}

export function setWalk(person, walk) {
  const walker = walkers.get(person);
  if (!walker) return;
  walker.walk = walkOf(walk, walker.point);
  move();
}

export function redrawWalker(person) {
  const walker = walkers.get(person.id);
  if (!walker) return;
  walker.person = person;
  redrawFigure(walker.figure, person);
  told();
}

function put({ person, ...walk }) {
  const known = walkOf(walk);
  walkers.set(person.id, { person, walk: known, point: pointAt(known, serverTime()), figure: drawFigure(person) });
}

function take(person) {
  walkers.get(person)?.figure?.remove();
  walkers.delete(person);
}

/** Draws everybody where they are, and goes on as long as somebody walks. */
function move() {
  told();
  if (!moving) step();
}

function step() {
  const now = serverTime();
  moving = false;
  for (const walker of walkers.values()) {
    const walking = arrivalOf(walker.walk) > now && !still.matches;
    walker.point = walking ? pointAt(walker.walk, now) : endOf(walker.walk);
    moveFigure(walker.figure, walker.point, walking);
    moving ||= walking;
  }
  sortFigures(walkers.values());
  moved();
  if (moving) requestAnimationFrame(step);
}
