/* The conversations: listed, taken up, written down, forgotten. */

import { remove } from "./api.js";
import { address, begin, exported } from "./ask.js";
import { button, count, element, failure, labelled, moment, say } from "./elements.js";
import { Pages } from "./pages.js";
import { sure } from "./sure.js";

const section = document.getElementById("conversations");
const pages = new Pages(document.getElementById("kept"), {
  path: "/v1/conversations",
  noun: "conversation",
  entry,
  empty: "There are no conversations yet. Each one is kept from its first question on.",
});

export const show = () => pages.show();

function entry(item) {
  const title = element("a", "title", item.title || "Without a question");
  title.href = `#/conversation/${item.id}`;
  const about = element("p", "about", `${count(item.turns, "question")} · ${moment(item.updated_at)}`);
  const row = element("li", "", element("div", "", title, about));
  const name = title.textContent;
  const taken = labelled(button("Export", () => tried(row, () => exported(item.id))), `Export ${name}`);
  const away = labelled(button("Delete", () => deleted(item, name, row)), `Delete ${name}`);
  row.append(element("div", "tools", taken, away));
  return row;
}

async function deleted(item, name, row) {
  if (!(await sure("Delete this conversation?", `“${name}” and its answers are forgotten. The documents stay.`, "Delete"))) return;
  await tried(row, async () => {
    await remove(`/v1/conversations/${encodeURIComponent(item.id)}`);
    if (address().endsWith(item.id)) begin();
    await show();
    say(`Deleted ${name}.`);
    section.querySelector("h1").focus();
  });
}

async function tried(row, action) {
  row.querySelector(".failure")?.remove();
  try {
    await action();
  } catch (error) {
    row.append(failure(error, () => tried(row, action)));
  }
}
