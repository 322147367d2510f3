// What stands around the replies, drawn anew as the server draws it now: one template for both.
import { redraw } from "./draw.js";
import { holdAnswer, unseenAnswer } from "./fresh.js";
import { byId, replies } from "./page.js";
import { announce, say } from "./said.js";
import { steady } from "./steady.js";

const TOP = ["#topic-head", "#topic-official"];
const SIDES = [".bl-trail", "#topic-side"];

/** `said`: tell that something about the topic has changed. */
export async function around(said) {
  const page = await now();
  if (!page) return;
  const waited = unseenAnswer();
  const waits = hold(page);
  document.title = page.title;
  put(waits ? unanswered(page) : page, [...(waits ? ["#topic-head"] : TOP), ...SIDES]);
  standing(page);
  if (said && (waited || !waits)) announce(say("head"));
}

/** The words of an answer that is shown no more go at once, on top as below. */
export function clearAnswer() {
  holdAnswer(null);
  steady(() => byId("topic-official")?.replaceChildren(), replies);
}

/** Somebody is called otherwise, or wears another badge: wherever they stand. */
export async function people() {
  const page = await now();
  if (!page) return;
  if (!hold(page)) put(page, TOP);
  for (const old of replies()) {
    const node = page.getElementById(old.id);
    if (node && node.innerHTML !== old.innerHTML) redraw(document.importNode(node, true));
  }
}

async function now() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Glance": "yes" } }).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

/** An answer of the police where none stood would push down what one reads: it waits. Gives whether one does. */
function hold(page) {
  const there = page.getElementById("topic-official");
  const waits = Boolean(there?.children.length) && byId("topic-official")?.children.length === 0;
  holdAnswer(waits ? { show: () => put(page, TOP), link: there.querySelector("[data-jump]") } : null);
  return waits;
}

/** The page as it is while the answer waits: what else its head says, a title without a name that it had, does not. */
function unanswered(page) {
  const copy = page.cloneNode(true);
  for (const node of copy.querySelectorAll("#topic-head :is(.bl-mark--answered, .forum-head__answer)")) node.remove();
  const facts = copy.querySelector(".forum-head__facts");
  if (!facts?.children.length) facts?.remove();
  return copy;
}

const put = (page, parts) => steady(() => parts.forEach((part) => exchange(part, page)), replies);

/** What is only read is drawn anew under the focus, too, which goes to the same link or to the first thing there. */
function exchange(part, page) {
  const here = document.querySelector(part);
  const there = page.querySelector(part);
  if (!here || !there) return;
  const at = here.contains(document.activeElement) ? document.activeElement : null;
  if (at && part === "#topic-side") return;
  if (at && at === here.firstElementChild) there.firstElementChild?.setAttribute("tabindex", "-1");
  if (here.isEqualNode(there)) return;
  here.replaceChildren(...there.childNodes);
  if (at) refocus(here, at.href);
}

function refocus(here, href) {
  const node = [...here.querySelectorAll("a")].find((link) => link.href === href) ?? here.firstElementChild;
  if (node && !node.href) node.tabIndex = -1;
  node?.focus({ preventScroll: true });
}

/** Where one writes: never in the place of words that are being written; what is wrong is said above them. */
function standing(page) {
  const here = byId("topic-standing");
  const there = page.getElementById("topic-standing");
  const typed = here.querySelector("textarea")?.value;
  if (Boolean(here.querySelector("form#reply")) === Boolean(there?.querySelector("form#reply"))) return;
  if (!typed) return here.replaceChildren(...there.childNodes);
  here.querySelector("[data-closed]")?.remove();
  const why = there.querySelector(".govuk-inset-text");
  if (!why) return;
  why.dataset.closed = "yes";
  here.prepend(why);
}
