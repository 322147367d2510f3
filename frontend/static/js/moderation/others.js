// Many things by one person: marked by one press, and again by one press none of them.
export function startOthers() {
  const all = document.querySelector("[data-mark-all]");
  if (!all) return;
  const boxes = [...all.closest("[data-others]").querySelectorAll("input[type=checkbox]")];
  all.hidden = false;
  all.addEventListener("click", () => {
    const on = !boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = on;
  });
}
