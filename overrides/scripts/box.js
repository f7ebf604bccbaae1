/* The search box in the header: suggests while the reader types. */

import { excerpt, marked } from "./excerpt.js";
import { ask, openSearch } from "./search.js";
import { isQuoted, openSimilar } from "./similar.js";
import { kindWord, leadingTo, say } from "./words.js";

const SUGGESTIONS = 7;
/** Milliseconds without a keystroke before looking. */
const PAUSE = 120;
/** The code of a key that an input method has taken. Safari gives it to the Enter that ends a composition. */
const TAKEN = 229;

/** Starts the box; called once, when it is first used. `failed` is called when nothing can be found out. */
export function start(form, failed) {
  const box = new Box(form, failed);
  box.open();
}

class Box {
  #asked = 0;
  #timer = 0;
  #chosen = -1;

  constructor(form, failed) {
    this.form = form;
    this.failed = failed;
    this.input = form.elements.q;
    this.list = form.querySelector("[role=listbox]");
    this.status = form.querySelector("[role=status]");
    this.composing = false;
    this.input.addEventListener("compositionstart", () => this.#compose(true));
    this.input.addEventListener("compositionend", () => this.#compose(false));
    this.input.addEventListener("input", () => this.#later());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this.#close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // The input keeps the focus.
    this.list.addEventListener("click", (event) => this.#go(event.target.closest("[role=option]")));
  }

  /** Fetches the head of the index, so that the first answer is quick. */
  open() {
    openSearch(this.form.dataset.index).catch(() => {});
    if (this.input.value) this.#later();
  }

  #compose(begins) {
    this.composing = begins;
    if (!begins) this.#later();
  }

  /** Looks after a pause, and never while an input method is putting characters together. */
  #later() {
    clearTimeout(this.#timer);
    if (!this.composing) this.#timer = setTimeout(() => this.#look(), PAUSE);
  }

  async #look() {
    this.#asked += 1;
    const asked = this.#asked;
    const query = this.input.value;
    if (!query.trim()) {
      this.#close();
      return;
    }
    try {
      const answer = await ask(this.form.dataset.index, (search) => this.#answer(search, query));
      if (asked === this.#asked && document.activeElement === this.input) this.#show(...answer);
    } catch {
      if (asked === this.#asked) this.failed();
    }
  }

  async #answer(search, query) {
    const terms = search.termsOf(query);
    const found = await search.find(terms);
    const exact = found.slice(0, SUGGESTIONS).map((entry) => ({ entry, terms }));
    const similar = exact.length < SUGGESTIONS && !isQuoted(query) ? await this.#similar(search, query, found) : [];
    const offered = [...exact, ...similar.slice(0, SUGGESTIONS - exact.length)];
    const texts = await Promise.all(offered.map(({ entry }) => search.index.text(entry)));
    return [search, offered, texts, found.length, similar.length];
  }

  /** What may be meant; without it what is found exactly is still suggested. */
  async #similar(search, query, exact) {
    try {
      const { answers, found, terms } = await (await openSimilar(search)).find(query, exact);
      const more = [...answers.filter((entry) => !exact.includes(entry)), ...found];
      return more.map((entry) => ({ entry, terms, similar: true }));
    } catch {
      return [];
    }
  }

  #show(search, offered, texts, count, similar) {
    const { head } = search.index;
    this.#chosen = -1;
    this.list.replaceChildren(
      ...texts.map((text, at) => {
        const { entry, terms, similar: isSimilar } = offered[at];
        const option = document.createElement("li");
        option.id = `search-option-${at}`;
        option.role = "option";
        option.className = "search__option";
        option.dataset.address = leadingTo(this.form.dataset.root, text.address, terms);
        const kind = document.createElement("span");
        kind.className = "search__kind";
        const name = search.index.kind(entry);
        const part = name === "source" && text.address.includes("#");
        say(kind, head, isSimilar ? "search-similar" : kindWord(name));
        const title = document.createElement("span");
        // A sentence is known by its words, not by its number.
        title.append(part ? excerpt(text.passages, terms, search, 0.4) : marked(text.title, terms, search));
        option.append(kind, title);
        return option;
      }),
    );
    this.list.hidden = texts.length === 0;
    this.input.setAttribute("aria-expanded", String(texts.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    const said = similar > 0 ? "search-similar-suggestions" : count > 0 ? "search-suggestions" : "search-none";
    say(this.status, head, said, { count, similar });
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#chosen = -1;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    if (event.isComposing || event.keyCode === TAKEN) return;
    const options = this.list.children.length;
    if (event.key === "Escape") {
      event.preventDefault(); // Browsers would empty the box.
      if (this.list.hidden) this.input.blur();
      else this.#close();
    } else if (event.key === "ArrowDown" && options > 0) {
      event.preventDefault();
      this.#choose(this.#chosen + 1 < options ? this.#chosen + 1 : -1);
    } else if (event.key === "ArrowUp" && options > 0) {
      event.preventDefault();
      this.#choose(this.#chosen >= 0 ? this.#chosen - 1 : options - 1);
    } else if (event.key === "Enter" && this.#chosen >= 0) {
      event.preventDefault();
      this.#go(this.list.children[this.#chosen]);
    }
  }

  #choose(at) {
    this.#chosen = at;
    [...this.list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    const option = this.list.children[at];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  #go(option) {
    if (option) location.assign(option.dataset.address);
  }
}
