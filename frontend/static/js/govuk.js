// Starts the GOV.UK Frontend components of the page.
import { start } from "./components.js";

// The inline script of GOV.UK's own page template sets these; our policy allows no inline script.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

start(document);
