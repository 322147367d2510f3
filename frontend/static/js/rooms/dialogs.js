// Flagging and editing in place: the links lead to pages of their own, the script opens a dialogue instead.
import { askAbout } from "./flagging.js";
import { byId, find, part, path, root } from "./page.js";

export function startDialogs() {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-flag], [data-edit]");
    if (link && open(link)) event.preventDefault();
    if (event.target.closest("[data-close]")) event.target.closest("dialog").close();
  });
}

function open(link) {
  const { flag, edit } = link.dataset;
  const dialog = flag ? askAbout(flag) : edits(edit);
  if (!dialog) return false;
  fold(link.closest("details"));
  dialog.showModal();
  return true;
}

/** Makes the dialogue ready for one's own words; gives it. */
function edits(id) {
  const dialog = byId("edit-dialog");
  const source = [...find("data-item", id), ...find("data-held", id)].find((node) => node.dataset.source);
  if (!dialog?.showModal || !source) return null;
  const form = dialog.querySelector("form");
  form.reset();
  form.action = `${path}/messages/${id}/edit`;
  form.querySelector("[name=id]").value = id;
  part(form, "error").hidden = true;
  form.querySelector("[data-confirm]").hidden = true;
  form.querySelector("[name=body]").value = source.dataset.source;
  return dialog;
}

/** Folds an unfolded part, if any, and puts the focus on its mark; a dialogue gives it back there. */
export function fold(tools) {
  if (!tools) return;
  tools.open = false;
  tools.querySelector("summary").focus();
}

/** Closes the dialogue that the form stands in, if any. */
export function closeDialog(form) {
  form.closest("dialog")?.close();
}
