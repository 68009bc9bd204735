// What a large index needs beside search-core.js: its words and texts come in parts, as a query asks for them.

const MOST_POOLS = 16;

/** Gives an index the ways of a large one. */
export function enlarge(index, { fold, list, passage, each }) {
  const { cuts, parts, perFile, links } = index.data;
  const requested = new Map(), pools = new Map();
  const weights = Array.from({ length: 16 }, (_, step) => 0.25 * 1.28 ** step);
  index.passages = [];

  // A file is asked for once, and asked for again only when it did not come.
  function file(name) {
    if (!requested.has(name)) {
      const coming = index.load(parts + name);
      coming.catch(() => requested.delete(name));
      requested.set(name, coming);
    }
    return requested.get(name);
  }

  // Many at once; even asking takes the browser its time.
  async function files(names, signal) {
    const coming = [];
    await each(names, name => coming.push(file(name)), signal, 1);
    return Promise.all(coming);
  }

  // The files of words that begin with these letters, the first few.
  function shards(start, most) {
    let low = 0, high = cuts.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (cuts[middle] <= start) low = middle + 1;
      else high = middle;
    }
    const names = [];
    for (let i = Math.max(0, low - 1); names.length < most && i < cuts.length && (i < low || cuts[i].startsWith(start)); i++) names.push(`w${i}.json`);
    return names;
  }

  // The words of a file, once, whoever asks first; not given up with a query that nobody waits for any more, as others may.
  async function learn({ words, post }) {
    const terms = [];
    await each(words, (raw, i) => {
      const term = index.term(raw);
      terms.push(term);
      term.packed = post[i];
    });
    return terms;
  }

  // The words of several files, each once. Whoever types on asks for the same files letter after letter.
  function pool(names) {
    const key = names.join();
    if (!pools.has(key)) {
      if (pools.size === MOST_POOLS) pools.delete(pools.keys().next().value);
      const coming = gather(names);
      coming.catch(() => pools.delete(key));
      pools.set(key, coming);
    }
    return pools.get(key);
  }

  async function gather(names) {
    const terms = new Set();
    for (const part of await files(names)) await each(await (part.terms ??= learn(part)), term => terms.add(term));
    return [...terms];
  }

  async function fetchTerms(word, names) {
    word.files = new Set([...word.files ?? [], ...names]);
    word.pool = await pool([...word.files].sort());
  }

  const stem = key => index.probe({ key }).stem;

  Object.assign(index, {
    candidates: word => word.pool ?? [],

    // Few of a file's words answer a query: unpacked is what does. Not into objects, which the browser would have to tidy up
    // while somebody types.
    unpack(term) {
      const post = term.post = new Float32Array(term.packed.length * 2);
      let id = 0;
      term.packed.forEach((entry, i) => {
        post[2 * i] = id += entry >> 4;
        post[2 * i + 1] = weights[entry & 15];
      });
      return post;
    },

    async fetchWords(asked) {
      const all = asked.every(word => word.stop);
      await Promise.all(asked.map((word, i) => {
        if (all) return fetchTerms(word, ['stop.json']);
        if (word.stop) return null;
        const { key, forms } = index.probe(word);
        const next = asked[i + 1];
        return fetchTerms(word, [
          ...shards(stem(key), word.typed ? 3 : 2),
          ...shards(key, 1),
          ...[...forms].flatMap(form => shards(form, 1)),
          ...next ? shards(fold(word.raw + next.raw), 1) : [],
        ]);
      }));
    },

    // A word that may be two: first what it may begin with, then what is left of it.
    async fetchHalves(word) {
      if (word.key.length < 6) return;
      await fetchTerms(word, shards(word.key.slice(0, 4), 2));
      let longest = 0;
      await each(word.pool, ({ key }) => {
        if (key.length > Math.max(3, longest) && word.key.startsWith(key)) longest = key.length;
      });
      if (!longest) return;
      const tails = ['', ...list(links)].filter(link => word.key.startsWith(link, longest)).map(link => word.key.slice(longest + link.length));
      await fetchTerms(word, tails.filter(tail => tail.length > 2).flatMap(tail => shards(stem(tail), 1)));
    },

    // Errors in the first letters lead to other files: letters that changed places, and one letter too many.
    async fetchErrors(word) {
      const { key } = word;
      if (key.length < 4) return;
      const names = [];
      for (let i = 0; i < 3 && i + 1 < key.length; i++) {
        names.push(...shards(key.slice(0, i) + key[i + 1] + key[i] + key.slice(i + 2), 1));
        names.push(...shards(key.slice(0, i) + key.slice(i + 1), 1));
      }
      await fetchTerms(word, names);
    },

    async fetchMembers(meant) {
      // Where the reader's own words are found, nothing more is loaded for what might be meant as well.
      await Promise.all(meant.filter(m => m.factor > 0.5).flatMap(m => m.parts.map(word => fetchTerms(word, shards(stem(word.key), 1)))));
    },

    async fetchPassages(ids, signal) {
      const numbers = [...new Set(Array.from(ids, id => Math.floor(id / perFile)))].filter(number => !index.passages[number * perFile]);
      const parts = await files(numbers.map(number => `p${number}.json`), signal);
      parts.forEach(({ passages }, part) => passages.url.forEach((_, i) => index.passages[numbers[part] * perFile + i] = passage(passages, i)));
    },
  });
}
