/* One question and what becomes of it: searching, a draft, an answer, or the reason why there is none. */

import { answered } from "./answer.js";
import { drafted } from "./draft.js";
import { count, element, failure, say } from "./elements.js";

export class Turn {
  #state = element("p", "state");
  #understood = element("p", "understood");
  #body = element("div", "answer");
  #draft = "";
  #hits = null;

  constructor(asked) {
    this.asked = asked;
    const heading = element("h2", "", asked);
    heading.tabIndex = -1;
    this.element = element("article", "turn", heading, this.#understood, this.#state, this.#body);
    this.understood(asked);
  }

  understood(question) {
    const words = question === this.asked ? [] : ["Understood as: ", element("em", "", question)];
    this.#understood.replaceChildren(...words);
    this.#understood.hidden = !words.length;
  }

  wait(words) {
    this.#state.textContent = words;
    this.#state.hidden = !words;
    if (words) say(words);
  }

  found(hits) {
    this.#hits = hits;
    this.wait(hits.length ? `Reading ${count(hits.length, "passage")}…` : "Nothing found so far…");
  }

  write(piece) {
    if (!this.#draft) this.wait("Writing. Nothing of this is checked yet…");
    this.#draft += piece;
    this.#body.replaceChildren(element("p", "draft", ...drafted(this.#draft)));
  }

  settle(answer) {
    this.answer = answer;
    this.wait("");
    this.understood(answer.question);
    this.#body.replaceChildren(...answered(answer, { asked: this.asked, hits: this.#hits }));
  }

  stop() {
    this.#body.replaceChildren(element("p", "faint", "Stopped.")); // a draft that nobody has checked does not stay
    this.wait("");
  }

  fail(error, again) {
    this.wait("");
    this.#body.replaceChildren(failure(error, again));
  }
}
