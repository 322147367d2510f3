// The pages on which one begins a topic, changes one's words, or replies without the topic beside: their drafts.
import { startDrafts } from "./drafts.js";

startDrafts(document.querySelector("form[data-draft]"));
