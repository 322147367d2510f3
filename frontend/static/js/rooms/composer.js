// Where one writes. Enter starts a new line, for questions to the police are often longer; Ctrl or Cmd and Enter sends.
import { byId, newId, part, root } from "./page.js";
import { excerptOf } from "./items.js";
import { drop, put, unsent } from "./outbox.js";
import { speakerOf } from "./people.js";
import { removePending } from "./pending.js";
import { toNewest } from "./scroll.js";
import { flush, post } from "./sender.js";

const form = byId("compose");

export function startComposer() {
  if (!form) return;
  form.addEventListener("submit", send);
  form.body.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.querySelector("[data-cancel-reply]").addEventListener("click", (event) => {
    event.preventDefault();
    setReply("");
    form.body.focus();
  });
  form.querySelector("[data-scripted]").hidden = false;
  document.addEventListener("click", startReply);
  byId("pending").addEventListener("click", choose);
}

function send(event) {
  if (event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  const body = form.body.value.trim();
  if (!body) return;
  const fields = new FormData(form, event.submitter);
  post({
    client_id: fields.get("client_id") || newId(), body, kind: fields.get("kind") ?? (root.dataset.status === "scheduled" ? "question" : "message"),
    reply_to: fields.get("reply_to") || null, confirm: fields.get("confirm") === "true",
  });
  clear();
  toNewest();
}

function clear() {
  form.body.value = "";
  form.client_id.value = "";
  byId("warning").hidden = true;
  byId("compose-error").hidden = true;
  setReply("");
}

function setReply(id) {
  form.reply_to.value = id;
  part(form, "reply").hidden = !id;
  const name = id && speakerOf(id);
  part(form, "reply-name").textContent = name ? `${name}: ${excerptOf(id)}` : "";
}

function startReply(event) {
  const link = event.target.closest("[data-reply]");
  if (!link) return;
  event.preventDefault();
  link.closest("details").open = false;
  setReply(link.dataset.reply);
  form.body.focus();
}

/** What a person decided about a message that waits for a word. */
function choose(event) {
  const choice = event.target.closest("[data-choice]")?.dataset.choice;
  const id = event.target.closest("[data-pending]")?.dataset.pending;
  const item = unsent().find(({ client_id: its }) => its === id);
  if (!choice || !item) return;
  if (choice === "send" || choice === "confirm") {
    put({ ...item, at: Date.now(), asks: false, confirm: item.confirm || choice === "confirm" });
    flush();
  } else {
    drop(id);
    removePending(id);
    if (choice === "change") takeBack(item);
  }
  form.body.focus();
}

function takeBack(item) {
  form.body.value = [item.body, form.body.value].filter(Boolean).join("\n");
  setReply(item.reply_to ?? "");
}
