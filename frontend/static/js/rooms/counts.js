// Numbers that stand in several places: on the console's tabs, in the head's links, over a list.
import { find } from "./page.js";

/** Shows n wherever this number stands: waiting, answered, questions, queue, held, flagged, people, notes. */
export function setCount(name, n) {
  for (const node of find("data-count", name)) node.textContent = n || (node.dataset.zero ?? "");
}
