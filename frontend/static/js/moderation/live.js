// What the other moderators do, as it happens. Nothing that one reads moves: what is new is counted, and shown when asked.
import { io } from "../../vendor/socket.io/socket.io.esm.min.js";
import { setPaged, startPaged } from "./paged.js";
import { announce, queue, say } from "./said.js";

const SETTLED = 800; // ms to gather what comes together
const fresh = new Set();
let asking = 0;

export function startLive() {
  const socket = io("/rooms", {
    path: "/socket.io/", transports: ["websocket"], reconnectionDelay: 1_000, reconnectionDelayMax: 30_000,
  });
  let before = false;
  socket.on("connect", async () => {
    const ack = await socket.timeout(10_000).emitWithAck("watch_queue", {}).catch(() => null);
    setPaged(ack?.paged);
    queue.dataset.watching = "yes";
    if (before) askSoon(); // what came while we did not listen
    before = true;
  });
  socket.on("queue_changed", changed);
  startPaged(socket);
}

function changed(item) {
  const row = document.querySelector(`[data-rows] [data-item="${item.id}"]`);
  if (row) drawClaim(row, item);
  else if (item.state === "open") fresh.add(item.id);
  if (item.state !== "open") fresh.delete(item.id);
  const open = document.querySelector(`[data-open="${item.id}"]`);
  if (open && (item.state !== "open" || item.version !== Number(open.dataset.version) || item.claimed_by?.id !== queue.dataset.me)) {
    drawStatus();
  }
  askSoon();
}

function drawClaim(row, { state, claimed_by: by }) {
  const over = state !== "open";
  row.classList.toggle("mod-row--over", over);
  const mine = by?.id === queue.dataset.me;
  row.querySelector("[data-claim]").textContent = over ? say("gone") : by ? say(mine ? "you" : "other", { name: by.name }) : "";
}

/** The page as the server draws it now: one template for both. */
async function page() {
  const answer = await fetch(location.href).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

async function drawStatus() {
  const now = (await page())?.querySelector("[data-status]");
  const here = document.querySelector("[data-status]");
  if (!now || !here || here.textContent === now.textContent) return;
  here.replaceChildren(...now.childNodes);
  const said = [...here.querySelectorAll("p")].map((line) => line.textContent.trim().replace(/\s+/g, " ")).join(" ");
  if (said) announce(said);
}

function askSoon() {
  clearTimeout(asking);
  asking = setTimeout(count, SETTLED);
}

async function count() {
  const answer = await fetch("/api/v1/moderation/queue?limit=1").catch(() => null);
  if (!answer?.ok) return;
  const { counts } = await answer.json();
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const shown = total > 999 ? "999+" : String(total);
  document.querySelector("[data-queue-count]").textContent = shown;
  const mark = document.querySelector("[data-waiting]");
  if (mark) mark.textContent = total ? (total > 99 ? "99+" : shown) : "";
  document.title = (total ? `(${shown}) ` : "") + document.title.replace(/^\(\d+\+?\) /, "");
  drawFresh();
}

function drawFresh() {
  const line = document.querySelector("[data-fresh]");
  const link = line.querySelector("[data-fresh-link]");
  const words = fresh.size === 1 ? link.dataset.one : link.dataset.more.replace("{n}", fresh.size);
  line.hidden = fresh.size === 0;
  if (fresh.size && link.textContent !== words) {
    link.textContent = words;
    announce(fresh.size === 1 ? say("newOne") : say("newMore", { n: fresh.size }));
  }
}
