/* The page of Footnote: which of its views is shown. The address says so, and so a reload changes nothing. */

import { address, begin, resume } from "./ask.js";
import * as conversations from "./conversations.js";
import * as library from "./library.js";
import "./shortcuts.js";
import { close } from "./source.js";
import * as uploads from "./uploads.js";

const TITLES = { ask: "Footnote", documents: "Documents – Footnote", conversations: "Conversations – Footnote" };

const typed = !matchMedia("(pointer: coarse)").matches; // a phone would cover half the page with its keys
const question = document.getElementById("question");

function show(view) {
  for (const name of Object.keys(TITLES)) document.getElementById(name).hidden = name !== view;
  for (const link of document.querySelectorAll("[data-view]")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = TITLES[view];
}

async function go() {
  const [root, name, id] = location.hash.split("/");
  if (root === "#" || !location.hash) close();
  if (!location.hash || location.hash === "#/") show("ask"), address() === "#/" || begin();
  else if (name === "conversation" && id) show("ask"), await resume(id);
  else if (name === "documents") show("documents"), await library.show();
  else if (name === "conversations") show("conversations"), await conversations.show();
}

addEventListener("hashchange", async () => {
  await go();
  const view = document.querySelector("main > section:not([hidden])");
  if (view.id !== "ask") view.querySelector("h1").focus({ preventScroll: true });
  else if (typed) question.focus({ preventScroll: true });
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address is the view's
  document.getElementById("main").focus();
});
show("ask");
go();
uploads.resume();
if (typed && !location.hash.startsWith("#/")) question.focus();
