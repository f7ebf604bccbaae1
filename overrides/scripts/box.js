/* The search box in the header: suggests while the reader types. */

import { asEach, excerpt, marked, placed } from "./excerpt.js";
import { ask, openSearch } from "./search.js";
import { isLiteral, openSimilar } from "./similar.js";
import { fill, kindWord, leadingTo, say } from "./words.js";

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
  constructor(form, failed) {
    this.form = form;
    this.failed = failed;
    this.input = form.elements.q;
    this.list = form.querySelector("[role=listbox]");
    this.status = form.querySelector("[role=status]");
    this.composing = false;
    this._asked = 0;
    this._timer = 0;
    this._chosen = -1;
    this.input.addEventListener("compositionstart", () => this._compose(true));
    this.input.addEventListener("compositionend", () => this._compose(false));
    this.input.addEventListener("input", () => this._later());
    this.input.addEventListener("keydown", (event) => this._key(event));
    form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this._close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // The input keeps the focus.
    this.list.addEventListener("click", (event) => this._go(event.target.closest("[role=option]")));
  }

  /** Fetches the head of the index, so that the first answer is quick. */
  open() {
    openSearch(this.form.dataset.index).catch(() => {});
    if (this.input.value) this._later();
  }

  _compose(begins) {
    this.composing = begins;
    if (!begins) this._later();
  }

  /** Looks after a pause, and never while an input method is putting characters together. */
  _later() {
    clearTimeout(this._timer);
    if (!this.composing) this._timer = setTimeout(() => this._look(), PAUSE);
  }

  async _look() {
    this._asked += 1;
    const asked = this._asked;
    const query = this.input.value;
    if (!query.trim()) {
      this._close();
      return;
    }
    try {
      const answer = await ask(this.form.dataset.index, (search) => this._answer(search, query));
      if (asked === this._asked && document.activeElement === this.input) this._show(...answer);
    } catch {
      if (asked === this._asked) this.failed();
    }
  }

  async _answer(search, query) {
    const terms = search.termsOf(query);
    const found = await search.find(terms);
    const exact = found.slice(0, SUGGESTIONS).map((entry) => ({ entry, terms, asked: asEach(terms) }));
    const similar = exact.length < SUGGESTIONS && !isLiteral(search, query, found) ? await this._similar(search, query, found) : [];
    const offered = [...exact, ...similar.slice(0, SUGGESTIONS - exact.length)];
    const texts = await Promise.all(offered.map(async ({ entry, asked }) => placed(await search.index.text(entry), asked, search)));
    return [search, offered, texts, found.length, similar.length];
  }

  /** What may be meant; without it what is found exactly is still suggested. */
  async _similar(search, query, exact) {
    try {
      const { first, answers, found, terms, asked } = await (await openSimilar(search)).find(query, exact);
      const more = [...[...first, ...answers].filter((entry) => !exact.includes(entry)), ...found];
      return more.map((entry) => ({ entry, terms, asked, similar: true }));
    } catch {
      return [];
    }
  }

  _show(search, offered, texts, count, similar) {
    const { head } = search.index;
    this._chosen = -1;
    fill(
      this.list,
      ...texts.map((text, at) => {
        const { entry, terms, similar: isSimilar } = offered[at];
        const option = document.createElement("li");
        option.id = `search-option-${at}`;
        option.setAttribute("role", "option");
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

  _close() {
    clearTimeout(this._timer);
    this._asked += 1;
    this._chosen = -1;
    this.list.hidden = true;
    fill(this.list);
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  _key(event) {
    if (event.isComposing || event.keyCode === TAKEN) return;
    const options = this.list.children.length;
    if (event.key === "Escape") {
      event.preventDefault(); // Browsers would empty the box.
      if (this.list.hidden) this.input.blur();
      else this._close();
    } else if (event.key === "ArrowDown" && options > 0) {
      event.preventDefault();
      this._choose(this._chosen + 1 < options ? this._chosen + 1 : -1);
    } else if (event.key === "ArrowUp" && options > 0) {
      event.preventDefault();
      this._choose(this._chosen >= 0 ? this._chosen - 1 : options - 1);
    } else if (event.key === "Enter" && this._chosen >= 0) {
      event.preventDefault();
      this._go(this.list.children[this._chosen]);
    }
  }

  _choose(at) {
    this._chosen = at;
    [...this.list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    const option = this.list.children[at];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  _go(option) {
    if (option) location.assign(option.dataset.address);
  }
}
