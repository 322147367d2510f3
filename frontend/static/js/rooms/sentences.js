// The page's own sentences: every word that the script shows stands in the page, in its language.
import { byId, language, root } from "./page.js";

const said = new Map(
  [...byId("sentences").content.querySelectorAll("[data-say]")].map((node) => [node.dataset.say, node.textContent]),
);
const plurals = new Intl.PluralRules(language);
const zone = { timeZone: root.dataset.timeZone };

/** The sentence of this key with its {places} filled. */
export function say(key, values = {}) {
  return (said.get(key) ?? "").replace(/\{(\w+)\}/g, (place, name) => values[name] ?? "");
}

/** The sentence for n things. */
export const sayMany = (key, n) => say(`${key}.${plurals.select(n)}`, { n });

/** The time of day on the force's clock, as the page's own filter writes it: 6pm, 6:30pm; 18:00 in Welsh. */
export function timeOfDay(at) {
  const moment = new Date(at);
  if (language === "cy") return moment.toLocaleTimeString("cy", { ...zone, hour: "2-digit", minute: "2-digit" });
  const options = { ...zone, hour: "numeric", minute: "2-digit", hour12: true };
  const parts = new Intl.DateTimeFormat("en-GB", options).formatToParts(moment);
  const { hour, minute, dayPeriod } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${Number(hour) || 12}${minute === "00" ? "" : `:${minute}`}${dayPeriod.toLowerCase()}`;
}

/** A time as the sign on a door writes it: alone today, with the day this week, with the date later. */
export function momentNear(at) {
  const day = (moment, options) => new Date(moment).toLocaleDateString(language === "cy" ? "cy" : "en-GB", { ...zone, ...options });
  const midnight = (moment) => Date.parse(new Date(moment).toLocaleDateString("sv", zone));
  const days = (midnight(at) - midnight(Date.now())) / 86_400_000;
  if (days === 0) return timeOfDay(at);
  const date = days > 0 && days < 7 ? { weekday: "long" } : { weekday: "long", day: "numeric", month: "long" };
  return `${day(at, date).replace(",", "")} ${timeOfDay(at)}`;
}

/** A local day such as 2026-11-25, as the page's own filter writes it: Wednesday 25 November 2026. */
export function dayNamed(day) {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(language === "cy" ? "cy" : "en-GB", options).replace(",", "");
}
