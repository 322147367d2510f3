// The topic is not shown any more, or was merged into another one: its words leave the screen.
import { root } from "./page.js";
import { announce, say } from "./said.js";

/** `moved`: the id of the topic that it was merged into, or nothing. What somebody is writing stays. */
export function showGone(moved) {
  for (const node of root.querySelectorAll("#topic-head, .forum-topic__first, #topic-official, .forum-talk, .forum-waiting")) node.remove();
  document.querySelector(".bl-trail [aria-current]")?.remove(); // its title
  root.querySelector("[data-gone]")?.remove();
  const box = document.createElement("p");
  box.className = "govuk-inset-text";
  box.dataset.gone = "yes";
  box.tabIndex = -1;
  box.textContent = `${say(moved ? "moved" : "gone")} `;
  if (moved) box.append(link(moved));
  root.prepend(box);
  document.title = "Bluelamp";
  announce(box.textContent);
}

function link(id) {
  const there = document.createElement("a");
  there.className = "govuk-link";
  there.href = `/topics/${id}`;
  there.textContent = say("go");
  return there;
}
