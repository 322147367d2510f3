// Replies as the server drew them, put where they belong. Drawing one twice changes nothing.
import { byId, replies, replyOf } from "./page.js";
import { steady } from "./steady.js";
import { tag } from "./tags.js";

/** The element of a reply's HTML, which the server's template drew. */
export function reply(html) {
  const pattern = document.createElement("template");
  pattern.innerHTML = html;
  return pattern.content.firstElementChild;
}

/** Puts a reply at the end of its conversation, or of the page. */
export function place(node) {
  if (replyOf(node.dataset.reply)) return;
  const list = byId("replies");
  list.querySelector("[data-none]")?.remove();
  const parent = parentOf(node);
  if (!parent) return void list.append(node);
  const begins = parent.dataset.root ?? parent.dataset.reply;
  node.classList.add("forum-reply--deep");
  node.dataset.root = begins;
  const others = list.querySelectorAll(`[data-root="${CSS.escape(begins)}"]`);
  (others.length ? others[others.length - 1] : parent).after(node);
}

/** Puts a reply in the place of the one that it was; gives that. */
export function redraw(node) {
  const old = replyOf(node.dataset.reply);
  if (!old) return null;
  node.classList.toggle("forum-reply--deep", old.classList.contains("forum-reply--deep"));
  if (old.dataset.root) node.dataset.root = old.dataset.root;
  if (old.dataset.new && !node.dataset.new) tag(node);
  // Words that one sees are not folded away.
  if (!old.querySelector(".forum-reply__fold:not([open])")) node.querySelector(".forum-reply__fold")?.setAttribute("open", "");
  const focused = old.contains(document.activeElement);
  steady(() => old.replaceWith(node), replies);
  if (focused) node.focus({ preventScroll: true });
  return old;
}

export function remove(id) {
  steady(() => replyOf(id)?.remove(), replies);
}

/** What it replies to, where that stands on the page and begins or continues a conversation there. */
function parentOf(node) {
  const id = node.querySelector(".forum-reply__to [data-jump]")?.dataset.jump;
  const parent = id && replyOf(id);
  return parent && byId("replies").contains(parent) ? parent : null;
}
