// Starts the GOV.UK Frontend components that Bluelamp uses. Every page works without them.
import {
  Button, CharacterCount, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink, createAll,
} from "../vendor/govuk-frontend/govuk-frontend.min.js";

// The inline script of GOV.UK's own page template sets these; our policy allows no inline script.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const component of [Button, CharacterCount, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink]) {
  createAll(component);
}
