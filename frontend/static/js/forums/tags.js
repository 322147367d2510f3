// "New" at replies: those that came last are, and those that were before are no more.
import { root } from "./page.js";
import { say } from "./said.js";

/** One's own words are not new to oneself. What is folded away elsewhere is open where it is new. */
export function tag(node) {
  if (node.dataset.mine) return;
  node.dataset.new = "yes";
  node.querySelector(".forum-reply__fold")?.setAttribute("open", "");
  const mark = document.createElement("strong");
  mark.className = "bl-mark bl-mark--new";
  mark.textContent = say("new.mark");
  marksOf(node).prepend(mark);
}

export function untag() {
  for (const node of root.querySelectorAll("[data-new]")) {
    delete node.dataset.new;
    const marks = marksOf(node);
    marks.querySelector(".bl-mark--new")?.remove();
    if (!marks.childElementCount) marks.remove();
  }
}

function marksOf(node) {
  const there = node.querySelector(".forum-reply__marks");
  if (there) return there;
  const marks = document.createElement("p");
  marks.className = "forum-reply__marks";
  node.querySelector(".forum-reply__head").after(marks);
  return marks;
}
