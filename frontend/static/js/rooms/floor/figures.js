// People as they are drawn on the floor. The list beside it does not need the picture: it may be switched off.
import { byId, me } from "../page.js";
import { stamp } from "../stamp.js";
import { plan, unitsOf } from "./plan.js";

const people = byId("floor-people");

/** Nobody is drawn any more, nor whom the server drew before the script came. */
export function clearFigures() {
  people?.replaceChildren();
}

/** A figure of a person, as a part of the drawing; null where there is no picture. */
export function drawFigure(person) {
  if (!people) return null;
  const figure = newFigure(person);
  figure.classList.toggle("fl-person--me", person.id === me);
  people.append(figure);
  return figure;
}

function newFigure(person) {
  const name = person.name.split(/\s+/)[0];
  const values = { author: person.id, name, picture: person.avatar.src, layer: person.avatar.layer };
  const figure = stamp("walker", values).firstElementChild;
  if (!person.avatar.layer) figure.querySelector(".fl-person__layer").remove();
  return figure;
}

/** The same figure with another face, name or uniform, where it stands. */
export function redrawFigure(figure, person) {
  figure?.querySelector(".fl-person__body").replaceWith(newFigure(person).querySelector(".fl-person__body"));
  const name = figure?.querySelector(".fl-person__name");
  if (name) [name.textContent] = person.name.split(/\s+/);
}

export function moveFigure(figure, point, walking) {
  if (!figure) return;
  const [x, y] = unitsOf(point);
  figure.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  figure.classList.toggle("fl-person--walking", walking);
}

/** Whoever is nearer to the front stands before the others. */
export function sortFigures(walkers) {
  const order = [...walkers].filter(({ figure }) => figure).sort((a, b) => a.point[1] - b.point[1]);
  order.forEach(({ figure }, n) => {
    if (people.children[n] !== figure) people.insertBefore(figure, people.children[n] ?? null);
  });
}

/** The officers on duty, behind the desk of every floor, each with a plate before them. */
export function drawOfficers(officers) {
  if (!people) return;
  const drawn = officers.map((person, n) => {
    const figure = newFigure(person);
    figure.classList.add("fl-person--officer");
    moveFigure(figure, seatOf(n), false);
    return figure;
  });
  byId("floor-officers").replaceChildren(...drawn);
  byId("floor-plates").replaceChildren(...officers.filter(({ officer }) => officer).map(plateOf));
}

/** The same sum as the server's: more than there are seats stand close together. */
export function seatOf(n) {
  const last = plan.seats.length - 1;
  const [x, y] = plan.seats[Math.min(n, last)];
  return [x + Math.max(0, n - last) / 2, y];
}

function plateOf({ officer }, n) {
  const plate = stamp("plate", { rank: officer.rank, number: officer.number }).firstElementChild;
  plate.setAttribute("transform", `translate(${unitsOf(seatOf(n))[0]} ${byId("floor-plates").dataset.y})`);
  return plate;
}
