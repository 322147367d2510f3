// The GOV.UK Frontend components that Bluelamp uses. Every page works without them.
import {
  Button, CharacterCount, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink, createAll,
} from "../vendor/govuk-frontend/govuk-frontend.min.js";

const COMPONENTS = [Button, CharacterCount, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink];
const STARTED = /^data-govuk-.*-init$/;

/** Starts those in a part of the page. */
export function start(part) {
  for (const component of COMPONENTS) createAll(component, undefined, part);
}

/** The content of a part as the server drew it: without the marks of those that are started in it. */
export function drawn(part) {
  const copy = part.cloneNode(true);
  for (const one of copy.querySelectorAll("[data-module]")) {
    for (const name of one.getAttributeNames()) if (STARTED.test(name)) one.removeAttribute(name);
  }
  return copy.innerHTML;
}
