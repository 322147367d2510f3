// Replying and quoting without leaving the page. Without this file each is a page of its own.
import { byId, nameIn, part, replyOf, root } from "./page.js";
import { quoteOf } from "./quote.js";
import { say } from "./said.js";

const form = () => byId("reply");

export function startComposer() {
  root.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("[data-reply-to], [data-quote], [data-jump], [data-part=to-all]");
    if (link && act(link)) event.preventDefault();
  });
  root.addEventListener("keydown", (event) => {
    if (event.target.id !== "body" || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    form().requestSubmit();
  });
}

/** Gives whether it is done: what does not stand on this page, its own page shows. */
function act(link) {
  const { replyTo, quote, jump } = link.dataset;
  if (jump) return goTo(jump);
  if (!form()) return false;
  if (link.dataset.part === "to-all") return answer("");
  return answer(replyTo ?? quote, Boolean(quote));
}

function goTo(id) {
  const reply = replyOf(id);
  if (!reply) return false;
  history.pushState(null, "", `#${reply.id}`);
  reply.focus({ preventScroll: true });
  reply.scrollIntoView({ block: "start" });
  return true;
}

/** From here on one writes to this reply; empty: to the topic. */
function answer(id, quoting = false) {
  const reply = id && replyOf(id);
  if (id && !reply) return false;
  const { body, reply_to: to } = form().elements;
  const first = reply && reply.dataset.number === "1";
  to.value = first ? "" : id;
  part(form(), "to").hidden = !to.value;
  part(form(), "to-words").textContent = to.value ? say("to", { name: nameIn(reply) }) : "";
  if (quoting) body.value = [body.value.trimEnd(), quoteOf(reply)].filter(Boolean).join("\n\n");
  body.dispatchEvent(new Event("input", { bubbles: true }));
  body.focus();
  body.setSelectionRange(body.value.length, body.value.length);
  return true;
}
