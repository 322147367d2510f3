// While a title is typed: topics or proposals that are like it, to be joined instead of being begun again. Without this
// they are shown once, when it is sent. The page’s `#similar` has the call to ask (data-path); `#similar-said` has which of
// the facts that come back is counted (data-counts), and the words for them.
const PAUSE = 500; // ms without a key until it is asked
const SHORTEST = 8; // letters from which a title may be like another
const box = document.getElementById("similar");
const said = document.getElementById("similar-said");
const title = document.getElementById("title");
let timer = null;
let asked = 0;
let offered = "";

async function look() {
  const mine = ++asked;
  const text = title.value.trim();
  const near = text.length < SHORTEST ? [] : await similarTo(text).catch(() => []);
  if (mine === asked) show(near);
}

async function similarTo(text) {
  const answer = await fetch(`${box.dataset.path}?title=${encodeURIComponent(text.slice(0, 300))}`);
  return answer.ok ? (await answer.json()).items : [];
}

/** Drawn only when it is another choice than before, so that nothing moves while one types on. */
function show(near) {
  const ids = near.map(({ id }) => id).join(" ");
  if (ids === offered) return;
  offered = ids;
  box.querySelector("[data-list]").replaceChildren(...near.map(draw));
  box.hidden = near.length === 0;
  said.textContent = near.length === 0 ? "" : near.length === 1 ? said.dataset.one : said.dataset.many;
  seen();
}

function draw({ title: words, path, state, ...facts }) {
  const one = box.querySelector("template").content.firstElementChild.cloneNode(true);
  const link = one.querySelector("a");
  link.href = path;
  link.textContent = `${words} `;
  const tab = document.createElement("span");
  tab.className = "govuk-visually-hidden";
  tab.textContent = said.dataset.tab;
  link.append(tab);
  const count = facts[said.dataset.counts];
  const counted = count === 1 ? said.dataset.countOne : said.dataset.countMany.replace("%(n)s", count);
  one.querySelector("[data-facts]").textContent = [counted, said.dataset[state]].filter(Boolean).join(", ");
  return one;
}

/** Whoever saw them is not asked again when it is sent. */
function seen() {
  if (!offered || title.form.elements.alike_seen) return;
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "alike_seen", value: "yes" });
  title.form.append(field);
}

title?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
});
