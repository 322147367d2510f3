// The connection of a page that is not a room’s: open while somebody looks at it, reconnecting by itself.
import { io } from "../../vendor/socket.io/socket.io.esm.min.js";

const SETTLED = 300; // ms: who only passes through a page needs no connection
const PATIENCE = 10_000; // ms to wait for an acknowledgement
const FIRST = 2_000; // ms before trying again where the server has ended it, plus up to as much again
const LONGEST = 60_000; // ms; each try waits twice as long

export const socket = io("/rooms", {
  path: "/socket.io/", transports: ["websocket"], autoConnect: false,
  reconnectionDelay: 500, reconnectionDelayMax: 20_000, randomizationFactor: 0.7,
});
let delay = FIRST;

/** Stays connected while the page is seen: `connected` after each (re)connect, `lost` after each break. */
export function stay({ connected, lost }) {
  socket.on("connect", () => {
    delay = FIRST;
    connected();
  });
  socket.on("disconnect", () => {
    if (isSeen()) lost();
    if (!socket.active && isSeen()) again();
  });
  socket.on("connect_error", () => {
    lost();
    if (!socket.active) again();
  });
  document.addEventListener("visibilitychange", follow);
  window.addEventListener("online", follow);
  setTimeout(follow, SETTLED);
}

/** Sends an event; its acknowledgement, or null where none came. */
export async function tell(event, payload) {
  const ack = await socket.timeout(PATIENCE).emitWithAck(event, payload).catch(() => null);
  return ack?.ok ? ack : null;
}

const isSeen = () => document.visibilityState === "visible";

function follow() {
  if (isSeen()) socket.connect();
  else socket.disconnect();
}

function again() {
  setTimeout(() => isSeen() && socket.connect(), delay * (1 + Math.random()));
  delay = Math.min(delay * 2, LONGEST);
}
