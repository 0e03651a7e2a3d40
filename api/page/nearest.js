/* What the documents hold that comes nearest to a question they do not answer. */

import { post } from "./api.js";
import { button, element, failure, provenance } from "./elements.js";
import { quote } from "./notes.js";

const SHOWN = 3;

/** The nearest passages; those of an earlier question are looked for when somebody wants them. */
export function nearest(question, hits) {
  const box = element("div", "nearest");
  if (hits) show(box, hits);
  else box.append(button("Show the nearest passages", () => look(box, question)));
  return box;
}

async function look(box, question) {
  try {
    show(box, (await post("/v1/search", { query: question, k: SHOWN })).hits);
    box.querySelector("h3").focus(); // what was pressed is gone
  } catch (error) {
    box.replaceChildren(failure(error, () => look(box, question)));
  }
}

function show(box, hits) {
  const heading = element("h3", "", hits.length ? "The nearest passages, which do not answer it" : "No passage comes near.");
  heading.tabIndex = -1;
  box.replaceChildren(heading, element("ul", "", ...hits.slice(0, SHOWN).map(passage)));
}

function passage({ before, passage, after, document, sentence_scores: scores }) {
  const sentences = [...before, passage, ...after].flatMap((each) => each.sentences);
  const best = sentences[strongest(scores)] ?? passage.sentences[0]; // none is scored: the first that was found
  const place = { ...document, document_id: document.id, page: best.page, quote: best.text, start: best.start, end: best.end };
  return element("li", "", quote(place, [place]), element("p", "about", [document.title, provenance({ ...place, author: null })].filter(Boolean).join(" · ")));
}

function strongest(scores) {
  const known = scores.filter((score) => score !== null);
  return scores.indexOf(Math.max(...known));
}
