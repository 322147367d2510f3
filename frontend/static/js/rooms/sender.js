// Sends what is unsent, oldest first, one after the other; a retry carries the same client_id and is one message.
import { announceNow } from "./announcer.js";
import { showEmergency } from "./emergency.js";
import { showHeld } from "./held.js";
import { drop, isOld, put, unsent } from "./outbox.js";
import { bringIntoView, removePending, setStage, showPending } from "./pending.js";
import { say, timeOfDay } from "./sentences.js";
import { ask, Offline } from "./socket.js";
import { silence } from "./standing.js";

const AGAIN = 5; // seconds before another try when the server is unavailable
const DECIDE = ["send", "change", "drop"];
let busy = false;
let ready = false;
let pause = null;
let told = () => {};

/** The room is entered (or lost): only then may words go out. `log` hears how far the log reaches. */
export function setReady(value, expect = told) {
  ready = value;
  told = expect;
  if (ready) return flush();
  for (const item of unsent().filter(({ asks }) => !asks)) setStage(item.client_id, "unsent");
}

/** Shows a message at once and sends it as soon as it can be. */
export function post(message) {
  const item = { ...message, at: Date.now(), order: message.order ?? Date.now(), asks: false };
  put(item);
  showPending(item);
  setStage(item.client_id, ready ? "sending" : "unsent", ready ? {} : { choices: ["change", "drop"] });
  return flush();
}

/** Draws what an earlier visit of this tab left unsent. */
export function restoreUnsent() {
  for (const item of unsent()) {
    showPending(item);
    setStage(item.client_id, "unsent");
    put({ ...item, asks: false });
  }
}

export async function flush() {
  if (busy || !ready || pause) return;
  busy = true;
  try {
    for (let item; ready && !pause && (item = unsent().find(({ asks }) => !asks)); ) await sendOrAsk(item);
  } finally {
    busy = false;
  }
}

async function sendOrAsk(item) {
  if (isOld(item)) return letDecide(item, "asks", say("old", { time: timeOfDay(item.at) }), DECIDE);
  setStage(item.client_id, "sending");
  const { client_id, body, kind, reply_to, confirm } = item;
  try {
    const ack = await ask("send_message", { client_id, body, kind, reply_to: reply_to ?? null, confirm: Boolean(confirm) });
    if (ack.notice === "emergency") showEmergency();
    return ack.ok ? accepted(item, ack) : refused(item, ack.error);
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    setStage(client_id, "unsent");
    wait(AGAIN);
  }
}

function accepted(item, ack) {
  if (ack.status === "warned") return letDecide(item, "asks", ack.reason, ["confirm", "change", "drop"]);
  drop(item.client_id);
  if (ack.status === "held") {
    removePending(item.client_id);
    showHeld({ id: ack.id, body: item.body, reason: ack.reason, mine: true });
    return announceNow(say("held", { reason: ack.reason }));
  }
  setStage(item.client_id, "sent");
  told(ack.seq);
}

function refused(item, error) {
  if (error.code === "too_fast") return holdBack(item, Math.ceil(error.retry_after ?? AGAIN));
  if (error.code === "unavailable") {
    setStage(item.client_id, "unsent", { why: error.message });
    return wait(AGAIN);
  }
  if (error.code === "not_allowed" && error.until) silence(error.until, error.message);
  letDecide(item, "refused", error.message, DECIDE);
}

function letDecide(item, stage, why, choices) {
  put({ ...item, asks: true });
  setStage(item.client_id, stage, { why, choices });
  bringIntoView(item.client_id);
  announceNow(why);
}

/** Slow mode and limits: the message goes out by itself when its time has come; nobody is asked again for that. */
function holdBack(item, seconds) {
  put({ ...item, at: Date.now() + seconds * 1000 });
  announceNow(say("wait", { n: seconds }));
  wait(seconds, (left) => setStage(item.client_id, "wait", { seconds: left, choices: ["change", "drop"] }));
}

function wait(seconds, show = () => {}) {
  clearInterval(pause);
  let left = seconds;
  show(left);
  pause = setInterval(() => {
    left -= 1;
    show(left);
    if (left > 0) return;
    clearInterval(pause);
    pause = null;
    flush();
  }, 1000);
}
