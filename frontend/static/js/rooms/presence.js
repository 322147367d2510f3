// How many are here, and which officers.
import { setCount } from "./counts.js";
import { byId } from "./page.js";
import { personLine } from "./people.js";
import { sayMany } from "./sentences.js";

export function showPresence({ people, officers }) {
  setCount("people", people);
  byId("people-count").textContent = sayMany("people", people);
  byId("officers-here").replaceChildren(...officers.map((person) => {
    const item = document.createElement("li");
    item.append(personLine(person));
    return item;
  }));
}
