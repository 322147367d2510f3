// The staff's own talk: heard by the room's staff only, counted on its tab while that is not open.
import { announceNotice } from "../announcer.js";
import { setCount } from "../counts.js";
import { byId, find, me, part, root } from "../page.js";
import { nameIn } from "../people.js";
import { say, timeOfDay } from "../sentences.js";
import { on } from "../socket.js";
import { stamp } from "../stamp.js";
import { isShown } from "./tabs.js";

let unread = 0;

export function startTalk() {
  if (!byId("notes")) return;
  on("staff_note", (note) => {
    if (!add(note) || note.author.id === me) return;
    announceNotice(say("note", { name: note.author.name, words: wordsOf(note.id) }));
    if (!isShown("talk")) tell(unread + 1);
  });
  root.addEventListener("tab", ({ detail }) => detail === "talk" && tell(0));
}

/** The last of it, as the server says on entering; a person who is not of the staff any more gets none. */
export function setNotes(notes) {
  if (!byId("notes")) return;
  if (!notes) return byId("notes").replaceChildren();
  notes.forEach(add);
}

function add({ id, author, html, at }) {
  if (find("data-note", id).length) return false;
  const node = stamp("note", { id });
  nameIn(node, author);
  part(node, "body").innerHTML = html; // made and sanitised by the server
  part(node, "time").dateTime = at;
  part(node, "time").textContent = timeOfDay(at);
  byId("notes").append(node);
  node.scrollIntoView({ block: "nearest" });
  return true;
}

const wordsOf = (id) => part(find("data-note", id)[0], "body").textContent.trim();

function tell(n) {
  unread = n;
  setCount("notes", n);
}
