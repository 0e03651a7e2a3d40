/* Files on their way into the library: chosen or dropped, sent, and followed until they can be asked about. */

import { events, get, request } from "./api.js";
import { dropped } from "./dropped.js";
import { button, count, element, failure, say } from "./elements.js";
import { show } from "./library.js";

const form = document.getElementById("add");
const files = document.getElementById("files");
const rows = document.getElementById("uploads");
const veil = document.getElementById("dropping");
const OUTCOMES = { added: "added", updated: "updated", unchanged: "already there", duplicates: "already there under another name" };

/** Follow what was sent before the page was loaded. */
export async function resume() {
  const { jobs } = await get("/v1/jobs?limit=20").catch(() => ({ jobs: [] })); // the list below tells what is wrong
  for (const job of jobs.filter((each) => !["done", "failed"].includes(each.state))) follow(job, begun(count(job.files, "file")));
}

async function upload(chosen) {
  if (!chosen.length) return;
  const row = begun(count(chosen.length, "file"));
  const body = new FormData();
  for (const file of chosen) body.append("files", file, file.name);
  for (const field of form.querySelectorAll("[name]")) body.append(field.name, field.value);
  try {
    const response = await request("/v1/documents", { method: "POST", body });
    await follow(await response.json(), row);
  } catch (error) {
    fail(row, error, () => upload(chosen));
  }
}

function begun(what) {
  const bar = element("progress");
  bar.setAttribute("aria-label", `Adding ${what}`);
  const row = element("li", "", element("p", "", `Sending ${what}…`), bar);
  rows.prepend(row);
  say(`Sending ${what}…`);
  return row;
}

async function follow(job, row) {
  try {
    for await (const [name, now] of events(`/v1/jobs/${job.id}`)) name === "finished" ? finish(now, row) : advance(now, row);
  } catch (error) {
    fail(row, error, () => follow(job, begun(count(job.files, "file"))));
  }
}

function fail(row, error, again) {
  row.className = "failed";
  row.replaceChildren(failure(error, () => (row.remove(), again())), dismissal(row));
}

function advance(job, row) {
  const bar = row.querySelector("progress");
  bar.max = job.files;
  bar.value = job.files_done;
  const place = `${job.files_done} of ${count(job.files, "file")} read`;
  row.querySelector("p").textContent = [place, count(job.passages, "passage"), job.current].filter(Boolean).join(" · ");
}

function finish(job, row) {
  const parts = Object.entries(OUTCOMES).map(([key, words]) => job.report[key].length && `${job.report[key].length} ${words}`);
  const { refused } = job.report;
  const summary = [...parts, refused.length && `${refused.length} refused`].filter(Boolean).join(", ");
  const words = job.problem ? `The upload failed. ${job.problem.detail}` : `${count(job.files, "file")}: ${summary}.`;
  const why = refused.map(({ path, reason }) => element("li", "", reason.includes(path) ? reason : `${path}: ${reason}`));
  row.className = job.problem || refused.length ? "refused" : "done";
  row.replaceChildren(element("p", "", words), ...(why.length ? [element("ul", "", ...why)] : []), dismissal(row));
  say(words);
  show();
}

function dismissal(row) {
  return button("Dismiss", () => (row.remove(), document.getElementById("choose").focus()));
}

document.getElementById("choose").addEventListener("click", () => files.click());
files.addEventListener("change", () => {
  upload([...files.files]);
  files.value = "";
});

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
addEventListener("dragover", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  veil.hidden = false;
});
addEventListener("dragleave", (event) => event.relatedTarget === null && (veil.hidden = true));
addEventListener("drop", async (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  veil.hidden = true;
  location.hash = "#/documents";
  upload(await dropped(event.dataTransfer));
});
