/* Numbers in Chinese characters and in digits: 三号 and 3号, 三千万, 3千万 and 3000万. */

const DIGITS = "零一二三四五六七八九";
const PLACES = ["", "十", "百", "千"];
const MYRIADS = { 万: 1e4, 亿: 1e8 };
const HAN_NUMBER = /[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?/g;
const DIGIT = /[零〇一二两三四五六七八九十]/;
const NUMBER = /[0-9][0-9.,]*/g;
/** Shares in words: 百分之五十. The sign of 千分之 is no text that is looked for (fold.js). */
const SHARE = new RegExp(`([百千])分之([0-9.]+|${HAN_NUMBER.source})`, "g");
const PER_CENT = /per cent(?![a-z])/g;
const SHORT = /([0-9][0-9,]*(?:\.[0-9]+)?) ?(k|w|mn?|bn)(?![a-z])/g;
const SHORT_TIMES = { k: 1e3, w: 1e4, m: 1e6, mn: 1e6, bn: 1e9 };
const ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ENGLISH_TIMES = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
const ENGLISH_WORD = `(?:${[...ENGLISH, ...TENS, ...Object.keys(ENGLISH_TIMES)].join("|")})(?![a-z])`;
const ENGLISH_NUMBER = new RegExp(`(^|[^a-z])(${ENGLISH_WORD}(?: +(?:and +)?${ENGLISH_WORD})*) ?`, "g");

/** The ways to write a folded text: with large numbers written out (12000 of 12000万 is another number), and with its
    numbers the other way. */
export function waysToWrite(folded) {
  const text = inFull(folded.counted().text);
  return [...new Set([text, ...otherNumerals(text)])];
}

/** A folded text with its numbers written the other way; nothing where that is the same. */
function otherNumerals(text) {
  const inDigits = text.replace(HAN_NUMBER, (found, at) =>
    DIGIT.test(found) && !/[0-9]/.test(text[at - 1] || "") ? digitsOf(found) : found,
  );
  const inHan = text.replace(NUMBER, (found) => (/^[1-9][0-9]{0,11}$/.test(found) ? hanOf(Number(found)) : found));
  return [...new Set([inDigits, inHan])].filter((one) => one !== text);
}

/** A folded text with 2.3m, thirty million and 百分之三十 written out; a single word below two, and one that counts nothing,
    says too little. */
function inFull(text) {
  const shares = text.replace(SHARE, (found, of, number) => (/[0-9]/.test(number) ? number : digitsOf(number)) + (of === "百" ? "%" : ""));
  const long = shares.replace(SHORT, (found, number, times) => String(Math.round(Number(number.replace(/,/g, "")) * SHORT_TIMES[times])));
  const numbers = long.replace(ENGLISH_NUMBER, (found, before, words) => {
    const value = valueInEnglish(words.split(/ +(?:and +)?/));
    return value > 1 ? `${before}${value} ` : found;
  });
  return numbers.replace(PER_CENT, "percent");
}

/** The value of English words: two hundred thousand is 200000; 0 where they begin with no number. */
function valueInEnglish(words) {
  let whole = 0;
  let part = 0;
  for (const word of words) {
    const times = ENGLISH_TIMES[word] || 0;
    if (times === 100) part *= 100;
    else if (times > 0) {
      whole += part * times;
      part = 0;
    } else part += TENS.includes(word) ? 20 + 10 * TENS.indexOf(word) : ENGLISH.indexOf(word);
  }
  return whole + part;
}

/** A Han numeral in digits: 一五 is 15, and so is 十五; 九十八点五 is 98.5. */
function digitsOf(han) {
  const [whole, part] = han.replace(/〇/g, "零").replace(/两/g, "二").split("点");
  const isRow = /^[零一二三四五六七八九]+$/;
  const inRow = (chars) => Array.from(chars, (char) => DIGITS.indexOf(char)).join("");
  return (isRow.test(whole) ? inRow(whole) : String(valueOf(whole))) + (part ? `.${inRow(part)}` : "");
}

/** The value of a Han numeral: 一亿二千万 is 120000000. */
function valueOf(han) {
  let whole = 0;
  let sum = 0;
  let digit = 0;
  for (const char of han) {
    const place = PLACES.indexOf(char);
    if (char in MYRIADS) {
      // 亿 counts all before it, 万 what stands behind 亿.
      const counted = char === "亿" ? whole + sum + digit : sum + digit;
      whole = (char === "亿" ? 0 : whole) + (counted || 1) * MYRIADS[char];
      sum = 0;
      digit = 0;
    } else if (place > 0) {
      sum += (digit || 1) * 10 ** place;
      digit = 0;
    } else {
      digit = DIGITS.indexOf(char);
    }
  }
  return whole + sum + digit;
}

/** A whole number in Han numerals: 18000000 is 一千八百万. */
function hanOf(number) {
  for (const [myriads, times] of [["亿", 1e8], ["万", 1e4]]) {
    const rest = number % times;
    if (number >= times) return `${hanOf(Math.floor(number / times))}${myriads}${rest > 0 ? `${rest < times / 10 ? "零" : ""}${hanOf(rest)}` : ""}`;
  }
  let made = "";
  let gap = false;
  String(number)
    .split("")
    .forEach((char, at, all) => {
      const place = all.length - 1 - at;
      if (char === "0") {
        gap = true;
        return;
      }
      made += (gap && made ? "零" : "") + DIGITS[Number(char)] + PLACES[place];
      gap = false;
    });
  return made.replace(/^一十/, "十");
}
