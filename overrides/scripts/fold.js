/* Folds text as macros/search/folding.py does, and remembers where each part came from. */

const UNIT = /[a-z]+|[^ ,a-z]/gu;
const DIGIT = /[0-9]/;
const A_NUMBER = "([0-9][0-9,]*(?:\\.[0-9]+)?)";
const LARGE_NUMBER = new RegExp(
  `${A_NUMBER} *([十百千]?亿)(?:${A_NUMBER}([十百千]?万))?|${A_NUMBER} *(万亿|[十百千]?万|[百千](?![克米瓦伏卡帕赫分])|(?:thousand|million|billion)(?![a-z]))`,
  "gu",
);
const TIMES = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 万亿: 12, thousand: 3, million: 6, billion: 9 };

/** Folds one character; a space stands for what falls away. `script` maps Traditional to Simplified characters. */
function foldCharacter(char, script) {
  let kept = "";
  for (const part of char.normalize("NFKD").toLowerCase().normalize("NFKD")) {
    if (/\p{Mn}/u.test(part)) continue;
    const simple = script.get(part) || part;
    kept += /[%.,\p{L}\p{N}]/u.test(simple) ? simple : " ";
  }
  return kept;
}

/** Folded text together with the place in the original of each of its parts. */
class Folded {
  constructor(text, starts, ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** The same with large numbers written out, as 3000万 is 30000000. */
  counted() {
    let text = "";
    const starts = [];
    const ends = [];
    const keep = (from, to) => {
      text += this.text.slice(from, to);
      starts.push(...this.starts.slice(from, to));
      ends.push(...this.ends.slice(from, to));
    };
    let done = 0;
    for (const found of this.text.matchAll(LARGE_NUMBER)) {
      keep(done, found.index);
      done = found.index + found[0].length;
      const digits = inOne(found.slice(1));
      text += digits;
      for (let each = 0; each < digits.length; each += 1) {
        starts.push(this.starts[found.index]);
        ends.push(this.ends[done - 1]);
      }
    }
    keep(done, this.text.length);
    return new Folded(text, starts, ends);
  }

  /** The units of search in order, each with its place in the original. */
  units() {
    const units = [];
    for (const { 0: text, index } of this.text.matchAll(UNIT)) {
      // A point counts inside a number only.
      if (text === "." && !(DIGIT.test(this.text[index - 1]) && DIGIT.test(this.text[index + 1]))) continue;
      units.push({ text, start: this.starts[index], end: this.ends[index + text.length - 1] });
    }
    return units;
  }
}

/** Numbers and what multiplies each, in turn, as one number in plain digits. */
function inOne([number, times, more, timesMore, other, otherTimes]) {
  const first = writtenOut(number || other, zerosOf(times || otherTimes));
  return more ? String(Number(first) + Number(writtenOut(more, zerosOf(timesMore)))) : first;
}

/** The zeros that a word adds to a number: 千万 adds seven. */
const zerosOf = (times) => TIMES[times] || TIMES[times[0]] + TIMES[times[1]];

/** A number times a power of ten in plain digits: 1.5 and 4 make 15000. */
function writtenOut(number, zeros) {
  const [whole, part = ""] = number.replace(/,/g, "").split(".");
  const digits = whole + part.slice(0, zeros).padEnd(zeros, "0");
  const rest = part.slice(zeros).replace(/0+$/, "");
  return digits.replace(/^0+(?=[0-9])/, "") + (rest && `.${rest}`);
}

/** Makes the function that folds text. `table` holds Traditional characters and their Simplified ones. */
export function folder([traditional, simplified]) {
  const turned = Array.from(simplified);
  const script = new Map(Array.from(traditional, (char, at) => [char, turned[at]]));
  const known = new Map();
  return (text) => {
    let folded = "";
    const starts = [];
    const ends = [];
    let at = 0;
    for (const char of text) {
      if (!known.has(char)) known.set(char, foldCharacter(char, script));
      const kept = known.get(char);
      folded += kept;
      for (let each = 0; each < kept.length; each += 1) {
        starts.push(at);
        ends.push(at + char.length);
      }
      at += char.length;
    }
    return new Folded(folded, starts, ends);
  };
}

export const isWord = (unit) => /^[a-z]/.test(unit);
