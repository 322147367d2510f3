// A private conversation: the same log, sender and composer as every room has, and none of what stands beside it there.
import { startActs } from "./acts.js";
import { announceMessage, announceNotice, announceNow } from "./announcer.js";
import { startComposer } from "./composer.js";
import { startDialogs } from "./dialogs.js";
import { drawMessage, drawNotice } from "./draw.js";
import { showDuty } from "./duty.js";
import { readyToClose } from "./emergency.js";
import { exit, startExit } from "./exit.js";
import { excerptOf, markEdited, setWords, takeAway } from "./items.js";
import { Log } from "./log.js";
import { showOffline, showOnline, showRefused } from "./offline.js";
import { byId, find, me, part, path, root } from "./page.js";
import { redrawPerson } from "./people.js";
import { removePending } from "./pending.js";
import { countNew, startScroll, steady } from "./scroll.js";
import { restoreUnsent, setReady } from "./sender.js";
import { say } from "./sentences.js";
import { ask, Offline, on, stay } from "./socket.js";
import { setStatus, showStanding } from "./standing.js";

const officer = root.dataset.officer === "yes";

function posted(entry) {
  const message = drawMessage(entry);
  if (message.author.id === me) return message.client_id && removePending(message.client_id);
  const words = excerptOf(message.id);
  if (!words) return;
  countNew();
  announceMessage("said", message.author.name, words, Boolean(message.author.officer));
}

function edited({ data: { id, html, body } }) {
  setWords(id, html);
  markEdited(id);
  for (const node of find("data-item", id)) if (node.dataset.mine && body) node.dataset.source = body;
}

function noticed(entry) {
  const sentence = say(entry.kind, { name: entry.data.officer?.name });
  drawNotice(entry, sentence);
  announceNotice(sentence);
}

function closed(entry) {
  noticed(entry);
  setStatus("closed");
  setReady(false);
  byId("booth-acts").hidden = true;
}

const KINDS = {
  message_posted: posted, message_edited: edited, message_withdrawn: ({ data }) => takeAway(data.id, "withdrawn"),
  booth_opened: noticed, booth_recorded: noticed, booth_witnessed: noticed, officer_joined: noticed,
  officer_left: noticed, booth_closed: closed,
};

const log = new Log(Number(root.dataset.seq), {
  apply: (event) => steady(() => KINDS[event.kind]?.(event)),
  blank: ({ kind, data }) => kind === "message_withdrawn" && takeAway(data.id, "withdrawn"),
  restart: () => byId("log-list").replaceChildren(),
  fetch: async (after) => answer(await ask("catch_up", { after })),
});

function answer(ack) {
  if (!ack.ok) throw new Offline(ack.error.message);
  return ack;
}

async function enter() {
  try {
    const ack = await ask("enter", { after: log.last });
    // An ended one is nobody's to look at again by merely coming back: what stands here stays until one goes.
    if (!ack.ok) return root.dataset.status === "open" ? showRefused(ack.error.message) : showOnline();
    if (log.take(ack)) await log.catchUp();
    setStatus(ack.room.status);
    showDuty(ack.on_duty);
    showOnline();
    if (ack.room.status === "open") setReady(true, (seq) => log.expect(seq));
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    setTimeout(enter, 3000 * (1 + Math.random()));
  }
}

function lost() {
  setReady(false);
  showOffline();
}

function showHere({ people, officers }) {
  const here = officers.map(({ id }) => id);
  for (const node of root.querySelectorAll("[data-here]")) node.hidden = !here.includes(node.dataset.here);
  const [resident] = root.querySelectorAll("[data-resident]");
  if (!resident) return;
  const there = people > here.length;
  if (there) part(resident, "left").hidden = true;
  part(resident, "away").hidden = there || Boolean(resident.dataset.whisper) || !part(resident, "left").hidden || root.dataset.status !== "open";
}

async function redrawWho() {
  const drawn = await fetch(`${path}/panel`).catch(() => null);
  if (drawn?.ok) byId("who").innerHTML = await drawn.text();
}

on("event", (event) => log.offer(event));
on("presence", showHere);
on("duty_changed", ({ officers }) => showDuty(officers));
on("person_changed", ({ person }) => redrawPerson(person));
on("booth_changed", redrawWho);
on("booth_left", () => {
  if (!officer) return exit();
  for (const resident of root.querySelectorAll("[data-resident]")) {
    part(resident, "left").hidden = false;
    part(resident, "away").hidden = true;
  }
  announceNow(say("resident.left"));
});

startExit();
startScroll();
startActs();
startDialogs();
startComposer();
readyToClose();
showStanding();
restoreUnsent();
stay({ entered: enter, lost, refused: (error) => showRefused(error) });
