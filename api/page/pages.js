/* A list that comes a page at a time. */

import { button, count, element, failure, say } from "./elements.js";
import { get } from "./api.js";

const LENGTH = 25;

export class Pages {
  #offset = 0;
  #asked = 0; // only the last page asked for is shown

  /** ``entry`` makes a list item of one of the ``noun`` at ``path``; ``empty`` says what to do when there is none. */
  constructor(place, { path, noun, entry, empty }) {
    Object.assign(this, { place, path, noun, entry, empty });
  }

  async show(offset = this.#offset) {
    const turn = ++this.#asked;
    try {
      const found = await get(`${this.path}?limit=${LENGTH}&offset=${offset}`);
      if (turn !== this.#asked) return;
      if (!found[`${this.noun}s`].length && offset) return await this.show(Math.max(0, offset - LENGTH)); // its last entry was removed
      this.#offset = offset;
      this.#fill(found[`${this.noun}s`], found.total);
    } catch (error) {
      this.place.replaceChildren(failure(error, () => this.show(offset)));
    }
  }

  #fill(items, total) {
    if (!total) return this.place.replaceChildren(element("p", "empty", this.empty));
    const place = `${count(total, this.noun)}${total > LENGTH ? `, ${this.#offset + 1} to ${this.#offset + items.length}` : ""}`;
    const list = element("ul", "list", ...items.map(this.entry));
    this.place.replaceChildren(element("p", "about", place), list, ...(total > LENGTH ? [this.#turner(total)] : []));
  }

  #turner(total) {
    const [back, on] = [this.#turn("Earlier", -LENGTH), this.#turn("Later", LENGTH)];
    back.textContent = "‹ Previous";
    on.textContent = "Next ›";
    back.disabled = this.#offset === 0;
    on.disabled = this.#offset + LENGTH >= total;
    return element("nav", "tools", back, on);
  }

  #turn(label, by) {
    return button(label, async () => {
      await this.show(this.#offset + by);
      say(this.place.querySelector(".about")?.textContent ?? "");
      this.place.scrollIntoView();
    });
  }
}
