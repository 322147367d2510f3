// While a title is typed: proposals of the round that are like it, to be supported instead of being made again. Without
// this they are shown once, when the proposal is sent.
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
  const words = encodeURIComponent(text.slice(0, 300));
  const answer = await fetch(`/api/v1/rounds/${box.dataset.round}/similar?title=${words}`);
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

function draw({ title: words, path, supporters }) {
  const one = box.querySelector("template").content.firstElementChild.cloneNode(true);
  const link = one.querySelector("a");
  link.href = path;
  link.textContent = `${words} `;
  const tab = document.createElement("span");
  tab.className = "govuk-visually-hidden";
  tab.textContent = said.dataset.tab;
  link.append(tab);
  const many = supporters === 1 ? said.dataset.supporter : said.dataset.supporters.replace("%(n)s", supporters);
  one.querySelector(".bl-similar__facts").textContent = many;
  return one;
}

/** Whoever saw them is not asked again when the proposal is sent. */
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
