// What the page of a topic says about itself, and what it says to who reads it.
export const root = document.getElementById("topic");
export const topic = root?.dataset.topic;
export const me = root?.dataset.me ?? "";

export const byId = (id) => document.getElementById(id);
export const part = (node, name) => node.querySelector(`[data-part="${name}"]`);
/** The replies of the page as they stand, the topic's own text first. */
export const replies = () => [...root.querySelectorAll("[data-reply]")];
export const replyOf = (id) => root.querySelector(`[data-reply="${CSS.escape(id)}"]`);
/** The words of a person's name where a reply shows it. */
export const nameIn = (reply) => reply.querySelector(".bl-person__name")?.textContent ?? "";
