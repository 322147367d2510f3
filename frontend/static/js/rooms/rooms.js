// The live room: connects, keeps the log whole, and hands what comes to whoever draws it.
import { startActs } from "./acts.js";
import { setPaged, startPaged } from "../moderation/paged.js";
import { startAges } from "./ages.js";
import { announceNow } from "./announcer.js";
import { startComposer } from "./composer.js";
import { startDialogs } from "./dialogs.js";
import { startCanned } from "./console/canned.js";
import { startKeys } from "./console/keys.js";
import { setPin } from "./console/pin.js";
import { startTabs } from "./console/tabs.js";
import { setNotes, startTalk } from "./console/talk.js";
import { showDuty } from "./duty.js";
import { readyToClose, showEmergency } from "./emergency.js";
import { decided, setHeld, showHeld } from "./held.js";
import { blankEarly, KINDS } from "./kinds.js";
import { showFlagged } from "./flagged.js";
import { whenLobbyOpens } from "./lobby.js";
import { Log } from "./log.js";
import { showOffline, showOnline, showRefused } from "./offline.js";
import { byId, root } from "./page.js";
import { redrawPerson } from "./people.js";
import { startPhrases } from "./phrases.js";
import { setPolls, startPolls } from "./polls.js";
import { showPresence } from "./presence.js";
import { startPulse } from "./pulse.js";
import { setQueue, startQueue } from "./queue.js";
import { startScroll, steady } from "./scroll.js";
import { restoreUnsent, setReady } from "./sender.js";
import { startAlike } from "./questions_alike.js";
import { startDecide } from "./questions_decide.js";
import { roomMoved, showAnswering } from "./questions_deeds.js";
import { emptyLists } from "./questions_lists.js";
import { startOrder } from "./questions_order.js";
import { setVotes, showVotes, startVotes } from "./questions_votes.js";
import { say } from "./sentences.js";
import { ask, leave, Offline, on, own, stay } from "./socket.js";
import { setMode, setRemoved, setStatus, showStanding, silence, unsilence } from "./standing.js";

const log = new Log(Number(root.dataset.seq), {
  apply: (event) => steady(() => KINDS[event.kind]?.(event)),
  blank: blankEarly,
  restart: () => {
    byId("log-list").replaceChildren();
    emptyLists();
  },
  fetch: async (after) => answer(await ask("catch_up", { after })),
});

function answer(ack) {
  if (!ack.ok) throw new Offline(ack.error.message);
  return ack;
}

async function enter() {
  try {
    const ack = await ask("enter", { after: log.last, unseen: root.dataset.unseen === "yes" });
    if (!ack.ok) return refusedEntry(ack.error);
    if (log.take(ack)) await log.catchUp();
    setStatus(ack.room.status);
    setMode(ack.room.mode);
    setVotes(ack.votes, ack.my_votes);
    showAnswering(ack.answering);
    roomMoved();
    setHeld(ack.held);
    setQueue(ack.queue);
    setPolls(ack.polls);
    setPin(ack.pin);
    setNotes(ack.staff_notes);
    setPaged(ack.paged);
    showDuty(ack.on_duty);
    showOnline();
    setReady(true, (seq) => log.expect(seq));
    root.dispatchEvent(new CustomEvent("entered", { detail: ack }));
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    setTimeout(enter, 3000 * (1 + Math.random()));
  }
}

function refusedEntry(error) {
  if (error.code === "not_allowed") return setRemoved(error.until, error.message);
  showRefused(error.message);
}

function lost() {
  setReady(false);
  showOffline();
}

/** The server would not have us, who may be an officer no more: what the page still says of our duty is old. */
function refused(error) {
  showDuty([]);
  showRefused(error);
}

on("event", (event) => log.offer(event));
on("held", showHeld);
on("held_decided", decided);
on("duty_changed", ({ officers }) => showDuty(officers));
on("question_votes", showVotes);
on("presence", showPresence);
on("person_changed", ({ person }) => redrawPerson(person));
on("silenced", ({ until, reason }) => {
  silence(until, reason);
  announceNow(reason);
});
on("readmitted", () => {
  unsilence();
  announceNow(say("readmitted"));
});
on("flagged", showFlagged);
on("emergency", showEmergency);
on("removed", ({ reason, until }) => {
  leave();
  setReady(false);
  setRemoved(until, reason);
  announceNow(reason);
});

startTabs();
startTalk();
startCanned();
startKeys();
startScroll();
startActs();
startDialogs();
startComposer();
startQueue();
startVotes();
startOrder();
startAlike();
startDecide();
startPhrases();
startPolls();
startAges();
startPulse();
readyToClose();
startPaged(own);
whenLobbyOpens(showStanding);
showStanding();
restoreUnsent();
stay({ entered: enter, lost, refused });
