/* An answer taken elsewhere: copied with its citations, or as a Markdown file. */

import { say } from "./elements.js";

const STATUS = { no_evidence: "No answer", conflict: "Sources disagree", partial: "Partly supported" };

export async function copy(asked, answer, pressed) {
  await written(plain(asked, answer));
  const label = pressed.textContent;
  pressed.textContent = "Copied";
  pressed.addEventListener("blur", () => (pressed.textContent = label), { once: true });
  say("Copied.");
}

/** The browser keeps the clipboard from pages of another machine without HTTPS; the old way still works there. */
async function written(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  return field.remove();
}

export function saved(asked, answer) {
  save(markdown(asked, answer), `answer-${answer.id.slice(0, 8)}.md`);
}

/** Hand a text to the person as a file. */
export function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function plain(asked, answer) {
  const notes = answer.citations.map((citation) => `[${citation.number}] ${cited(citation)}`);
  return [asked, "", ...[answer.text, ...remarks(answer)].filter(Boolean), ...(notes.length ? ["", ...notes] : []), ""].join("\n");
}

/** One answer in the form that the service gives a conversation. */
function markdown(asked, answer) {
  const understood = answer.question === asked ? [] : [`*Understood as:* ${escaped(answer.question)}`, ""];
  const paragraphs = remarks(answer).flatMap((line) => [`*${escaped(line)}*`, ""]);
  const notes = answer.citations.map((citation) => `- [${citation.number}] ${escaped(cited(citation))}`);
  const text = answer.text ? [noted(answer.text), ""] : [];
  return [`# ${escaped(asked)}`, "", ...understood, ...text, ...paragraphs, ...notes, ""].join("\n");
}

/** What must be known of an answer beside its words. */
function remarks({ status, mode, reason, claims }) {
  const state = STATUS[status] && [STATUS[status], reason].filter(Boolean).join(": ");
  const failed = mode === "degraded" && `Without the model: these are the documents’ own sentences.${state ? "" : ` ${reason}`}`;
  const doubts = claims.filter((claim) => claim.support !== "supported").map(doubt);
  return [state, failed, ...doubts].filter(Boolean);
}

function doubt({ text, support, problems }) {
  return `“${text}” is ${support}: ${problems.join("; ") || "it names no sentence it rests on"}.`;
}

function cited({ quote, title, publisher, author, published, published_estimated: estimated, page, source }) {
  const known = [title, publisher, author, published && `${estimated ? "about " : ""}${published}`, page && `p. ${page}`, source];
  return `“${quote}” — ${known.filter(Boolean).join(", ")}`;
}

/** Words of documents, models and people as words: what Markdown gives a meaning is escaped, and a line stays one. */
function escaped(text) {
  return text.replace(/[\p{C}\p{Z}]+/gu, " ").trim().replace(/[\\`*_[\]<>&~|$]/g, "\\$&");
}

/** An answer's text at the beginning of a line, with its notes as they are. */
function noted(text) {
  const line = escaped(text).replace(/^([#>+=-])/, "\\$1").replace(/^(\d+)([.)])/, "$1\\$2");
  return line.replace(/\\\[(\d+)\\\]/g, "[$1]");
}
