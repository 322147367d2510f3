// Flagging and editing in place: the links lead to pages of their own, the script opens a dialogue instead.
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
  const dialog = byId(flag ? "flag-dialog" : "edit-dialog");
  const source = edit && [...find("data-item", edit), ...find("data-held", edit)].find((node) => node.dataset.source);
  if (!dialog?.showModal || (edit && !source)) return false;
  const form = dialog.querySelector("form");
  form.reset();
  form.action = `${path}/messages/${flag ?? edit}/${flag ? "flag" : "edit"}`;
  form.querySelector("[name=id]").value = flag ?? edit;
  part(form, "error").hidden = true;
  if (edit) {
    form.querySelector("[data-confirm]").hidden = true;
    form.querySelector("[name=body]").value = source.dataset.source;
  }
  fold(link.closest("details"));
  dialog.showModal();
  return true;
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
