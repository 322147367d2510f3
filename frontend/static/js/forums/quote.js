// The words of a reply as a quote: every line begins with ">". What it quoted itself is left out.
const BLOCKS = "p, li";
const LONGEST = 1_000; // characters: who quotes more is asked to choose

export function quoteOf(reply) {
  const words = reply.querySelector("[data-body]").cloneNode(true);
  for (const node of words.querySelectorAll("blockquote, .forum-shown, .forum-reply__gone")) node.remove();
  for (const line of words.querySelectorAll("br")) line.replaceWith("\n");
  const blocks = [...words.querySelectorAll(BLOCKS)].map((node) => node.textContent.trim()).filter(Boolean);
  const text = blocks.join("\n\n").slice(0, LONGEST);
  return text ? `${text.split("\n").map((line) => `> ${line}`.trimEnd()).join("\n")}\n\n` : "";
}
