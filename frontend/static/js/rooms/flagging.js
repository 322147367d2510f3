// Flagging in the room: a dialogue that sends at one press, and then says what happens next.
import { announceNow } from "./announcer.js";
import { byId, find, part, path } from "./page.js";
import { say } from "./sentences.js";

/** Makes the dialogue ready for one message; gives it. */
export function askAbout(id) {
  const dialog = byId("flag-dialog");
  if (!dialog?.showModal) return null;
  for (const form of dialog.querySelectorAll("form")) {
    form.reset();
    form.action = `${path}/messages/${id}/flag`;
    form.querySelector("[name=id]").value = id;
    part(form, "error").hidden = true;
  }
  dialog.querySelector("details").open = false;
  show(dialog, "asking");
  aboutPerson(dialog, id);
  return dialog;
}

/** After it was sent: thanks, what happens next, and 999 where somebody may be in danger. */
export function thank(form, reason) {
  const dialog = form.closest("dialog");
  form.reset();
  show(dialog, "thanks");
  part(dialog, "danger").hidden = reason !== "danger";
  part(dialog, "close").focus();
  announceNow(say("flagged"));
}

function show(dialog, which) {
  for (const name of ["asking", "thanks"]) part(dialog, name).hidden = name !== which;
}

function aboutPerson(dialog, id) {
  const author = find("data-item", id)[0]?.dataset.author;
  const link = part(dialog, "person");
  link.hidden = !author;
  const back = encodeURIComponent(`${path}#m-${id}`);
  if (author) link.href = `/flags/new?type=person&id=${author}&back=${back}`;
}
