/* Reads the main text aloud with the browser's own voice, sentence by sentence, and marks the one being read. */

/** A point ends a sentence only before a space: 2.3 million is one number. */
const SENTENCE = /(?:[^。！？；.!?;]|\.(?!\s|$))+[。！？；.!?;]*["”’）)]*\s*|[。！？；.!?;]+\s*/gu;
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption";
/** What is not text to listen to. */
const LEFT_OUT =
  "nav, script, style, svg, button, summary, details:not([open]), .report, .sentence__anchor, .note-mark, [aria-hidden=true]";
/** The names by which voices are known. */
const VOICES = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en" };

let reading;

/** Begins to read, or stops. */
export function press(button) {
  if (reading) {
    reading.stop();
    return;
  }
  reading = new Reading(button, sentencesOf(document.querySelector("#main")));
  reading.next();
}

/** The sentences that can be seen, in order: each a language and the stretches of text it consists of. */
export function sentencesOf(main) {
  const sentences = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const texts = new Map();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const block = node.parentElement.closest(BLOCKS);
    if (!block || node.parentElement.closest(LEFT_OUT) || !isSeen(node)) continue;
    if (!texts.has(block)) texts.set(block, []);
    texts.get(block).push(node);
  }
  for (const nodes of texts.values()) sentences.push(...cut(nodes));
  return sentences;
}

function isSeen(node) {
  const { width, height } = node.parentElement.getBoundingClientRect();
  return node.data.trim() !== "" && width > 1 && height > 1; // What is for screen readers alone is one pixel.
}

/** Cuts the text of a block into sentences; a change of language begins a new one. */
function cut(nodes) {
  const sentences = [];
  for (const node of nodes) {
    const language = node.parentElement.closest("[lang]").lang;
    for (const { 0: text, index } of node.data.matchAll(SENTENCE)) {
      const stretch = { node, start: index, end: index + text.length };
      const last = sentences.at(-1);
      if (last && !last.whole && last.language === language) last.stretches.push(stretch);
      else sentences.push({ language, stretches: [stretch], whole: false });
      sentences.at(-1).whole = /[。！？；.!?;]["”’）)]*\s*$/u.test(text);
    }
  }
  return sentences;
}

class Reading {
  #at = -1;
  #marks = [];

  constructor(button, sentences) {
    this.button = button;
    this.said = document.querySelector(".elder-bar__said");
    this.sentences = sentences;
    this.#show(true);
    addEventListener("pagehide", this.stop);
  }

  /** Reads the next sentence, if there is one. */
  next() {
    this.#unmark();
    this.#at += 1;
    const sentence = this.sentences[this.#at];
    if (!sentence) {
      this.stop();
      return;
    }
    const text = sentence.stretches.map(({ node, start, end }) => node.data.slice(start, end)).join("");
    this.#mark(sentence);
    const words = new SpeechSynthesisUtterance(text);
    words.lang = VOICES[sentence.language] ?? sentence.language;
    words.onend = () => reading === this && this.next();
    words.onerror = ({ error }) => {
      if (reading !== this || error === "canceled" || error === "interrupted") return;
      this.stop();
      this.said.textContent = this.button.dataset.unavailable;
    };
    speechSynthesis.speak(words);
  }

  stop = () => {
    reading = undefined;
    removeEventListener("pagehide", this.stop);
    speechSynthesis.cancel();
    this.#unmark();
    this.#show(false);
  };

  #show(on) {
    this.button.setAttribute("aria-pressed", String(on));
    this.button.textContent = on ? this.button.dataset.stop : this.button.dataset.start;
    this.said.textContent = "";
  }

  #mark({ stretches }) {
    for (const { node, start, end } of stretches) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const mark = document.createElement("mark");
      mark.className = "reading";
      range.surroundContents(mark);
      this.#marks.push({ mark, node, start });
    }
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#marks[0].mark.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  /** Puts the text back into the one node it was in, so that the stretches found at first still hold. */
  #unmark() {
    for (const { mark, node } of this.#marks) {
      const after = mark.nextSibling;
      node.data += mark.textContent + (after?.nodeType === Node.TEXT_NODE ? after.data : "");
      if (after?.nodeType === Node.TEXT_NODE) after.remove();
      mark.remove();
    }
    this.#marks = [];
  }
}
