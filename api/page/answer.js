/* An answer: its statements with their notes, what is wrong with them, and the sentences they rest on. */

import { button, count, element } from "./elements.js";
import { copy, saved } from "./keeping.js";
import { nearest } from "./nearest.js";
import { mark, sources } from "./notes.js";
import { sides } from "./sides.js";

const STATUS = {
  partial: "Partly supported",
  conflict: "The sources disagree",
  no_evidence: "Not in the documents",
};
const SUPPORT = { unsupported: "Not borne out by its source", uncited: "Without a source" };

/** The parts of an answer, in the order in which they are read. ``hits``: the passages found, if they are at hand. */
export function answered(answer, { asked, hits }) {
  const notes = new Map(answer.citations.map((citation) => [citation.number, citation]));
  const written = (claims) => statements(claims, notes, answer.mode === "llm");
  const told = answer.status === "conflict" ? sides(answer, written) : written(answer.claims);
  return [
    ...notice(answer),
    ...told,
    notes.size ? sources(answer) : "",
    answer.status === "no_evidence" ? nearest(answer.question, hits) : "",
    foot(answer, asked),
  ].filter(Boolean);
}

function notice({ status, mode, reason }) {
  const headings = [STATUS[status], mode === "degraded" && "Without the model: the documents’ own sentences"].filter(Boolean);
  if (!headings.length && !reason) return [];
  const box = element("div", `notice ${status}`, ...headings.map((heading) => element("h3", "", heading)));
  if (reason) box.append(element("p", "", reason.replace(`${STATUS[status]}: `, "")));
  return [box];
}

/** Statements that passed run on as ``prose``, and quotes do not; one that failed stands by itself, and says why. */
function statements(claims, notes, prose) {
  const blocks = [];
  for (const claim of claims) {
    const passed = claim.support === "supported";
    if (!passed) blocks.push(doubtful(claim, notes));
    else if (prose && blocks.at(-1)?.className === "claims") blocks.at(-1).append(" ", ...sentence(claim, notes));
    else blocks.push(element("p", "claims", ...sentence(claim, notes)));
  }
  return blocks;
}

function doubtful(claim, notes) {
  const problems = claim.problems.length ? `: ${claim.problems.join("; ")}` : "";
  const why = element("p", "why", element("strong", "", SUPPORT[claim.support]), problems);
  return element("div", "doubtful", element("p", "", ...sentence(claim, notes)), why);
}

/** Words and their numbers; the last word and the numbers stay on one line. */
function sentence(claim, notes) {
  const marks = claim.citations.map((number) => mark(notes.get(number), [...notes.values()]));
  const last = claim.text.lastIndexOf(" ") + 1;
  return [claim.text.slice(0, last), element("span", "together", claim.text.slice(last), ...marks)];
}

function foot(answer, asked) {
  const seconds = (answer.timings_ms.total ?? 0) / 1000;
  const documents = new Set(answer.citations.map((citation) => citation.document_id)).size;
  const who = answer.mode === "llm" ? `Written by ${answer.model}` : "Quoted";
  const made = answer.claims.length ? `${who} from ${count(documents, "document")}` : "Searched";
  const label = answer.citations.length ? "Copy with citations" : "Copy";
  const tools = [button(label, (pressed) => copy(asked, answer, pressed)), button("Export", () => saved(asked, answer))];
  return element("div", "foot", element("p", "about", `${made} in ${seconds.toFixed(1)} s`), element("div", "tools", ...tools));
}
