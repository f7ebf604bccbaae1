/* What queries in Latin letters may mean on Chinese pages; fetched for these alone. */

/** A syllable of pinyin. */
const SYLLABLE = /^[a-z]{1,6}$/;

/** What is held, with the words of it that stand apart as they are written in Latin letters. */
export function withLatin(held, { groups, ...words }) {
  const all = { ...held, groups: held.groups.map(([ours, more, ...rest], at) => [ours, `${more}|${groups[at]}`, ...rest]) };
  for (const key of Object.keys(words)) all[key] = `${held[key]}|${words[key]}`;
  return all;
}

/** Letters of pinyin without what many do not tell apart, as macros/search/pinyin.py has it. */
export function alike(letters) {
  return letters.replace(/([zcs])h/g, "$1").replace(/ng/g, "n").replace(/v/g, "u");
}

/** A folded text with its Latin words in one, as the syllables of a name in pinyin may be typed apart; syllables alone
    also as two words of two and more. */
export function together(text) {
  const made = text.replace(/([a-z]) +(?=[a-z])/g, "$1");
  const typed = text.split(" ").filter(Boolean);
  const cuts = typed.every((word) => SYLLABLE.test(word)) ? typed.slice(2, -1).map((_, at) => at + 2) : [];
  const inTwo = cuts.map((at) => `${typed.slice(0, at).join("")} ${typed.slice(at).join("")}`);
  return made === text ? [] : [made, ...inTwo];
}
