// A button that copies the text of a field: [data-copy=ID of the field], saying data-done when it has.

const STAYS = 2500;

async function copy(button, field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Only secure pages have a clipboard; the text is selected by now, and the keyboard can copy it.
    return;
  }
  const words = button.textContent;
  button.textContent = button.dataset.done;
  const status = button.closest(".bl-subscribe__copy")?.querySelector("[data-copied]");
  if (status) status.textContent = button.dataset.done;
  setTimeout(() => {
    button.textContent = words;
    if (status) status.textContent = "";
  }, STAYS);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", () => copy(button, field));
}
