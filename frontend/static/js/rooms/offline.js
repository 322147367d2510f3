// The line that says whether we are connected; a break of a moment is not worth a word.
import { byId, root } from "./page.js";
import { say } from "./sentences.js";

const MOMENT = 1000; // ms
const A_WHILE = 5000; // ms
let timer = null;

export function showOffline() {
  timer ??= setTimeout(() => tell(say("offline"), "yes"), MOMENT);
}

export function showOnline() {
  clearTimeout(timer);
  timer = null;
  if (root.dataset.offline) setTimeout(() => root.dataset.offline || tell("", ""), A_WHILE);
  tell(root.dataset.offline ? say("back") : "", "");
}

/** The server would not have us: its own sentence, or ours. */
export function showRefused(error) {
  tell(error?.data?.message ?? (typeof error === "string" ? error : say("reload")), "yes");
}

function tell(sentence, offline) {
  byId("offline").textContent = sentence;
  root.dataset.offline = offline;
}
