/* Reads the index that macros/search/ writes: looks keys up in files that are fetched when first needed. */

/** Begins a row of a stem in the place of which that of its word is read. */
const SAME_ROW = 255;

/** Opens the index in a folder, an absolute address that ends in a slash; `cache` says whether its files may be old ones. */
export async function openIndex(folder, cache) {
  const head = await fetched(`${folder}index.json`, "json", cache);
  const texts = `${folder}${head.folder}/`;
  return new Index(head, texts, head.rows ? new URL(head.rows, folder).href : texts, cache);
}

async function fetched(address, kind, cache) {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer[kind]();
}

export class Index {
  /** `texts` and `rows` are folders: the Traditional edition has texts of its own and looks up rows where the Simplified
      one does. */
  constructor(head, texts, rows, cache) {
    this.head = head;
    this._files = new Map();
    this._cache = cache;
    this._texts = texts;
    this._rows = rows;
    this.firstOfKind = head.kinds.map(([, first]) => first);
    this.firstOfGroup = head.texts.map(([first]) => first);
  }

  /** The kind of an entry. */
  kind(entry) {
    return this.head.kinds[lastUpTo(this.firstOfKind, entry)][0];
  }

  /** What results can be narrowed by besides their kind. */
  facets() {
    return this._file(`${this._texts}facets.json`, "json", ({ area, period }) => ({
      area: new Facet(area),
      period: new Facet(period),
    }));
  }

  /** What is read first to find what was meant: groups of synonyms, words of other regions and of questions. */
  similar() {
    return this._file(`${this._texts}similar.json`, "json", (all) => all);
  }

  /** The words of the same that are written in Latin letters, where they stand apart: on Chinese pages. */
  latin() {
    return this._file(`${this._rows}latin.json`, "json", (all) => all);
  }

  _file(name, kind, read) {
    if (!this._files.has(name)) {
      const file = fetched(name, kind, this._cache).then(read);
      file.catch(() => this._files.delete(name)); // A reader who is back on line may ask again.
      this._files.set(name, file);
    }
    return this._files.get(name);
  }

  _shard(number) {
    return this._file(`${this._rows}k${number}.bin`, "arrayBuffer", shard);
  }

  /** The number of the file that a key would be in, or -1. The names of the files stand in a directory of pages. */
  async _shardOf(key) {
    const page = lastUpTo(this.head.directory, key);
    if (page < 0) return -1;
    const firsts = await this._file(`${this._rows}d${page}.json`, "json", (all) => all);
    return page * this.head.page + lastUpTo(firsts, key);
  }

  /** What is listed under a key, or undefined. */
  async row(key) {
    const number = await this._shardOf(key);
    const row = number < 0 ? undefined : (await this._shard(number)).get(key);
    return row && key[0] === "~" && row[0] === SAME_ROW ? this.row(new TextDecoder().decode(row.subarray(1))) : row;
  }

  /** What is listed under every key that begins so. */
  async rows(prefix) {
    const [first, last] = await Promise.all([this._shardOf(prefix), this._shardOf(`${prefix}\uffff`)]);
    const shards = [];
    for (let at = Math.max(0, first); at <= last; at += 1) shards.push(this._shard(at));
    const found = [];
    for (const keys of await Promise.all(shards)) {
      for (const [key, row] of keys) if (key.startsWith(prefix)) found.push(row);
    }
    return found;
  }

  /** The words listed under a key. */
  async words(key) {
    const row = await this.row(key);
    return row ? wordsOf(row) : [];
  }

  /** The number of the file that holds the text of an entry, and its place there. */
  _place(entry) {
    const [first, inAFile, file] = this.head.texts[lastUpTo(this.firstOfGroup, entry)];
    return [file + Math.floor((entry - first) / inAFile), (entry - first) % inAFile];
  }

  /** First and last of each run of the entries that stand on a page. */
  listedOn(page) {
    return (this.head.lists.find(([number]) => number === page) || []).slice(1);
  }

  textFile(entry) {
    return this._place(entry)[0];
  }

  /** What is shown of an entry. */
  async text(entry) {
    const [file, place] = this._place(entry);
    const texts = await this._file(`${this._texts}t${file}.json`, "json", (all) => all);
    const [address, title, context, passages, answer, more, places = []] = texts[place];
    return { address, title, context, passages, answer, more, places };
  }

  /** The further passages of an entry that has more than stand in its file of texts. */
  further(entry) {
    return this._file(`${this._texts}m${entry}.json`, "json", (all) => all);
  }
}

/** The values of one facet, and which of them each entry has. */
class Facet {
  constructor({ ids, names, more, runs }) {
    this.ids = ids;
    this.names = names;
    this.sets = [...ids.map((_, number) => [number]), ...more];
    this.firsts = [];
    this.numbers = [];
    let entry = 0;
    let number = 0;
    for (let at = 0; at < runs.length; at += 2) {
      number += runs[at + 1];
      this.firsts.push(entry);
      this.numbers.push(number);
      entry += runs[at];
    }
  }

  /** The numbers of the values that an entry has. */
  of(entry) {
    return this.sets[this.numbers[lastUpTo(this.firsts, entry)]];
  }
}

/** The place of the last of some sorted values that is not above `value`, or -1. */
export function lastUpTo(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Takes a file of postings apart: rows by key. What is not whole, or is another file, would be read as holding nothing. */
function shard(buffer) {
  const bytes = new Uint8Array(buffer);
  const headEnd = 4 + new DataView(buffer).getUint32(0, true);
  const keys = new TextDecoder().decode(bytes.subarray(4, headEnd)).split("\n");
  const reader = new Reader(bytes, headEnd);
  const lengths = keys.map(() => reader.next());
  const rows = new Map();
  let at = reader.at;
  keys.forEach((key, number) => {
    rows.set(key, bytes.subarray(at, at + lengths[number]));
    at += lengths[number];
  });
  if (at !== bytes.length) throw new Error(`${bytes.length} bytes, not ${at}`);
  return rows;
}

/** Reads whole numbers of seven bits a byte. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get more() {
    return this.at < this.bytes.length;
  }

  next() {
    let number = 0;
    let shift = 0;
    let byte;
    do {
      byte = this.bytes[this.at];
      this.at += 1;
      number |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return number;
  }
}

/** The fields of a row that lists fields alone: bits behind a byte that says how many low bits there are of how many fields
    lie between one and the next, behind as many zeros as the rest of it says, and a one. */
export function* fieldsOf(row) {
  const low = row[0];
  const end = 8 * row.length;
  let at = 8;
  const bit = () => {
    const one = (row[at >> 3] >> (7 - (at & 7))) & 1;
    at += 1;
    return one;
  };
  for (let field = -1; ; ) {
    let step = 0;
    let one = 0;
    while (at < end && one === 0) {
      one = bit();
      step += 1 - one;
    }
    if (one === 0) return;
    for (let left = low; left > 0; left -= 1) step = 2 * step + bit();
    field += step + 1;
    yield field;
  }
}

/** The words of a row that lists words. */
export function wordsOf(row) {
  return new TextDecoder().decode(row).split(" ");
}

/** A row of a group of synonyms: how many entries hold one of its words, and the likeliest fields. */
export function countedFields(row) {
  const reader = new Reader(row);
  const count = reader.next();
  return { count, fields: [...fieldsOf(row.subarray(reader.at))] };
}

/** Fields and places of a row that lists both. */
export function* placesIn(row) {
  const reader = new Reader(row);
  for (let field = 0; reader.more; ) {
    const next = reader.next();
    field += next >> 1;
    const places = [];
    let place = 0;
    for (let left = next & 1 ? reader.next() : 1; left > 0; left -= 1) {
      place += reader.next();
      places.push(place);
    }
    yield [field, places];
  }
}
