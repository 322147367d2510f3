// A person's picture, name and badge, drawn by the page's own pattern and drawn anew when the record changes.
import { forgetName } from "./announcer.js";
import { find, part } from "./page.js";
import { say } from "./sentences.js";
import { stamp } from "./stamp.js";

/** The line of a person: badge and uniform come with `officer` and `partner`, which only the server fills. */
export function personLine(person) {
  const officer = person.officer ?? {};
  const partner = person.partner ?? {};
  return stamp(patternOf(person), {
    author: person.id, name: person.name, rank: officer.rank, number: officer.number, page: officer.page,
    organisation: partner.organisation, post: partner.post,
    picture: person.avatar.src, layer: person.avatar.layer,
  });
}

/** Who spoke; of words that staff entered for somebody: where they were said, and by whom they were entered. */
export function speakerIn(node, { author, relayed }) {
  if (!relayed) {
    node.querySelector(".room-relayed")?.remove();
    return nameIn(node, author);
  }
  node.querySelector(".bl-person").remove();
  part(node, "speaker").textContent = say(`relayed.${relayed}`);
  for (const by of node.querySelectorAll(".room-relayed [data-name-of]")) by.textContent = author.name;
  node.dataset.by = "relayed";
}

/** The name under which a message was said; empty for one that is not on the page. */
export function speakerOf(id) {
  const [item] = find("data-item", id);
  return item?.querySelector('[data-part="speaker"], .bl-person__name')?.textContent ?? "";
}

function patternOf({ role, officer, partner }) {
  if (officer) return "person-officer";
  if (partner) return partner.post ? "person-partner-post" : "person-partner";
  return `person-${role}`;
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
    if (message.dataset.by === "relayed") continue;
    message.dataset.by = person.officer ? "officer" : person.role;
    for (const quote of find("data-quote", message.dataset.item)) {
      quote.querySelector('[data-part="quoted"]').textContent = person.name;
    }
  }
}
