/* The page of Footnote. Everything that comes from a document enters the page as text, never as markup. */

const form = document.getElementById("ask");
const question = document.getElementById("question");
const progress = document.getElementById("progress");
const answer = document.getElementById("answer");
const library = document.getElementById("library");
const pane = document.getElementById("source");

const STATUS = {
  partial: "A partial answer",
  conflict: "The documents disagree",
  no_evidence: "No answer in the documents",
};
const SUPPORT = { unsupported: "not borne out by its note", uncited: "without a source" };
const AROUND = 20_000; // characters of a source shown on either side of a sentence

let running = null; // what stops the question being answered
let opener = null; // where the focus goes when the source is closed

/* -- asking ------------------------------------------------------------------------------------------------------- */

form.addEventListener("submit", (event) => {
  event.preventDefault();
  running ? running.abort() : ask(question.value);
});

question.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (!running) form.requestSubmit();
});

async function ask(text) {
  running = new AbortController();
  form.querySelector("button").textContent = "Stop";
  answer.replaceChildren();
  say("Searching the documents…");
  try {
    await follow(text, running.signal);
  } catch (error) {
    answer.replaceChildren(); // a draft that nobody has checked does not stay
    if (running.signal.aborted) say("Stopped.");
    else fail(error instanceof TypeError ? "The service cannot be reached. Is it running?" : error.message);
  } finally {
    running = null;
    form.querySelector("button").textContent = "Ask";
  }
}

async function follow(text, signal) {
  const headers = { "Content-Type": "application/json", Accept: "text/event-stream" };
  const body = JSON.stringify({ question: text, stream: true });
  const response = await fetch("/v1/ask", { method: "POST", headers, body, signal });
  if (!response.ok) throw new Error((await response.json()).detail);
  const draft = element("p", "draft");
  let written = "";
  for await (const [name, data] of events(response.body)) {
    if (name === "passages") say(`Reading ${count(data.hits.length, "passage")}…`);
    if (name === "delta") answer.replaceChildren(draft), (draft.textContent = readable((written += data.text)));
    if (name === "error") throw new Error(data.detail);
    if (name === "answer") return show(data);
  }
  throw new Error("The answer was cut off. Ask again.");
}

/** The events of a stream as [name, data]; a comment is a heartbeat and carries nothing. */
async function* events(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (buffer + part.value).split(/\r?\n\r?\n/);
    buffer = blocks.pop();
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block);
      const data = /^data: (.*)$/m.exec(block);
      if (event && data) yield [event[1].trim(), JSON.parse(data[1])];
    }
  }
}

/** A draft without the ids the model writes, which are not checked yet. */
function readable(draft) {
  return draft.replace(/NOT_FOUND/g, "").replace(/\s*\[[\d.,;&\s–-]*(\]|$)/g, "");
}

/* -- showing an answer -------------------------------------------------------------------------------------------- */

function show(result) {
  say("");
  answer.replaceChildren();
  const notices = [result.mode === "degraded" && "The model failed. These are the documents’ own sentences.", STATUS[result.status]];
  if (notices.some(Boolean) || result.reason) answer.append(notice(notices.filter(Boolean), result.reason));
  const notes = new Map(result.citations.map((citation) => [citation.number, citation]));
  if (result.claims.length) answer.append(element("p", "claims", ...result.claims.flatMap((claim) => [sentence(claim, notes), " "])));
  if (notes.size) answer.append(element("ol", "notes", ...result.citations.map(note)));
  const seconds = (result.timings_ms.total / 1000).toFixed(1);
  const who = result.mode === "llm" ? `Written by ${result.model}` : result.claims.length ? "Quoted from the documents" : "Searched";
  answer.append(element("p", "about", `${who} in ${seconds} s`));
}

function notice(headings, reason) {
  const box = element("div", "notice", ...headings.map((heading) => element("h2", "", heading)));
  if (reason) box.append(element("p", "", reason));
  return box;
}

function sentence(claim, notes) {
  const marks = claim.citations.map((number) => {
    const button = element("button", "note", String(number));
    button.title = [notes.get(number).title, about(notes.get(number))].filter(Boolean).join(" · ");
    button.setAttribute("aria-label", `Note ${number}: ${notes.get(number).title}`);
    button.addEventListener("click", () => open(notes.get(number), button));
    return button;
  });
  const words = element("span", claim.support === "supported" ? "" : "doubtful", claim.text);
  const doubts = [SUPPORT[claim.support], ...claim.problems].filter(Boolean).join(": ");
  return element("span", "", words, ...marks, ...(doubts ? [element("span", "label", doubts)] : []));
}

function note(citation) {
  const quote = element("button", "link", `“${citation.quote}”`);
  quote.addEventListener("click", () => open(citation, quote));
  return element("li", "", quote, element("span", "about", [citation.title, about(citation)].filter(Boolean).join(" · ")));
}

/* -- the source beside it ----------------------------------------------------------------------------------------- */

/** Open a citation's document at its sentence, or a document at its beginning. */
async function open({ document_id: id, title, start, end, ...known }, from) {
  const response = await fetch(`/v1/documents/${encodeURIComponent(id)}/text`).catch(() => null);
  if (!response) return fail("The service cannot be reached. Is it running?");
  const body = await response.json();
  if (!response.ok) return fail(body.detail);
  opener = from;
  pane.querySelector("h2").textContent = title;
  pane.querySelector("p").replaceChildren(element("span", "about", about(known)), element("span", "about", known.source));
  pane.hidden = false;
  const text = pane.querySelector("div");
  text.replaceChildren(...highlighted(body.text, start, end));
  text.scrollTop = 0;
  text.querySelector("mark")?.scrollIntoView({ block: "center" });
  pane.querySelector("button").focus({ preventScroll: true });
}

function highlighted(text, start, end) {
  const points = [Math.max(0, start - AROUND), start, end, end + AROUND];
  const [first, from, to, last] = points.map((point) => units(text, point));
  const mark = to > from ? [element("mark", "", text.slice(from, to))] : [];
  return [first > 0 ? "… " : "", text.slice(first, from), ...mark, text.slice(to, last), last < text.length ? " …" : ""];
}

/** Where a code point stands in a string: the service counts code points, JavaScript counts UTF-16 units. */
function units(text, point) {
  let unit = 0;
  for (; point > 0 && unit < text.length; point--) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
  return unit;
}

function close() {
  pane.hidden = true;
  opener?.focus();
}

pane.querySelector("button").addEventListener("click", close);
document.addEventListener("keydown", (event) => event.key === "Escape" && !pane.hidden && close());

/* -- the documents ------------------------------------------------------------------------------------------------ */

async function list() {
  const response = await fetch("/v1/documents?limit=1000").catch(() => null);
  if (!response?.ok) return fail("The documents cannot be listed.");
  const { documents, total } = await response.json();
  const summary = total ? count(total, "document") : "No documents yet: add some with “qa add”";
  library.querySelector("summary").textContent = summary;
  library.querySelector("ul").replaceChildren(...documents.map(entry));
}

function entry(item) {
  const title = element("button", "link", item.title);
  title.addEventListener("click", () => open({ ...item, document_id: item.id, start: 0, end: 0 }, title));
  return element("li", "", title, element("span", "about", about(item)));
}

/* -- small things ------------------------------------------------------------------------------------------------- */

function element(tag, name, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (tag === "button") made.type = "button";
  made.append(...children); // strings become text
  return made;
}

function about({ publisher, author, published, published_estimated: estimated, page }) {
  return [publisher, author !== publisher && author, published && (estimated ? `about ${published}` : published), page && `p. ${page}`].filter(Boolean).join(" · ");
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function say(text) {
  progress.className = "";
  progress.textContent = text;
}

function fail(text) {
  progress.className = "failed";
  progress.textContent = text;
}

list();
