// How many are here, and which officers.
import { byId } from "./page.js";
import { personLine } from "./people.js";
import { sayMany } from "./sentences.js";

export function showPresence({ people, officers }) {
  byId("people-count").textContent = sayMany("people", people);
  byId("officers-here").replaceChildren(...officers.map((person) => {
    const item = document.createElement("li");
    item.append(personLine(person));
    return item;
  }));
}
