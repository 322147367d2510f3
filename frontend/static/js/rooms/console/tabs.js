// The console's parts as tabs: arrow keys between them, and whatever is linked to or focused is brought out first.
import { byId, root } from "../page.js";

const tabs = [...root.querySelectorAll(".console__tab")];
const partOf = (tab) => byId(tab.hash.slice(1));

export function startTabs() {
  if (!tabs.length) return;
  const console = byId("console");
  const list = tabs[0].closest("ul");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-labelledby", "console-title");
  for (const tab of tabs) dress(tab);
  console.dataset.tabs = "yes";
  list.addEventListener("click", choose);
  list.addEventListener("keydown", move);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && !link.matches(".console__tab")) reveal(byId(link.hash.slice(1)));
  }, true);
  window.addEventListener("hashchange", () => reveal(linked()));
  select(byId(`tab-${console.dataset.first}`));
  reveal(linked());
}

/** Brings out the tab that this node stands in, if it stands in one; others may call it before they focus the node. */
export function reveal(node) {
  const part = node ? node.closest(".console__part") : null;
  if (part?.hidden) select(byId(part.id.replace("part-", "tab-")));
}

/** Chooses a tab by its name: questions, queue, held, polls, people, talk, tools. */
export function showTab(name) {
  const tab = byId(`tab-${name}`);
  if (tab) select(tab);
  return tab;
}

export const isShown = (name) => byId(`tab-${name}`)?.getAttribute("aria-selected") === "true";

const linked = () => (location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null);

function dress(tab) {
  tab.parentElement.setAttribute("role", "presentation");
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", partOf(tab).id);
  partOf(tab).setAttribute("role", "tabpanel");
  partOf(tab).setAttribute("aria-labelledby", tab.id);
}

function select(chosen) {
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
    partOf(tab).hidden = tab !== chosen;
  }
  root.dispatchEvent(new CustomEvent("tab", { detail: chosen.id.replace("tab-", "") }));
}

function choose(event) {
  const tab = event.target.closest(".console__tab");
  if (!tab) return;
  event.preventDefault();
  select(tab);
  tab.focus();
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function move(event) {
  const at = tabs.indexOf(event.target.closest(".console__tab"));
  if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const to = event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1
    : event.key in STEPS ? (at + STEPS[event.key] + tabs.length) % tabs.length : null;
  if (event.key === " ") event.target.click();
  else if (to === null) return;
  else {
    select(tabs[to]);
    tabs[to].focus();
  }
  event.preventDefault();
}
