// The three words of each host who is on duty, beside their name: other words, or none, when a shift changes.
import { byId, me, part, root } from "./page.js";

/** officers: who is on duty in this room now, `{person, code}` each. */
export function showDuty(officers) {
  const codes = new Map(officers.map(({ person, code }) => [person.id, code]));
  for (const host of root.querySelectorAll("[data-host]")) {
    const code = codes.get(host.dataset.host);
    part(host, "duty").hidden = !code;
    part(host, "words").replaceChildren(...wordsOf(code ?? ""));
  }
  byId("off-duty")?.toggleAttribute("hidden", codes.has(me) || root.dataset.status !== "open");
}

function wordsOf(code) {
  return code.split(" ").flatMap((word, place) => {
    const node = document.createElement("span");
    node.className = "bl-words__word";
    node.textContent = word;
    return place ? [" ", node] : [node];
  });
}
