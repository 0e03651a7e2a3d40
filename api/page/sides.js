/* Sources that disagree, side by side: who says what, and when. */

import { day, element } from "./elements.js";

/** What nobody in particular says, and then a column a source, the oldest first. ``written`` makes blocks of claims. */
export function sides(answer, written) {
  const notes = new Map(answer.citations.map((citation) => [citation.number, citation]));
  const spoken = answer.claims.filter((claim) => claim.citations.length);
  const others = answer.claims.filter((claim) => !claim.citations.length);
  const columns = grouped(spoken, (claim) => notes.get(claim.citations[0]).document_id);
  const sources = columns.size > 1 ? [...columns.values()] : spoken.map((claim) => [claim]);
  const dated = sources.map((claims) => [notes.get(claims[0].citations[0]), claims]);
  dated.sort(([a], [b]) => (a.published ?? "").localeCompare(b.published ?? ""));
  return [element("div", "sides", ...dated.map(([source, claims]) => side(source, written(claims)))), ...written(others)];
}

function side(source, blocks) {
  const when = source.published ? element("time", "", `${source.published_estimated ? "about " : ""}${day(source.published)}`) : "Undated";
  const heading = element("h3", "", source.publisher ?? source.title);
  return element("section", "side", heading, element("p", "about", when), ...blocks);
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
