/* The notes of an answer: numbers in its text, and below it each source once, with the sentences the answer rests on. */

import { button, element, labelled, provenance } from "./elements.js";
import { open } from "./source.js";

/** The number of a note, which opens its source. ``all``: the notes to step through from there. */
export function mark(citation, all) {
  const made = button(String(citation.number), (pressed) => open(citation, pressed, all), "note");
  made.title = [citation.title, provenance({ ...citation, author: null })].filter(Boolean).join(" · ");
  made.dataset.note = citation.number;
  return labelled(made, `Note ${citation.number}: ${made.title}`);
}

/** An answer made of quotes has shown them: then the sources are only named. */
export function sources({ citations, mode }) {
  const groups = new Map();
  for (const each of citations) groups.set(each.document_id, [...(groups.get(each.document_id) ?? []), each]);
  const made = mode === "llm" ? quoted : named;
  return element("ul", "sources", ...[...groups.values()].map((group) => made(group, citations)));
}

function quoted(group, all) {
  const quotes = group.map((each) => {
    const page = each.page ? [" ", element("span", "about", `p. ${each.page}`)] : [];
    return element("li", "", mark(each, all), element("div", "", quote(each, all), ...page));
  });
  return element("li", "", origin(group[0]), element("ul", "", ...quotes));
}

function named(group, all) {
  const marks = group.flatMap((each) => [mark(each, all), each.page ? ` p. ${each.page} ` : ""]);
  const line = origin(group[0]);
  line.prepend(...marks, " ");
  return element("li", "", line);
}

function origin(citation) {
  const known = provenance({ ...citation, author: null, page: null });
  return element("p", "about", element("strong", "", citation.title), known && ` · ${known}`);
}

/** A sentence that opens its source. */
export function quote(citation, all) {
  return button(`“${spoken(citation.quote)}”`, (pressed) => open(citation, pressed, all), "quote");
}

/** A sentence without the sign that began its line. */
function spoken(text) {
  return text.replace(/^([-*•+]|\d+[.)])\s+/, "");
}
