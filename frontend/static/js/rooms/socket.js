// The connection: one socket for one room, every event acknowledged, reconnecting by itself.
import { io } from "../../vendor/socket.io/socket.io.esm.min.js";
import { room } from "./page.js";

const PATIENCE = 10_000; // ms to wait for an acknowledgement
const FIRST = 1_500; // ms before trying again where the server has ended it, plus up to as much again
const LONGEST = 60_000; // ms; each try waits twice as long

/** Nothing came back: the server may or may not have heard. */
export class Offline extends Error {}

const socket = io("/rooms", {
  path: "/socket.io/", transports: ["websocket"], autoConnect: false,
  reconnectionDelay: 500, reconnectionDelayMax: 10_000, randomizationFactor: 0.7,
});
/** What concerns the person, whatever the room. */
export const own = socket;
let left = false;
let delay = FIRST;

/** Sends an event and gives its acknowledgement; raises Offline when there is none. */
export async function ask(event, payload = {}) {
  if (!socket.connected) throw new Offline();
  try {
    return await socket.timeout(PATIENCE).emitWithAck(event, { room, ...payload });
  } catch {
    throw new Offline();
  }
}

export const on = (event, handler) => socket.on(event, (payload) => payload.room === room && handler(payload));

/** Connects for good: `entered` after each (re)connect, `lost` after each break, `refused` when we may not connect. */
export function stay({ entered, lost, refused }) {
  socket.on("connect", () => {
    delay = FIRST;
    entered();
  });
  socket.on("disconnect", () => {
    lost();
    if (!socket.active && !left) again();
  });
  socket.on("connect_error", (error) => {
    lost();
    if (socket.active) return;
    refused(error);
    again();
  });
  window.addEventListener("online", () => left || socket.connect());
  socket.connect();
}

/** Ends the connection: the person has been removed. */
export function leave() {
  left = true;
  socket.disconnect();
}

function again() {
  setTimeout(() => left || socket.connect(), delay * (1 + Math.random()));
  delay = Math.min(delay * 2, LONGEST);
}
