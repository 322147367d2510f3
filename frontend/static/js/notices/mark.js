// The number of unread notices in the head: follows the socket, and the list with it where that is on the page.
import { io } from "../../vendor/socket.io/socket.io.esm.min.js";

const SETTLED = 1_500; // ms: who only passes through a page needs no connection
const MOST = 99;
// Pages of which a script connects already.
const KEEPS = "#topic, [data-forum][data-list], #round[data-live], [data-live-priority]";
const mark = document.querySelector("[data-unread]");
const count = mark.querySelector("[data-unread-count]");
const words = mark.querySelector("[data-unread-words]");
let told = 0; // how often the socket has said it

function show(unread) {
  const more = unread > Number(mark.dataset.unread);
  const shown = unread > MOST ? `${MOST}+` : String(unread);
  mark.dataset.unread = unread;
  count.textContent = shown;
  count.hidden = unread === 0;
  words.textContent = unread ? mark.dataset.said.replace("{n}", shown) : mark.dataset.none;
  if (more) announce(words.textContent);
  refreshList();
}

function announce(text) {
  document.querySelector("[data-unread-live]").textContent = text;
}

/** The page's own list, as the server draws it: one template for both. */
async function refreshList() {
  const list = document.querySelector("[data-notices]");
  if (!list || list.contains(document.activeElement)) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-notices]");
  if (fresh) list.replaceChildren(...fresh.childNodes);
}

/** What came while we did not listen. */
async function ask() {
  const before = told;
  const answer = await fetch("/api/v1/notices/unread").catch(() => null);
  if (!answer?.ok) return;
  const { unread } = await answer.json();
  // One that was on its way while the socket said it may be older.
  if (told === before && unread !== Number(mark.dataset.unread)) show(unread);
}

/** A connection of this page's own; a room's page has one already. */
function connect() {
  const socket = io("/rooms", {
    path: "/socket.io/", transports: ["websocket"], autoConnect: false, reconnectionDelay: 2_000,
    reconnectionDelayMax: 60_000, randomizationFactor: 0.7,
  });
  socket.on("connect", ask);
  const follow = () => {
    if (document.visibilityState === "visible") socket.connect();
    else if (socket.connected) socket.disconnect();
  };
  document.addEventListener("visibilitychange", follow);
  setTimeout(follow, SETTLED);
  return socket;
}

/** The connection that the page has already, or one for this alone. */
async function ownSocket() {
  if (document.getElementById("room")) return (await import("../rooms/socket.js")).own;
  if (!document.querySelector(KEEPS)) return connect();
  const { socket } = await import("../live/socket.js");
  socket.on("connect", ask);
  return socket;
}

const socket = await ownSocket();
socket.on("noticed", ({ unread }) => {
  told += 1;
  show(unread);
});
window.addEventListener("pageshow", ({ persisted }) => persisted && ask());
