// The page of a topic: live, by keyboard, with drafts. Without this file all of it works by links and forms.
import "../copy.js";
import { people } from "./around.js";
import { startComposer } from "./composer.js";
import { startDrafts } from "./drafts.js";
import { startFresh } from "./fresh.js";
import { startKeys } from "./keys.js";
import { askNews } from "./news.js";
import { root, topic } from "./page.js";
import { announce, say } from "./said.js";
import { socket, stay, tell } from "../live/socket.js";

let before = false;
let told = false;

async function connected() {
  told = false;
  const ack = await tell("follow_topic", { topic });
  // What came while we did not listen; the first time, what came since the page was drawn.
  if (before || !ack || ack.version !== Number(root.dataset.version)) askNews();
  before = true;
}

function lost() {
  if (before && !told) announce(say("offline"));
  told = true;
}

socket.on("topic_changed", (event) => event.topic === topic && askNews());
socket.on("person_changed", ({ person }) => {
  if (root.querySelector(`[data-person="${CSS.escape(person.id)}"]`)) people();
});

startFresh();
startComposer();
startKeys();
startDrafts(document.getElementById("reply"), socket);
stay({ connected, lost });
