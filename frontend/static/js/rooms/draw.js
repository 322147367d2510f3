// Draws entries of the log. Drawing one twice changes nothing: a replay after a break is harmless.
import { byId, me, part, root } from "./page.js";
import { excerptOf, setWords } from "./items.js";
import { speakerIn, speakerOf } from "./people.js";
import { say, timeOfDay } from "./sentences.js";
import { keep, stamp } from "./stamp.js";

/** What an entry says of a message, whether it was posted or is an answer. */
function asMessage({ seq, at, kind, data }) {
  if (kind !== "question_answered") return { ...data, seq, at };
  return { id: data.answer_id, kind: "answer", author: data.by, html: data.answer_html, body: data.answer,
    reply_to: data.id, seq, at };
}

/** Draws a message or an answer at the end of the log; gives what it drew. */
export function drawMessage(entry) {
  const message = asMessage(entry);
  if (!byId(`m-${message.id}`)) addToLog(newMessage(message));
  setWords(message.id, message.html);
  byId("log-empty").hidden = true;
  return message;
}

function newMessage({ id, seq, at, kind, author, reply_to: replyTo, body, relayed }) {
  const mine = author.id === me;
  const reply = typeof replyTo === "object" ? replyTo?.id : replyTo;
  const node = stamp("message", { id, seq, kind, author: author.id, name: author.name, reply });
  keep(node, {
    mine, others: !mine, ordinary: !mine && !author.officer,
    reply: Boolean(reply), question: kind === "question", answer: kind === "answer", words: kind !== "answer",
    relayed: Boolean(relayed),
  });
  node.dataset.by = author.officer ? "officer" : author.role;
  speakerIn(node, { author, relayed });
  if (mine) node.dataset.mine = "yes";
  if (mine && body) node.dataset.source = body;
  if (kind === "answer") node.dataset.answerTo = reply;
  setTime(node, at);
  if (reply) quote(node, reply, replyTo);
  return node;
}

function quote(node, id, given) {
  part(node, "quoted").textContent = speakerOf(id) || given.author_name || say("earlier");
  part(node, "excerpt").textContent = excerptOf(id) || say("gone.quote");
}

export function drawNotice({ seq, kind, at, data }, sentence) {
  const node = stamp("notice", { seq, kind, sentence, about: data?.id });
  setTime(node, at);
  addToLog(node);
}

/** A page of earlier messages does not grow; it only follows what happens to those that it shows. */
function addToLog(node) {
  if (!root.dataset.earlier) byId("log-list").append(node);
}

function setTime(node, at) {
  const time = part(node, "time");
  time.dateTime = at;
  time.textContent = timeOfDay(at);
}
