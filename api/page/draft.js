/* What a model writes, as it writes it: nothing of it is checked yet. */

import { element } from "./elements.js";

const IDS = /\[([\d.,;&\s–-]*)(\]|$)/g; // the ids of the sentences a draft rests on, the last of them perhaps half written
const REFUSING = /NOT(_(F(O(U(N(D)?)?)?)?)?)?/g;

/** The words of a draft with numbers where its notes will stand, counted in the order of first use. */
export function drafted(text) {
  const numbers = new Map();
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(IDS)) {
    nodes.push(words(text.slice(end, match.index)).trimEnd());
    const ids = match[2] ? (match[1].match(/\d+\.\d+/g) ?? []) : [];
    nodes.push(...ids.map((id) => element("sup", "note", String(numbered(numbers, id)))));
    end = match.index + match[0].length;
  }
  return [...nodes, words(text.slice(end))];
}

function numbered(numbers, id) {
  if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  return numbers.get(id);
}

function words(text) {
  return text.replace(REFUSING, "").replace(/\s+$/, " ");
}
