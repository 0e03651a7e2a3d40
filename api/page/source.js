/* The source beside the answer: a document opened at the sentence that a note names. */

import { get } from "./api.js";
import { element, failure, provenance, say } from "./elements.js";

const AROUND = 20_000; // characters of a source shown on either side of a sentence
const pane = document.getElementById("source");
const desk = document.getElementById("desk");
const text = pane.querySelector(".text");
const narrow = matchMedia("(max-width: 60rem)");

let notes = []; // the citations that can be stepped through
let shown = null; // the one that is open
let opener = null; // where the focus goes when the source is closed

/** Open a citation at its sentence, or a document at its beginning. ``all``: its fellows, to step through. */
export async function open(citation, from, all = [citation]) {
  notes = all;
  shown = citation;
  opener = from ?? opener;
  head(citation);
  show();
  text.replaceChildren(element("p", "faint", "Opening…"));
  try {
    const id = encodeURIComponent(citation.document_id);
    const [document, body] = await Promise.all([get(`/v1/documents/${id}`), get(`/v1/documents/${id}/text`)]);
    if (shown === citation) fill(citation, document, body.text);
  } catch (error) {
    if (shown === citation) text.replaceChildren(failure(error, () => open(citation, null, all)));
  }
}

export function close() {
  if (pane.hidden) return false;
  const inside = pane.contains(document.activeElement);
  pane.hidden = true;
  desk.inert = false;
  current(null);
  if (inside && opener?.isConnected) opener.focus();
  return true;
}

/** The next note (1) or the one before (-1), of the answer whose source is open. */
export function step(by) {
  const to = notes[notes.indexOf(shown) + by];
  if (!pane.hidden && to) open(to, null, notes);
  return !pane.hidden;
}

function show() {
  pane.hidden = false;
  desk.inert = narrow.matches; // there it covers everything
  current(shown.number);
  pane.querySelector("h2").focus({ preventScroll: true });
}

function current(number) {
  const answer = opener?.closest(".answer");
  document.querySelectorAll(".note[aria-current]").forEach((each) => each.removeAttribute("aria-current"));
  answer?.querySelectorAll(`.note[data-note="${number}"]`).forEach((each) => each.setAttribute("aria-current", "true"));
}

function head(citation) {
  const at = notes.indexOf(citation);
  pane.querySelector(".place").textContent = citation.number ? `Note ${citation.number} of ${notes.length}` : "";
  pane.querySelector("h2").textContent = citation.title;
  pane.querySelector(".about").replaceChildren(element("p", "", provenance(citation)), element("p", "", citation.source));
  for (const each of pane.querySelectorAll("[data-step]")) {
    each.hidden = notes.length < 2;
    each.disabled = !notes[at + Number(each.dataset.step)];
  }
}

function fill(citation, document, whole) {
  const found = citation.quote ? located(citation, whole) : [0, 0];
  const changed = element("p", "changed", "The document has changed since: this sentence is no longer in it.");
  text.replaceChildren(found ? "" : changed, ...highlighted(whole, ...(found ?? [0, 0])));
  text.scrollTop = 0;
  text.querySelector("mark")?.scrollIntoView({ block: "center" });
  if (/^https?:\/\//i.test(document.url ?? "")) pane.querySelector(".about").append(link(document.url));
  say(`${citation.number ? `Note ${citation.number}: ` : ""}${citation.quote ?? document.title}`);
}

function link(url) {
  const made = element("a", "", url);
  made.href = url;
  made.target = "_blank";
  made.rel = "noreferrer";
  return element("p", "", made);
}

/** Where a quote stands in a text, in JavaScript's units; looked for when an answer is older than the text. */
function located({ quote, start, end }, whole) {
  const [from, to] = [start, end].map((point) => units(whole, point));
  if (whole.slice(from, to) === quote) return [from, to];
  const moved = whole.indexOf(quote);
  return moved < 0 ? null : [moved, moved + quote.length];
}

/** Where a code point stands in a string: the service counts code points, JavaScript counts UTF-16 units. */
function units(whole, point) {
  let unit = 0;
  for (; point > 0 && unit < whole.length; point--) unit += whole.codePointAt(unit) > 0xffff ? 2 : 1;
  return unit;
}

function highlighted(whole, from, to) {
  const [first, last] = [Math.max(0, from - AROUND), to + AROUND];
  const mark = to > from ? element("mark", "", whole.slice(from, to)) : "";
  const before = first > 0 ? `… ${whole.slice(first, from)}` : whole.slice(0, from).trimStart();
  return [before, mark, whole.slice(to, last), last < whole.length ? " …" : ""];
}

pane.querySelector("[data-close]").addEventListener("click", close);
for (const each of pane.querySelectorAll("[data-step]")) each.addEventListener("click", () => step(Number(each.dataset.step)));
narrow.addEventListener("change", () => (desk.inert = !pane.hidden && narrow.matches));
