// Polls of the moment: the open one with its live bars, and those that have closed.
import { noticed, forgetLines } from "./noticed.js";
import { byId, find, part, root } from "./page.js";
import { say, sayMany } from "./sentences.js";
import { on } from "./socket.js";
import { keep, stamp } from "./stamp.js";

const LINES = ["poll_opened", "poll_closed"];

export function startPolls() {
  on("poll_votes", ({ poll, counts, paper, people }) => {
    for (const card of find("data-poll", poll)) showNumbers(card, { counts, paper, people });
  });
}

/** All of the room's polls, as the server says on entering. */
export function setPolls(polls) {
  if (!byId("polls")) return; // a booth has none
  const ids = polls.map(({ id }) => id);
  for (const card of cards()) if (!ids.includes(card.dataset.poll)) drop(card);
  for (const poll of [...polls].reverse()) {
    showPoll(poll);
    if (poll.mine !== null) markMine(poll.id, poll.mine);
  }
}

/** One's own vote has been taken. */
export function markMine(id, option) {
  for (const card of find("data-poll", id)) {
    const choice = card.querySelector(`[name=option][value="${option}"]`);
    if (!choice) continue;
    choice.checked = true;
    part(card, "vote").hidden = true;
    part(card, "again").hidden = false;
    part(card, "mine").hidden = false;
  }
}

export const POLL_KINDS = {
  poll_opened: (entry) => {
    const { data } = entry;
    if (data.state === "withdrawn") return;
    showPoll(data);
    noticed(entry, say("poll.opened", data), say("poll.opened.heard", { ...data, options: data.options.join("; ") }));
  },
  poll_closed: (entry) => {
    const { data } = entry;
    if (data.state === "withdrawn") return;
    showPoll(data);
    noticed(entry, say("poll.closed", { question: data.question, result: resultOf(data) }));
  },
  poll_withdrawn: (entry) => {
    takeBack(entry);
    noticed(entry, say("poll.withdrawn"));
  },
};

/** Its words go at once, before the entry's turn has come. */
export function takeBack({ data: { id } }) {
  forgetLines(id, LINES);
  find("data-poll", id).forEach(drop);
}

const cards = () => [...root.querySelectorAll("[data-poll]")];

function showPoll(poll) {
  const [old] = find("data-poll", poll.id);
  const card = old && old.dataset.state === poll.state ? old : draw(poll);
  if (old && old !== card) {
    const focused = old.contains(document.activeElement);
    old.remove();
    place(card, poll);
    if (focused) card.querySelector("h3").focus();
  } else if (!old) place(card, poll);
  showNumbers(card, poll);
  settle();
}

function place(card, { state }) {
  byId(state === "open" ? "poll-open" : "polls-closed").prepend(card);
}

function draw({ id, state, question, options }) {
  const card = keep(stamp("poll", { id, question }), { open: state === "open" });
  card.dataset.state = state;
  part(card, "options").append(...options.map((words, option) =>
    keep(stamp("poll-option", { option: String(option), words }), { open: state === "open" })));
  return card;
}

function showNumbers(card, { counts, paper, people }) {
  [...part(card, "options").children].forEach((row, place) => {
    part(row, "count").textContent = counts[place];
    part(row, "paper").textContent = paper[place];
    part(row, "paper-line").hidden = !paper[place];
    part(row, "bar").setAttribute("width", people ? (100 * counts[place]) / people : 0);
  });
  part(card, "people").textContent = sayMany("votes", people);
}

function resultOf({ options, counts, paper }) {
  return options.map((option, place) =>
    say(paper[place] ? "poll.picked.paper" : "poll.picked", { option, count: counts[place], paper: paper[place] })).join("; ");
}

function drop(card) {
  const focused = card.contains(document.activeElement);
  card.remove();
  settle();
  if (focused) byId("polls-title").focus();
}

function settle() {
  byId("polls-over").hidden = !byId("polls-closed").children.length;
  byId("polls").hidden = !root.dataset.staff && !cards().length;
  const form = byId("poll-new");
  if (!form) return;
  const [open] = byId("poll-open").children;
  // Who has just opened it goes on from there.
  if (open && form.contains(document.activeElement)) open.querySelector("h3").focus();
  form.hidden = Boolean(open);
}
