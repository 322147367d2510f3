// Unsent messages of this tab: kept through a reload, gone with the tab, so that a shared computer keeps nobody's words.
import { me, room } from "./page.js";

const KEY = `bluelamp:unsent:${room}:${me}`;
const OLD = 120_000; // ms after which a person is asked before a message goes out

let items = read();

/** Each: {client_id, body, kind, reply_to, at (ms), confirm, asks (true while a person has to decide)}. */
export const unsent = () => [...items];

export function put(item) {
  items = [...items.filter(({ client_id: id }) => id !== item.client_id), item].sort((a, b) => a.order - b.order);
  write();
}

export function drop(clientId) {
  items = items.filter(({ client_id: id }) => id !== clientId);
  write();
}

export const isOld = (item) => Date.now() - item.at > OLD;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

function write() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(items));
  } catch {
    // Storage may be full or forbidden: the messages still live as long as the page.
  }
}
