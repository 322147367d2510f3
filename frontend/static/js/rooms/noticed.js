// A line of the log without anybody's words: drawn, and said to a screen reader.
import { announceNotice } from "./announcer.js";
import { drawNotice } from "./draw.js";
import { find } from "./page.js";

/** heard: what a screen reader is told, where it is not what the line says. */
export function noticed(entry, sentence, heard = sentence) {
  if (sentence) drawNotice(entry, sentence);
  if (heard) announceNotice(heard);
}

/** Takes every line about a poll, a pinned notice or a mark off the log: it was taken back. */
export function forgetLines(about, kinds) {
  for (const line of find("data-about", about)) if (kinds.includes(line.dataset.kind)) line.remove();
}
