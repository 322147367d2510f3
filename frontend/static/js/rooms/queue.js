// A word alone: the panel follows the queue by being fetched anew, so that who waits stands in one template only.
import { announceNow } from "./announcer.js";
import { byId, part, path, root } from "./page.js";
import { say } from "./sentences.js";
import { ask, Offline, on } from "./socket.js";
import { callOut, calmDown, startCalls } from "./queue_call.js";

const PAUSE = 300; // ms: what changes many times is fetched once
const LIFE = ["surgery_opened", "surgery_closed"]; // with which one may ask for a word alone, and no more
let state = "";
let timer = null;
let writing = false;

export function startQueue() {
  if (!byId("queue-body")) return;
  state = stateNow();
  startCalls();
  byId("queue").addEventListener("submit", (event) => {
    const act = event.target.dataset.queueAct;
    if (!act) return;
    event.preventDefault();
    send(act, event.target);
  });
  byId("queue").addEventListener("input", () => { writing = true; });
  on("queue", ({ waiting }) => {
    showCount(waiting);
    if (!root.dataset.staff && state !== "") redraw();
  });
  on("ticket", redraw);
  on("event", ({ kind }) => { if (LIFE.includes(kind)) redraw(); });
  on("queue_details", redraw);
  on("booth_opened", ({ booth }) => {
    announceNow(say("queue.came"));
    callOut(false);
    redraw();
    byId("queue").dataset.booth = booth;
  });
  if (state === "called") callOut(isQuiet());
}

/** What the server says on entering: the queue may have moved while we were away. */
export function setQueue(queue) {
  if (!queue || !byId("queue-body")) return;
  showCount(queue.waiting);
  if (root.dataset.staff || state !== "") redraw();
}

const stateNow = () => byId("queue-body").querySelector("[data-state]")?.dataset.state ?? "";
const isQuiet = () => byId("queue-body").querySelector("[data-quiet]")?.dataset.quiet === "yes";

function showCount(waiting) {
  for (const node of root.querySelectorAll('#queue [data-part="waiting"]')) node.textContent = waiting;
  for (const node of root.querySelectorAll('[data-count="queue"]')) node.textContent = waiting || (node.dataset.zero ?? "");
}

async function send(act, form) {
  const fields = new FormData(form);
  const taken = {
    take_ticket: () => ({
      about: fields.get("about") ?? "", call_back: fields.has("call_back"), quiet: fields.has("quiet"),
      age: fields.get("age") || null,
    }),
    set_call_back: () => ({ call_back: fields.has("call_back"), quiet: fields.has("quiet") }),
    call_next: () => ({ id: fields.get("id") || null }),
    put_back: () => ({ id: fields.get("id") }),
  }[act]?.() ?? {};
  try {
    const ack = await ask(act, taken);
    if (!ack.ok) return complain(ack.error.message);
    // In the place of the room's page: going back from there leads past both.
    writing = false;
    if (ack.booth) return location.replace(`/booths/${ack.booth}`);
    redraw();
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    complain(say("offline.act"));
  }
}

function complain(message) {
  const error = part(byId("queue-body"), "error");
  if (error) {
    error.textContent = message;
    error.hidden = false;
  }
  announceNow(message);
}

function redraw() {
  timer ??= setTimeout(async () => {
    timer = null;
    const answer = await fetch(`${path}/queue/panel`, { headers: { Accept: "text/html" } }).catch(() => null);
    if (answer?.ok) replace(await answer.text());
  }, PAUSE * (1 + Math.random()));
}

/** The server's own HTML, made of the template that the page has too. What is being written is not lost. */
function replace(html) {
  const body = byId("queue-body");
  if (writing && body.contains(document.activeElement)) return;
  writing = false;
  const held = body.contains(document.activeElement);
  body.innerHTML = html;
  startCalls();
  const before = state;
  state = stateNow();
  if (held) byId("queue-title").focus();
  if (state === before && !root.dataset.staff) return;
  if (state !== before) tell(body);
}

function tell(body) {
  const status = part(body, "status")?.textContent.trim().replace(/\s+/g, " ");
  if (status) announceNow(status);
  if (state === "called") callOut(isQuiet());
  else calmDown();
}
