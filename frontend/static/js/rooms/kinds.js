// What each kind of log entry does to the screen. A kind that is not here is skipped: features add kinds.
import { announceMessage } from "./announcer.js";
import { CHANGE_KINDS } from "./changes.js";
import { PIN_KINDS, takeMoment, takeOff } from "./console/pin.js";
import { drawMessage } from "./draw.js";
import { forgetFlagged } from "./flagged.js";
import { removeHeld } from "./held.js";
import { excerptOf, markEdited, setWords, takeAway } from "./items.js";
import { noticed } from "./noticed.js";
import { find, me } from "./page.js";
import { removePending } from "./pending.js";
import { POLL_KINDS, takeBack } from "./polls.js";
import { addAnswer, addQuestion, placeQuestion, questionOf } from "./questions.js";
import { QUESTION_KINDS, roomMoved } from "./questions_deeds.js";
import { countNew } from "./scroll.js";
import { say } from "./sentences.js";
import { setMode, setStatus } from "./standing.js";

const HOW = { message: "said", question: "asked", answer: "answered" };

function posted(entry) {
  const message = drawMessage(entry);
  if (message.author.id === me && message.client_id) removePending(message.client_id);
  removeHeld(message.id);
  if (message.kind === "question") addQuestion(message);
  tellOf(message);
}

function answered(entry) {
  const message = drawMessage(entry);
  addAnswer(entry.data.id, message);
  tellOf(message);
}

function tellOf({ id, kind, author, relayed }) {
  const words = excerptOf(id);
  if (author.id === me || !words) return;
  countNew();
  if (relayed) return announceMessage(HOW[kind], say(`relayed.${relayed}`), words, false);
  announceMessage(HOW[kind], author.name, words, Boolean(author.officer));
}

function edited({ data: { id, html, body, by_staff: byStaff = false } }) {
  setWords(id, html);
  markEdited(id, byStaff);
  for (const node of find("data-item", id)) if (node.dataset.mine && body) node.dataset.source = body;
  placeQuestion(questionOf(id));
}

function restored({ data }) {
  setWords(data.id, data.html);
  if (data.answer_id) setWords(data.answer_id, data.answer_html);
  placeQuestion(questionOf(data.id));
}

const gone = (state) => ({ data: { id } }) => {
  takeAway(id, state);
  forgetFlagged(id);
  placeQuestion(questionOf(id));
};

const becomes = (status) => (entry) => {
  setStatus(status);
  roomMoved();
  noticed(entry, say(entry.kind));
};

function modeChanged(entry) {
  const { mode, seconds } = entry.data;
  setMode(mode);
  const [line] = find("data-mode-line", mode);
  noticed(entry, mode === "slow" && seconds ? say("mode.slow", { n: seconds }) : line?.textContent ?? "");
}

export const KINDS = {
  ...QUESTION_KINDS,
  message_posted: posted, question_answered: answered, message_edited: edited, message_restored: restored,
  message_hidden: gone("hidden"), message_withdrawn: gone("withdrawn"), mode_changed: modeChanged,
  surgery_opened: becomes("open"), surgery_closed: becomes("closed"),
  host_absent: (entry) => noticed(entry, say(entry.kind)),
  ...POLL_KINDS, ...PIN_KINDS, ...CHANGE_KINDS,
};

/** Takes words away as soon as we hear of it, before the entry's turn has come. */
export function blankEarly(entry) {
  const { kind, data } = entry;
  if (kind === "message_hidden") takeAway(data.id, "hidden");
  if (kind === "message_withdrawn") takeAway(data.id, "withdrawn");
  if (kind === "poll_withdrawn") takeBack(entry);
  if (kind === "notice_unpinned") takeOff(entry);
  if (kind === "moment_withdrawn") takeMoment(entry);
}
