/* The keyboard, and the dialog that tells about it. */

import { address, begin, stop } from "./ask.js";
import { element } from "./elements.js";
import { close, step } from "./source.js";

const STORE = "footnote-shortcuts";
const help = document.getElementById("help");
const single = document.getElementById("single");
const question = document.getElementById("question");

const LETTERS = {
  "/": ["Write a question", () => write(address())],
  n: ["New conversation", () => (begin(), write("#/"))],
  d: ["Documents", () => (location.hash = "#/documents")],
  c: ["Conversations", () => (location.hash = "#/conversations")],
  j: ["Next note", () => step(1) || first()],
  k: ["Previous note", () => step(-1)],
  "?": ["This help", () => help.showModal()],
};
const OTHERS = { Enter: "Ask", "Shift + Enter": "New line in the question", Esc: "Close the source, or stop the answer" };

/** Go to the question box; a view that is changed to puts it in focus itself. */
function write(place) {
  if (document.getElementById("ask").hidden || location.hash !== place) location.hash = place;
  question.focus();
}

/** The first note of the last answer. */
function first() {
  [...document.querySelectorAll("#ask:not([hidden]) .turn")].at(-1)?.querySelector("button.note")?.click();
}

function pressed(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") return close() || stop();
  if (!single.checked || event.target.closest("input, textarea, select")) return;
  const letter = LETTERS[event.key];
  if (!letter) return;
  event.preventDefault();
  letter[1]();
}

function fill() {
  const rows = [...Object.entries(OTHERS), ...Object.entries(LETTERS).map(([key, [words]]) => [key, words])];
  const pairs = rows.map(([key, words]) => element("div", "", element("dt", "", element("kbd", "", key)), element("dd", "", words)));
  help.querySelector("dl").replaceChildren(...pairs);
}

fill();
single.checked = localStorage.getItem(STORE) !== "off";
single.addEventListener("change", () => localStorage.setItem(STORE, single.checked ? "on" : "off"));
document.getElementById("helper").addEventListener("click", () => help.showModal());
document.addEventListener("keydown", pressed);
