// Forms that act on a message, a person or the room: the same fields go over the socket, and the answer is told here.
import { announceNow } from "./announcer.js";
import { closeDialog, fold } from "./dialogs.js";
import { thank } from "./flagging.js";
import { removeHeld } from "./held.js";
import { newId, part, root } from "./page.js";
import { markMine } from "./polls.js";
import { addRestriction, removeRestriction } from "./restrictions.js";
import { say } from "./sentences.js";
import { ask, Offline } from "./socket.js";

export function startActs() {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    const name = event.submitter?.dataset.event ?? form.dataset.event;
    if (!name) return;
    event.preventDefault();
    act(form, name, fieldsOf(form, name, event.submitter));
  });
}

function fieldsOf(form, name, submitter) {
  const fields = Object.fromEntries([...new FormData(form, submitter)].filter(([, value]) => value !== ""));
  delete fields.csrf_token;
  if (fields.seconds) fields.seconds = Number(fields.seconds);
  if (fields.confirm) fields.confirm = true;
  if (name === "set_mode" && fields.mode !== "slow") delete fields.seconds;
  if (name in SHAPES) return SHAPES[name](fields);
  if (ONCE.includes(name)) fields.client_id = form.dataset.clientId ||= newId();
  // Sent again by another button, once its author has been warned: still what it was.
  if (name === "relay_message") fields.kind = form.dataset.kind = fields.kind ?? form.dataset.kind;
  return fields;
}

/** What an event takes of the form's fields: one form may serve several acts. */
const TAKES = {
  hide_message: ["id", "reason", "clause"], restore_message: ["id", "reason"],
  approve_message: ["id", "reason"], reject_message: ["id", "reason", "clause"],
  silence_person: ["person", "seconds", "reason", "clause"], remove_person: ["person", "seconds", "reason", "clause"],
};

async function act(form, name, fields) {
  complain(form, "");
  const taken = TAKES[name] ?? Object.keys(fields);
  try {
    const ack = await ask(name, Object.fromEntries(Object.entries(fields).filter(([key]) => taken.includes(key))));
    if (!ack.ok) return complain(form, ack.error.message);
    if (ack.status === "warned") return warn(form, ack.reason);
    done(form, name, fields);
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    complain(form, say("offline.act"));
  }
}

/** Events that carry an id of the client's own, so that a retry is the same act. */
const ONCE = ["answer_question", "send_staff_note", "relay_message"];

/** Events whose fields are not the form's own words. */
const SHAPES = {
  vote_poll: ({ id, option }) => ({ id, option: Number(option) }),
  open_poll: ({ question, ...options }) => ({ question, options: Object.values(options) }),
};

/** Forms that keep what was chosen: it still holds. */
const STAYS = ["set_mode", "vote_poll"];

const AFTER = {
  vote_poll: ({ id, option }) => markMine(id, option),
  silence_person: ({ person, seconds }) => addRestriction(person, "silence", seconds),
  remove_person: ({ person, seconds }) => addRestriction(person, "remove", seconds),
  readmit_person: ({ person }) => removeRestriction(person),
  approve_message: ({ id }) => removeHeld(id),
  reject_message: ({ id }) => removeHeld(id),
  withdraw_message: ({ id }) => removeHeld(id),
};

function done(form, name, fields) {
  delete form.dataset.clientId;
  if (name === "flag_message") return thank(form, fields.reason);
  AFTER[name]?.(fields);
  if (!STAYS.includes(name)) form.reset();
  closeDialog(form);
  fold(form.closest("details"));
  announceNow(say("done"));
}

function warn(form, reason) {
  complain(form, reason);
  const anyway = form.querySelector("[data-confirm]");
  if (anyway) anyway.hidden = false;
}

function complain(form, message) {
  const error = part(form, "error");
  if (error) {
    error.textContent = message;
    error.hidden = !message;
  }
  if (message) announceNow(message);
}
