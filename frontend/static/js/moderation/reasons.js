// A reason that a force gives often fills the form; whoever writes on changes it.
export function startReasons() {
  const presets = document.querySelector("[data-presets]");
  if (!presets) return;
  presets.removeAttribute("name"); // what it says stands in the other fields by now: the server need not fill them
  presets.addEventListener("change", () => {
    const { clause, reason, seconds } = presets.selectedOptions[0].dataset;
    const { form } = presets;
    if (reason === undefined) return;
    form.clause.value = clause;
    form.reason.value = reason;
    if (seconds && [...form.seconds.options].some((option) => option.value === seconds)) form.seconds.value = seconds;
  });
}
