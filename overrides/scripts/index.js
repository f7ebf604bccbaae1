/* Reads the index that macros/search/ writes: looks keys up in files that are fetched when first needed. */

/** Opens the index in a folder, an absolute address that ends in a slash. */
export async function openIndex(folder) {
  const head = await fetched(`${folder}index.json`, "json");
  return new Index(head, `${folder}${head.folder}/`);
}

async function fetched(address, kind) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer[kind]();
}

export class Index {
  #folder;
  #files = new Map();

  constructor(head, folder) {
    this.head = head;
    this.#folder = folder;
    /** For each entry, the number of what it has in common with others: kind, work areas, periods. */
    this.common = [];
    for (let at = 0; at < head.runs.length; at += 2) {
      for (let each = 0; each < head.runs[at]; each += 1) this.common.push(head.common[head.runs[at + 1]]);
    }
  }

  #file(name, kind, read) {
    if (!this.#files.has(name)) {
      const file = fetched(this.#folder + name, kind).then(read);
      file.catch(() => this.#files.delete(name)); // A reader who is back on line may ask again.
      this.#files.set(name, file);
    }
    return this.#files.get(name);
  }

  #shard(number) {
    return this.#file(`k${number}.bin`, "arrayBuffer", shard);
  }

  /** What is listed under a key, or undefined. */
  async row(key) {
    const number = lastUpTo(this.head.shards, key);
    return number < 0 ? undefined : (await this.#shard(number)).get(key);
  }

  /** What is listed under every key that begins so. */
  async rows(prefix) {
    const shards = [];
    for (let at = Math.max(0, lastUpTo(this.head.shards, prefix)); at < this.head.shards.length; at += 1) {
      if (this.head.shards[at] > `${prefix}\uffff`) break;
      shards.push(this.#shard(at));
    }
    const found = [];
    for (const keys of await Promise.all(shards)) {
      for (const [key, row] of keys) if (key.startsWith(prefix)) found.push(row);
    }
    return found;
  }

  /** The number of the file that holds the text of an entry. */
  textFile(entry) {
    return lastUpTo(this.head.texts, entry);
  }

  /** What is shown of an entry. */
  async text(entry) {
    const number = this.textFile(entry);
    const texts = await this.#file(`t${number}.json`, "json", (all) => all);
    const [address, title, context, passages] = texts[entry - this.head.texts[number]];
    return { address, title, context, passages };
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

/** Takes a file of postings apart: rows by key. */
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

/** The fields of a row that lists fields alone. */
export function* fieldsOf(row) {
  const reader = new Reader(row);
  for (let field = 0; reader.more; ) {
    field += reader.next();
    yield field;
  }
}

/** Fields and places of a row that lists both. */
export function* placesIn(row) {
  const reader = new Reader(row);
  for (let field = 0; reader.more; ) {
    field += reader.next();
    const places = [];
    let place = 0;
    for (let left = reader.next(); left > 0; left -= 1) {
      place += reader.next();
      places.push(place);
    }
    yield [field, places];
  }
}
