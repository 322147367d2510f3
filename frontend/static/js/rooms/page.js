// What the page says about itself: which room, who is reading, in which language.
export const root = document.getElementById("room");
export const room = root.dataset.room;
export const me = root.dataset.me;
export const language = document.documentElement.lang || "en";
export const path = root.dataset.path;

export const byId = (id) => document.getElementById(id);
export const part = (node, name) => node.querySelector(`[data-part="${name}"]`);
export const find = (attribute, value) => [...root.querySelectorAll(`[${attribute}="${CSS.escape(value)}"]`)];

/** A new UUID; browsers give randomUUID over https and on localhost only. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
