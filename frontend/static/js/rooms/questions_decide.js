// A host's dialogue about one question: like another one, promised, or closed. The link leads to a page with the same.
import { excerptOf } from "./items.js";
import { byId, part, path, root } from "./page.js";
import { questionNode } from "./questions.js";
import { similarTo } from "./questions_alike.js";

export function startDecide() {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-decide]");
    if (link && open(link.dataset.decide)) event.preventDefault();
  });
}

function open(id) {
  const dialog = byId("decide-dialog");
  if (!dialog?.showModal) return false;
  part(dialog, "asked").textContent = part(questionNode(id), "body").textContent.trim();
  for (const form of dialog.querySelectorAll("form")) {
    form.reset();
    form.action = `${path}/questions/${id}/${form.action.split("/").pop()}`;
    form.querySelector("[name=id]").value = id;
    part(form, "error").hidden = true;
    form.querySelector("[data-confirm]")?.setAttribute("hidden", "");
  }
  for (const details of dialog.querySelectorAll("details")) details.open = false;
  offerOthers(dialog.querySelector("[name=into]"), id);
  dialog.showModal();
  return true;
}

/** What it can be merged with, the most like it first. */
async function offerOthers(select, id) {
  const [choose] = select.options;
  const others = [...root.querySelectorAll("[data-question]")]
    .filter(({ hidden, dataset }) => !hidden && dataset.question !== id && dataset.stands !== "merged")
    .map(({ dataset }) => dataset.question);
  const options = new Map(others.map((other) => [other, new Option(excerptOf(other), other)]));
  select.replaceChildren(choose, ...options.values());
  const near = await similarTo(excerptOf(id)).catch(() => []);
  if (!select.value) choose.after(...near.map((question) => options.get(question.id)).filter(Boolean));
}
