/* Which documents a question may draw on. */

import { get } from "./api.js";
import { day, element } from "./elements.js";

const MOST = 1_000; // documents whose publishers are offered; any other can be typed
const box = document.getElementById("filters");
const fields = [...box.querySelectorAll("input")];

/** The filters as the service takes them; what is empty is left out. */
export function filters() {
  return Object.fromEntries(fields.filter((field) => field.value.trim()).map((field) => [field.name, field.value.trim()]));
}

function tell() {
  const { since, until, publisher } = filters();
  const parts = [publisher && `by ${publisher}`, since && `from ${day(since)}`, until && `to ${day(until)}`].filter(Boolean);
  box.querySelector("summary").textContent = parts.length ? `Only documents ${parts.join(", ")}` : "All documents";
  box.classList.toggle("set", parts.length > 0);
}

async function offer() {
  if (!box.open) return;
  const { documents } = await get(`/v1/documents?limit=${MOST}`).catch(() => ({ documents: [] })); // typing works without
  const names = [...new Set(documents.map((each) => each.publisher).filter(Boolean))].sort();
  const options = names.map((name) => Object.assign(element("option"), { value: name }));
  document.getElementById("publishers").replaceChildren(...options);
}

box.addEventListener("input", tell);
box.addEventListener("toggle", offer);
document.getElementById("unfilter").addEventListener("click", () => {
  for (const field of fields) field.value = "";
  tell();
});
