/* The question box, and the conversation that its questions belong to. */

import { events, get, post, Problem, remove, request } from "./api.js";
import { count, failure, say } from "./elements.js";
import { filters } from "./filters.js";
import { save } from "./keeping.js";
import { Turn } from "./turn.js";

const form = document.getElementById("form");
const question = document.getElementById("question");
const send = document.getElementById("send");
const thread = document.getElementById("thread");

let conversation = null; // its id, once something was asked
let running = null; // what stops the question being answered

/** Where the conversation at hand is found again. */
export const address = () => (conversation ? `#/conversation/${conversation}` : "#/");

export function stop() {
  running?.abort();
  return Boolean(running);
}

/** Put an empty page before the person. */
export function begin() {
  stop();
  conversation = null;
  thread.replaceChildren();
  dress();
}

/** Take a conversation up where it was left. */
export async function resume(id) {
  if (id === conversation) return;
  begin();
  try {
    const kept = await get(`/v1/conversations/${encodeURIComponent(id)}`);
    conversation = id;
    thread.replaceChildren(...kept.questions.map(earlier));
    dress();
    thread.lastElementChild?.scrollIntoView();
  } catch (error) {
    thread.replaceChildren(failure(error, () => resume(id)));
  }
}

function earlier({ asked, answer }) {
  const turn = new Turn(asked);
  turn.settle(answer);
  return turn.element;
}

async function ask(text) {
  const turn = new Turn(text);
  const own = (running = new AbortController());
  thread.append(turn.element);
  dress();
  turn.wait("Searching the documents…");
  turn.element.scrollIntoView();
  try {
    turn.settle(await answer(text, turn, own.signal));
    say(told(turn.answer));
  } catch (error) {
    if (own.signal.aborted) turn.stop();
    else turn.fail(error, () => (turn.element.remove(), question.focus(), ask(text)));
  } finally {
    if (running === own) running = null;
    dress();
  }
}

/** The answer, once it is there; what happens before is told to the turn. */
async function answer(text, turn, signal) {
  const id = conversation ?? (await post("/v1/conversations", {})).id;
  const body = JSON.stringify({ question: text, filters: filters(), conversation_id: id, stream: true });
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body, signal };
  try {
    for await (const [name, data] of events("/v1/ask", options)) {
      if (name === "rewritten") turn.understood(data.question);
      if (name === "passages") turn.found(data.hits);
      if (name === "delta") turn.write(data.text);
      if (name === "error") throw new Problem(data.detail, data.status);
      if (name === "answer") return keep(id), data;
    }
    throw new Problem("The answer was cut off.");
  } catch (error) {
    if (!conversation) remove(`/v1/conversations/${id}`).catch(() => {}); // one in which nothing was said
    throw error;
  }
}

function keep(id) {
  if (conversation) return;
  conversation = id;
  if (location.hash === "" || location.hash === "#/") history.replaceState(null, "", address());
}

function told({ status, claims, citations, reason }) {
  if (status === "no_evidence") return `No answer. ${reason}`;
  return `Answered in ${count(claims.length, "statement")} with ${count(citations.length, "note")}. ${reason ?? ""}`.trim();
}

/** What is seen follows from what there is. */
function dress() {
  const begun = thread.childElementCount > 0;
  document.getElementById("greeting").hidden = begun;
  document.getElementById("talk").hidden = !begun;
  document.getElementById("export").hidden = !conversation;
  document.querySelector("[data-view=ask]").href = address();
  form.querySelector("label").textContent = begun ? "Your next question" : "Your question";
  send.textContent = running ? "Stop" : "Ask";
}

/** A conversation as the service writes it down. */
export async function exported(id) {
  const text = await (await request(`/v1/conversations/${encodeURIComponent(id)}/markdown`)).text();
  save(text, `conversation-${id.slice(0, 8)}.md`);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = question.value.trim();
  if (stop() || !text) return;
  question.value = "";
  ask(text);
});
question.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (!running) form.requestSubmit();
});
send.addEventListener("click", (event) => stop() && event.preventDefault()); // an empty question must not keep from stopping
document.querySelector("#talk a").addEventListener("click", begin);
document.getElementById("export").addEventListener("click", () => exported(conversation).catch((error) => say(error.message)));
