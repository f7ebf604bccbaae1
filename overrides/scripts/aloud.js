/* Reads the main text aloud with the browser's own voice, sentence by sentence, and marks the one being read. */

/** A point ends a sentence only before a space: 2.3 million is one number. */
const SENTENCE = /(?:[^。！？；.!?;]|\.(?!\s|$))+[。！？；.!?;]*["”’）)]*\s*|[。！？；.!?;]+\s*/gu;
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption";
/** What is not text to listen to. */
const LEFT_OUT =
  "nav, script, style, svg, button, summary, details:not([open]), .report, .sentence__anchor, .note-mark, [aria-hidden=true]";
/** The names by which voices are known. */
const VOICES = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en" };

/** A browser that has begun nothing after so many milliseconds has no voice; some never tell. */
const SILENCE = 5000;

let reading;

/** Begins to read, or stops; where nothing can read, that is said, and the button goes. */
export function press(button) {
  if (reading) {
    reading.stop();
    return;
  }
  if (!window.speechSynthesis) {
    withoutVoice(button);
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
      const last = sentences[sentences.length - 1];
      const whole = /[。！？；.!?;]["”’）)]*\s*$/u.test(text);
      if (last && !last.whole && last.language === language) {
        last.stretches.push(stretch);
        last.whole = whole;
      } else {
        sentences.push({ language, stretches: [stretch], whole });
      }
    }
  }
  return sentences;
}

function withoutVoice(button) {
  document.querySelector(".elder-bar__said").textContent = button.dataset.unavailable;
  button.hidden = true;
}

class Reading {
  constructor(button, sentences) {
    this.button = button;
    this.said = document.querySelector(".elder-bar__said");
    this.sentences = sentences;
    this._at = -1;
    this._marks = [];
    this.stop = () => this._end();
    this._show(true);
    addEventListener("pagehide", this.stop);
  }

  /** Reads the next sentence, if there is one. */
  next() {
    clearTimeout(this._silent);
    this._unmark();
    this._at += 1;
    const sentence = this.sentences[this._at];
    if (!sentence) {
      this.stop();
      return;
    }
    const text = sentence.stretches.map(({ node, start, end }) => node.data.slice(start, end)).join("");
    this._mark(sentence);
    const words = new SpeechSynthesisUtterance(text);
    words.lang = VOICES[sentence.language] || sentence.language;
    const fail = () => {
      if (reading !== this) return;
      this.stop();
      withoutVoice(this.button);
    };
    this._silent = setTimeout(fail, SILENCE);
    words.onstart = () => clearTimeout(this._silent);
    words.onend = () => reading === this && this.next();
    words.onerror = ({ error }) => error === "canceled" || error === "interrupted" || fail();
    speechSynthesis.speak(words);
  }

  _end() {
    reading = undefined;
    clearTimeout(this._silent);
    removeEventListener("pagehide", this.stop);
    speechSynthesis.cancel();
    this._unmark();
    this._show(false);
  }

  _show(on) {
    this.button.setAttribute("aria-pressed", String(on));
    this.button.textContent = on ? this.button.dataset.stop : this.button.dataset.start;
    this.said.textContent = "";
  }

  _mark({ stretches }) {
    for (const { node, start, end } of stretches) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const mark = document.createElement("mark");
      mark.className = "reading";
      range.surroundContents(mark);
      this._marks.push({ mark, node, start });
    }
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this._marks[0].mark.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  /** Puts the text back into the one node it was in, so that the stretches found at first still hold. */
  _unmark() {
    for (const { mark, node } of this._marks) {
      const after = mark.nextSibling;
      const text = after && after.nodeType === Node.TEXT_NODE ? after : undefined;
      node.data += mark.textContent + (text ? text.data : "");
      if (text) text.remove();
      mark.remove();
    }
    this._marks = [];
  }
}
