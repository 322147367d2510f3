// Canned answers: chosen in a dialogue, put into the box that one was writing in, and never sent by themselves.
import { announceNow } from "../announcer.js";
import { byId, part, path, root } from "../page.js";
import { say } from "../sentences.js";
import { stamp } from "../stamp.js";

let box = null;

export function startCanned() {
  const dialog = byId("canned-dialog");
  if (!dialog?.showModal) return;
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-canned]");
    if (!link) return;
    event.preventDefault();
    open(dialog, link);
  });
  dialog.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-canned-body]");
    if (choice) put(dialog, choice.dataset.cannedBody);
  });
  byId("canned-search").addEventListener("input", ({ target }) => narrow(target.value));
}

async function open(dialog, link) {
  box = link.closest("form")?.querySelector("textarea") ?? byId("words");
  byId("canned-search").value = "";
  byId("canned-list").replaceChildren();
  part(dialog, "error").hidden = true;
  dialog.showModal();
  const answer = await fetch(`${path}/canned-answers.json`).catch(() => null);
  if (!answer?.ok) return complain(dialog, say("offline.act"));
  const { items } = await answer.json();
  byId("canned-list").append(...items.map(draw));
  part(dialog, "none").hidden = items.length > 0;
}

function draw({ title, body }) {
  const item = stamp("canned", { title, words: body });
  item.querySelector("button").dataset.cannedBody = body;
  return item;
}

function narrow(wanted) {
  const words = wanted.trim().toLocaleLowerCase();
  for (const item of byId("canned-list").children) item.hidden = !item.textContent.toLocaleLowerCase().includes(words);
}

function put(dialog, body) {
  dialog.close();
  box.value = [box.value.trimEnd(), body].filter(Boolean).join("\n\n");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
  announceNow(say("canned.put"));
}

function complain(dialog, message) {
  part(dialog, "error").textContent = message;
  part(dialog, "error").hidden = false;
}
