// What a large index needs beside search-core.js: its words and texts come in parts, as a query asks for them.

/** Gives an index the ways of a large one. */
export function enlarge(index, { fold, list, passage, each }) {
  const { cuts, parts, perFile, links } = index.data;
  const files = new Map();
  const weights = Array.from({ length: 16 }, (_, step) => 0.25 * 1.28 ** step);
  index.passages = [];

  // A file is asked for once, and asked for again only when it did not come.
  function file(name) {
    if (!files.has(name)) {
      const coming = index.load(parts + name);
      coming.catch(() => files.delete(name));
      files.set(name, coming);
    }
    return files.get(name);
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

  // Decoded once, whoever asks first; not given up with a query that nobody waits for any more, as others may.
  async function decode({ words, post }) {
    const terms = [];
    await each(words, (raw, i) => {
      const term = index.term(raw);
      terms.push(term);
      if (term.post.length) return;
      let id = 0;
      for (const entry of post[i]) term.post.push(id += entry >> 4, weights[entry & 15]);
    });
    return terms;
  }

  async function fetchTerms(word, names) {
    word.pool ??= new Set();
    word.files ??= new Set();
    for (const part of await Promise.all([...new Set(names)].map(file))) {
      if (word.files.has(part)) continue;
      word.files.add(part);
      await each(await (part.terms ??= decode(part)), term => word.pool.add(term));
    }
  }

  const stem = key => index.probe({ key }).stem;

  Object.assign(index, {
    candidates: word => word.pool ?? [],

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
      const longest = Math.max(0, ...[...word.pool].map(term => term.key).filter(key => key.length > 3 && word.key.startsWith(key)).map(key => key.length));
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

    async fetchPassages(hits) {
      const numbers = new Set(hits.map(hit => Math.floor(hit.id / perFile)));
      await Promise.all([...numbers].map(async number => {
        if (index.passages[number * perFile]) return;
        const { passages } = await file(`p${number}.json`);
        passages.url.forEach((_, i) => index.passages[number * perFile + i] = passage(passages, i));
      }));
    },
  });
}
