// A person's picture, name and badge, drawn by the page's own pattern and drawn anew when the record changes.
import { forgetName } from "./announcer.js";
import { find } from "./page.js";
import { stamp } from "./stamp.js";

/** The line of a person: badge and uniform come with `officer`, which only the server fills. */
export function personLine(person) {
  const officer = person.officer ?? {};
  return stamp(`person-${person.officer ? "officer" : person.role}`, {
    author: person.id, name: person.name, rank: officer.rank, number: officer.number, page: officer.page,
    picture: person.avatar.src, layer: person.avatar.layer,
  });
}

/** Puts the person's line where the pattern has one. */
export function nameIn(node, person) {
  node.querySelector(".bl-person").replaceWith(personLine(person));
}

/** Draws the person anew everywhere, on old messages and in quotes too. */
export function redrawPerson(person) {
  for (const line of find("data-person", person.id)) {
    const before = line.querySelector(".bl-person__name").textContent;
    if (before !== person.name) forgetName(before, person.name);
    line.replaceWith(personLine(person));
  }
  for (const name of find("data-name-of", person.id)) name.textContent = person.name;
  for (const message of find("data-author", person.id)) {
    message.dataset.by = person.officer ? "officer" : person.role;
    for (const quote of find("data-quote", message.dataset.item)) {
      quote.querySelector('[data-part="quoted"]').textContent = person.name;
    }
  }
}
