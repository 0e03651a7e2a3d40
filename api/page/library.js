/* The documents: listed, opened, removed. */

import { remove } from "./api.js";
import { button, day, element, failure, labelled, provenance, say } from "./elements.js";
import { Pages } from "./pages.js";
import { open } from "./source.js";
import { sure } from "./sure.js";

const section = document.getElementById("documents");
const pages = new Pages(document.getElementById("library"), {
  path: "/v1/documents",
  noun: "document",
  entry,
  empty: "There are no documents yet. Add some, and ask.",
});

export const show = () => pages.show();

function entry(item) {
  const title = button(item.title, (pressed) => open({ ...item, document_id: item.id }, pressed), "title");
  const added = item.added_at && `added ${day(item.added_at)}`;
  const more = [item.source, added, item.copy_of && "nearly the same as an earlier document"].filter(Boolean).join(" · ");
  const away = labelled(button("Remove", () => removed(item, row)), `Remove ${item.title}`);
  const about = element("div", "", title, element("p", "about", provenance(item)), element("p", "about", more));
  const row = element("li", "", about, element("div", "tools", away));
  return row;
}

async function removed(item, row) {
  if (!(await sure("Remove this document?", `Answers will no longer rest on “${item.title}”. The file itself is left alone.`, "Remove"))) return;
  try {
    await remove(`/v1/documents/${encodeURIComponent(item.id)}`);
    await show();
    say(`Removed ${item.title}.`);
    section.querySelector("h1").focus();
  } catch (error) {
    row.append(failure(error, () => removed(item, row)));
  }
}
