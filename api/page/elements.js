/* What every part of the page is made of. What comes from a document, a model or a person enters as text, never as markup. */

export function element(tag, name = "", ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (tag === "button") made.type = "button";
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== "")); // strings become text
  return made;
}

export function button(label, onPress, name = "") {
  const made = element("button", name, label);
  made.addEventListener("click", () => onPress(made));
  return made;
}

/** A note's number, or anything else, shown to one kind of reader and told to the other. */
export function labelled(made, label) {
  made.setAttribute("aria-label", label);
  return made;
}

export function count(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** Publisher, author, date and page of a document or citation, as far as they are known, as words of one line. */
export function provenance({ publisher, author, published, published_estimated: estimated, page }) {
  const date = published && `${estimated ? "about " : ""}${day(published)}`;
  const writer = author && publisher && author.startsWith(publisher) ? null : author; // "Harbor Brief Defense Desk"
  return [publisher, writer, date, page && `p. ${page}`].filter(Boolean).join(" · ");
}

/** "14 Nov 2025" of an ISO date, whatever the time zone. */
export function day(iso) {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`).toLocaleDateString("en-GB", { dateStyle: "medium", timeZone: "UTC" });
}

/** A time as the person's clock shows it. */
export function moment(iso) {
  return new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/** Tell those who listen to the page. The same words twice are told twice. */
export function say(words) {
  const region = document.getElementById("said");
  region.textContent = region.textContent === words ? `${words} ` : words;
}

/** Something failed: the words of the error, and another try. */
export function failure(error, again) {
  const box = element("div", "failure", element("p", "", error.message), button("Try again", again));
  box.setAttribute("role", "alert");
  return box;
}
