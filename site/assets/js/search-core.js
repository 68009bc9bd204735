// Finds passages. No DOM, no network: whoever opens an index brings the function that loads its files.
// What every step is for stands in site/Search/README.md.

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+|[.,:]\p{N}+)*/gu;
const QUOTED = /["“”„»«]([^"“”„»«]+)["“”„»«]/g;
const LONGEST_QUERY = 256;
const MOST_WORDS = 12;

// How well a word of a passage answers a word of the query.
const EXACT = 1, FOLDED = 0.97, INFLECTED = 0.9, PREFIX = 0.32, TAIL = 0.62, INNER = 0.5, DERIVED = 0.4, SYNONYM = 0.55, ERROR = 0.6, REST = 0.3;
const GOOD = 0.4, LESS = 0.45;

// A frame of the screen is 16.7 ms: whoever types must not wait for a search, so it stops for breath well before.
const SLICE = 6;
let until = 0;

async function breathe(signal) {
  await (globalThis.scheduler?.yield?.() ?? new Promise(next => setTimeout(next)));
  signal?.throwIfAborted();
  until = performance.now() + SLICE;
}

/** Does something with each, in slices that let the page live in between; the clock is looked at every so `often`. */
async function each(many, visit, signal, often = 8) {
  let n = 0;
  for (const one of many) {
    visit(one, n++);
    if (n % often === 0 && performance.now() > until) await breathe(signal);
  }
}

/** A word as it is compared: lower case, without accents, å = aa = a, ø = oe = o, æ = ae = e, doubled letters once. */
export function fold(word) {
  // Nearly all words are plain, and a large index has many.
  const plain = /[^a-zæøå]/.test(word) ? word.normalize('NFD').replace(/[\p{M}'’]/gu, '').normalize('NFC').toLowerCase() : word.replaceAll('å', 'a');
  return plain.replace(/æ|ae/g, 'e').replace(/[øœ]|oe/g, 'o').replace(/ß/g, 'ss').replace(/ς/g, 'σ')
    .replace(/(\p{L})\1+/gu, '$1');
}

/** The words of a text: what they look like folded, and where they stand. */
export function words(text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const key = fold(match[0]);
    if (key) found.push({ key, raw: match[0].toLowerCase().normalize('NFC'), from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/**
 * Opens an index. `load(name)` answers with the object that the file holds: '' is the index itself, other names are
 * those that it gives for its parts. Only a large index needs the module that `loadLarge` brings.
 */
export async function openIndex(load, loadLarge = () => import('./search-large.js')) {
  const data = await load('');
  const index = new Index(data, load);
  if (data.passages) await index.digest(data.passages);
  else (await loadLarge()).enlarge(index, { fold, list, passage, each });
  return index;
}

class Index {
  constructor(data, load) {
    this.load = load;
    this.data = data;
    this.size = data.size;
    this.terms = new Map();
    this.stops = new Set(list(data.stop).map(fold));
    const plain = list(data.endings), made = list(data.derived);
    this.endings = new Set(['', ...plain]);
    this.derived = new Set(made.flatMap(d => ['', ...plain].map(e => d + e)));
    this.longest = Math.max(0, ...[...this.derived, ...plain].map(e => e.length));
    this.forms = new Map();
    this.groups = [];
    this.learn(data);
    /** Whether irregular forms and synonyms are there: until they are, a query waits for them unless told not to. */
    this.complete = !data.near;
    this.kinds = data.kinds.flatMap(([kind, count]) => Array(count).fill(kind));
    this.spare = [];
  }

  learn({ same = [], forms = [] }) {
    for (const group of same) this.groups.push(group.split('|').map(words));
    for (const group of forms) {
      const keys = list(group).map(fold);
      for (const key of keys) this.forms.set(key, [...this.forms.get(key) ?? [], ...keys]);
    }
  }

  // A small index is its texts: the words are counted here, which takes less time than loading the counts would.
  async digest(columns) {
    this.passages = columns.url.map((_, i) => passage(columns, i));
    const boosts = this.data.boosts;
    const counts = [];
    await each(this.passages, p => counts.push([p.title, p.heading, p.speaker, p.text].map(fieldWords)));
    const mean = boosts.map((_, f) => counts.reduce((sum, fields) => sum + fields[f].size, 0) / Math.max(1, counts.filter(c => c[f].size).length) || 1);
    await each(counts, (fields, id) => {
      const weights = new Map();
      fields.forEach((field, f) => {
        for (const [raw, times] of field.times) {
          const norm = f === 3 ? 0.75 + 0.25 * field.size / mean[f] : 0.35 + 0.65 * field.size / mean[f];
          weights.set(raw, (weights.get(raw) ?? 0) + boosts[f] * times * 2 / (times + norm));
        }
      });
      for (const [raw, weight] of weights) (this.term(raw).post ??= []).push(id, weight);
    });
  }

  term(raw) {
    let term = this.terms.get(raw);
    if (!term) {
      const key = fold(raw);
      this.terms.set(raw, term = { raw, key, stop: this.stops.has(key) });
    }
    return term;
  }

  /**
   * Answers a query; never throws on what a reader can type, but when `signal` says that nobody waits any more. `typing`:
   * the last word may be a beginning. `near`: words of like meaning count too, which loads a file the first time.
   */
  async query(query, { limit = 10, kinds = null, typing = true, near = true, signal } = {}) {
    until = performance.now() + SLICE;
    const asked = parse(String(query ?? ''), this.stops, typing);
    const run = { found: new Set(), taken: [], signal };
    try {
      const found = asked.length ? await this.answer(asked, near, limit, run) : { ids: [] };
      return await this.pick(found, asked, limit, kinds, run);
    } finally {
      for (const { ids, best, sum } of run.taken) {
        for (const id of ids) best[id] = sum[id] = 0;
        this.spare.push({ best, sum });
      }
    }
  }

  async answer(asked, near, limit, run) {
    if (near && !this.complete) {
      const more = await this.load(this.data.near);
      if (!this.complete) this.learn(more);
      this.complete = true;
    }
    const slots = asked.map(() => this.slot(run));
    const whole = asked.filter(word => !word.stop).length || asked.length;
    const idle = word => word.stop && whole < asked.length;
    await this.fetchWords?.(asked);
    for (const [i, word] of asked.entries()) {
      if (idle(word)) await this.scan(word, term => term.key === word.key && this.credit(slots[i], term, EXACT, run), run);
      else await this.match(word, slots[i], run);
      const next = asked[i + 1];
      if (next && !next.number && !word.number) await this.join(word, next, slots[i], slots[i + 1], run);
    }
    for (const [i, word] of asked.entries()) {
      if (idle(word) || slots[i].top >= GOOD && this.fetchHalves) continue;
      await this.fetchHalves?.(word);
      await this.split(word, slots[i], run);
    }
    const meant = await this.meant(asked, slots, run);
    await this.fetchMembers?.(meant);
    for (const m of meant) await this.substitute(m, slots, run);
    for (const [i, word] of asked.entries()) {
      if (slots[i].top >= GOOD || word.stop || word.number) continue;
      await this.fetchErrors?.(word);
      await this.misspelt(word, slots[i], run);
      // Of a compound that nobody wrote, at least its parts.
      if (!slots[i].top) word.parts?.forEach((terms, n) => terms.forEach(term => this.credit(slots[i], term, n ? REST / 2 : REST, run)));
    }
    // Ranking is one stretch: it begins with a slice of its own.
    await breathe(run.signal);
    const ranked = this.rank(asked, slots);
    const phrases = asked.phrases.map(text => words(text).map(w => w.key)).filter(keys => keys.length);
    if (asked.length < 2 && !phrases.length) return ranked;
    const depth = this.fetchPassages ? phrases.length ? 60 : limit + 6 : ranked.ids.length;
    await this.fetchPassages?.(ranked.ids.subarray(0, depth), run.signal);
    return this.refine(ranked, depth, asked, phrases, run);
  }

  async pick({ ids, scores }, asked, limit, kinds, run) {
    const counts = {};
    for (const id of ids) counts[this.kinds[id]] = (counts[this.kinds[id]] ?? 0) + 1;
    if (kinds?.length) ids = ids.filter(id => kinds.includes(this.kinds[id]));
    const best = ids.slice(0, limit), results = [];
    await this.fetchPassages?.(best, run.signal);
    await each(best, id => results.push(this.present(id, scores[id], run.found)), run.signal);
    return { total: ids.length, counts, results, suggestions: best.length ? [] : await this.suggest(asked, run) };
  }

  // Where the answers to a word are gathered. As long as the index: they are used again.
  slot({ taken }) {
    const { best, sum } = this.spare.pop() ?? { best: new Float32Array(this.size), sum: new Float32Array(this.size) };
    const slot = { top: 0, ids: [], best, sum };
    taken.push(slot);
    return slot;
  }

  // One word of the vocabulary answers one word of the query with this grade.
  credit(slot, term, grade, { found }) {
    if (grade > slot.top) slot.top = grade;
    found.add(term.key);
    const post = term.post ?? this.unpack(term);
    for (let i = 0; i < post.length; i += 2) this.add(slot, post[i], grade * post[i + 1]);
  }

  add(slot, id, score) {
    if (!slot.sum[id]) slot.ids.push(id);
    if (score > slot.best[id]) slot.best[id] = score;
    slot.sum[id] += score;
  }

  // Where all of these stand, they answer all of those words.
  together(parts, grade, places) {
    for (const id of parts[0]?.ids ?? []) {
      const least = Math.min(...parts.map(slot => slot.best[id]));
      if (least) for (const slot of places) this.add(slot, id, least), slot.top = Math.max(slot.top, grade);
    }
  }

  scan(word, visit, { signal }) {
    return each(this.candidates(word), visit, signal);
  }

  async match(word, slot, run, penalty = 1, strict = false) {
    const { key, raw } = word, probe = this.probe(word);
    const answers = [];
    let literal = false;
    const danish = /[æøå]/.test(raw);
    await this.scan(word, term => {
      // What only joins or asks is not a form of anything.
      if (term.stop && !term.key.startsWith(key)) return;
      let grade = this.grade(probe, term);
      if (!grade) return;
      term.danish ??= /[æøåäö]|ae|oe|aa/.test(term.raw);
      // Whoever writes an ø does not mean an o; the other way round it may be the keyboard.
      if (danish && !term.danish) grade /= 2;
      if (strict && stray(key, danish, term, grade)) return;
      answers.push([term, grade]);
      if (grade >= INFLECTED) literal = true;
    }, run);
    // A word that only begins with the one asked for is another word, as soon as that one occurs itself.
    await each(answers, ([term, grade]) => {
      this.credit(slot, term, penalty * (literal && grade < INFLECTED && grade !== TAIL ? grade * LESS : grade), run);
    }, run.signal);
  }

  probe(word) {
    const { key } = word;
    if (word.probe) return word.probe;
    const bases = [];
    for (let cut = key.length; cut >= 3 && key.length - cut <= this.longest; cut--) {
      const ending = key.slice(cut), base = key.slice(0, cut);
      if (!/[aeiouyæøå]/.test(base)) break;
      if (this.endings.has(ending)) {
        bases.push({ base, plain: true });
        const other = this.syncope(base);
        if (other) bases.push({ base: other, plain: true });
      }
      else if (cut >= 4 && this.derived.has(ending)) bases.push({ base, plain: false });
    }
    const stem = bases.filter(b => b.plain).map(b => b.base).filter(b => b.length >= 4).pop() ?? key;
    return word.probe = { key, raw: word.raw, bases, stem, forms: new Set(this.forms.get(key)), typed: word.typed };
  }

  // regel, regler: the e before the last consonant comes and goes.
  syncope(base) {
    const end = base.at(-1);
    if (base.length < 4 || !this.data.syncope?.includes(end)) return '';
    const stem = base.slice(0, -1);
    if (/[^aeiouy]e$/.test(stem)) return stem.slice(0, -1) + end;
    return /[^aeiouylrn]$/.test(stem) ? stem + 'e' + end : '';
  }

  /** How well a word of the vocabulary answers: 0 is not at all. */
  grade({ key, raw, bases, stem, forms, typed }, term) {
    const word = term.key;
    if (word === key) return term.raw === raw ? EXACT : FOLDED;
    if (forms.has(word)) return INFLECTED;
    let grade = 0;
    for (const { base, plain } of bases) {
      if (!word.startsWith(base)) continue;
      const rest = word.slice(base.length);
      if (plain && this.endings.has(rest)) return INFLECTED;
      if (base.length >= 4 && this.derived.has(rest) || !plain && this.endings.has(rest)) grade = DERIVED;
    }
    if (word.startsWith(key) && (key.length > 2 || typed)) return Math.max(grade, PREFIX + 0.38 * key.length / word.length);
    if (stem.length >= 4 && word.startsWith(stem) && word.length - stem.length > 3) return Math.max(grade, PREFIX);
    if (grade || key.length < 3) return grade;
    const at = word.lastIndexOf(stem);
    if (at < 2) return 0;
    const rest = word.slice(at + stem.length);
    if (this.endings.has(rest)) return stem.length > 3 ? TAIL : at > 2 ? INNER : 0;
    return stem.length > 3 ? INNER : 0;
  }

  // Two words of the query may be one in the text.
  async join(left, right, first, second, run) {
    const joined = { key: fold(left.raw + right.raw), raw: left.raw + right.raw, typed: right.typed };
    const probe = this.probe(joined);
    const slot = this.slot(run);
    await this.scan(left, term => {
      if (term.key[0] !== joined.key[0] && !term.key.includes(probe.stem)) return;
      const grade = this.grade(probe, term);
      if (grade > DERIVED) this.credit(slot, term, grade, run);
    }, run);
    this.together([slot], slot.top, [first, second]);
  }

  // One word of the query may be two in the text.
  async split(word, slot, run) {
    const { key } = word;
    if (key.length < 6) return;
    const left = new Map(), right = new Map();
    const keep = (map, at, term) => map.set(at, [...map.get(at) ?? [], term]);
    const bases = this.probe(word).bases.filter(b => b.plain).map(b => b.base);
    const links = list(this.data.links);
    await this.scan(word, term => {
      const { key: part } = term;
      if (part.length < 3 || term.stop) return;
      if (key.startsWith(part)) {
        keep(left, part.length, term);
        for (const link of links) if (key.startsWith(link, part.length)) keep(left, part.length + link.length, term);
      }
      for (const base of bases) {
        if (!base.includes(part.slice(0, 3))) continue;
        for (const ending of this.endings) {
          const body = part.slice(0, part.length - ending.length);
          if (body.length > 2 && part.endsWith(ending) && base.endsWith(body)) keep(right, base.length - body.length, term);
        }
      }
    }, run);
    const grade = slot.top < GOOD ? TAIL : TAIL * LESS;
    for (const [at, heads] of left) {
      const tails = right.get(at);
      if (!tails) continue;
      const a = this.slot(run), b = this.slot(run);
      for (const term of heads) this.credit(a, term, grade, run);
      for (const term of tails) this.credit(b, term, grade, run);
      this.together([a, b], grade, [slot]);
    }
    const longest = (map, from, to, choose) => map.get(choose(...[...map.keys()].filter(at => at >= from && at <= to))) ?? [];
    word.parts = [longest(right, 3, key.length - 4, Math.min), longest(left, 5, key.length - 3, Math.max)];
  }

  // What else the reader may mean: for each place in the query, the other words of each group that has its words.
  async meant(asked, slots, { signal }) {
    const found = [];
    await each(this.groups, group => {
      for (const member of group) {
        for (let at = 0; at + member.length <= asked.length; at++) {
          if (!member.every(({ key }, i) => this.isForm(asked[at + i], key))) continue;
          const literal = slots.slice(at, at + member.length).every(slot => slot.top >= INFLECTED);
          for (const other of group) {
            if (other !== member) found.push({ at, length: member.length, factor: literal ? SYNONYM / 4 : SYNONYM, parts: other.map(({ key, raw }) => ({ key, raw })) });
          }
        }
      }
    }, signal);
    return found;
  }

  isForm(word, key) {
    return word.key === key || key.length > 2 && this.probe(word).bases.some(b => b.plain && !this.stops.has(b.base) && key.startsWith(b.base) && this.endings.has(key.slice(b.base.length)));
  }

  // All words of a synonym must stand in a passage for it to count.
  async substitute({ at, length, factor, parts }, slots, run) {
    const gathered = parts.map(() => this.slot(run));
    for (const [i, word] of parts.entries()) await this.match(word, gathered[i], run, factor, true);
    this.together(gathered, factor, slots.slice(at, at + length));
  }

  // Typing errors: the nearest words of the vocabulary take the word's place.
  async misspelt(word, slot, run) {
    const { key, raw } = word;
    const allowed = key.length < 4 ? 0 : key.length < 8 ? 1 : 2;
    if (!allowed) return;
    const has = letters(key);
    // Two letters that changed places can look like one: kdoeks.
    const mixed = /[ao]e/.test(raw);
    let nearest = [], least = Infinity;
    // Whole words first; only when none is near, parts of words.
    for (const inside of key.length > 5 ? [false, true] : [false]) {
      if (nearest.length) break;
      await this.scan(word, term => {
        if (term.stop || term.key.length < 3 || missing(has, term) > allowed) return;
        const most = Math.min(allowed, Math.ceil(least));
        const near = Math.min(distance(key, term.key, most, inside), mixed ? distance(raw, term.raw, most, inside) : Infinity);
        if (near > allowed + 0.8 || near > least) return;
        if (near < least) nearest = [], least = near;
        nearest.push(term);
      }, run);
    }
    const penalty = ERROR / (1 + 0.5 * Math.max(0, least - 1));
    const seen = new Set();
    for (const term of nearest) {
      if (seen.has(term.key)) continue;
      seen.add(term.key);
      if (least % 1) this.credit(slot, term, penalty * TAIL, run);
      else await this.match({ key: term.key, raw: term.raw, pool: word.pool }, slot, run, penalty);
    }
  }

  rank(asked, slots) {
    const { size } = this;
    const content = asked.some(word => !word.stop);
    const scores = new Float64Array(size), shares = new Float64Array(size);
    const touched = [];
    let total = 0;
    asked.forEach((word, i) => {
      const { ids, best, sum } = slots[i];
      if (!ids.length) return;
      const share = word.stop && content ? 0.08 : 1;
      const rarity = share * Math.log(1 + (size + 0.5) / (ids.length + 0.5));
      total += share;
      for (const id of ids) {
        if (!shares[id]) touched.push(id);
        scores[id] += rarity * (best[id] + 0.6 * Math.min(best[id], sum[id] - best[id]));
        shares[id] += share;
      }
    });
    const hits = content ? touched.filter(id => shares[id] >= 0.5) : touched;
    for (const id of hits) scores[id] *= (shares[id] / total) ** 2;
    // Score and number in one: numbers alone are sorted ten times as fast as by a comparison of ours.
    const packed = Float64Array.from(hits, id => (Math.round(scores[id] * 1e6) + 1) * size - id);
    return { ids: Int32Array.from(packed.sort().reverse(), one => size - 1 - (one - 1) % size), scores };
  }

  // What only the texts tell: words of the query beside each other, and phrases in quotation marks.
  async refine({ ids, scores }, depth, asked, phrases, { signal }) {
    const near = [];
    await each(ids.subarray(0, depth), id => {
      const fields = this.fields(id);
      if (!phrases.every(phrase => fields.some(field => contains(field, phrase)))) return;
      let pairs = 0;
      for (let i = 0; i + 1 < asked.length; i++) {
        if (fields.some(field => field.some((w, at) => alike(w.key, asked[i].key) && alike(field[at + 1]?.key ?? '', asked[i + 1].key)))) pairs++;
      }
      near.push(id);
      scores[id] *= 1 + 0.5 * pairs / Math.max(1, asked.length - 1);
    }, signal);
    near.sort((a, b) => scores[b] - scores[a] || a - b);
    if (phrases.length) ids = ids.subarray(0, near.length);
    ids.set(near);
    return { ids, scores };
  }

  fields(id) {
    const p = this.passages[id];
    return p.words ??= [p.title, p.heading, p.speaker, p.text].map(words);
  }

  present(id, score, found) {
    const p = this.passages[id];
    const [titleRanges, headingRanges, , ranges] = this.fields(id).map(field => field.filter(w => found.has(w.key)).map(w => [w.from, w.to]));
    return { ...p, kind: this.kinds[id], score, titleRanges, headingRanges, ...excerpt(p.text, ranges) };
  }

  // The closest words there are, for a reader who found nothing.
  async suggest(asked, run) {
    const close = new Map();
    for (const word of asked.filter(w => !w.stop && w.key.length > 2)) {
      const has = letters(word.key);
      await this.scan(word, term => {
        if (term.key.length < 3 || term.stop || missing(has, term) > 3) return;
        const near = distance(word.key, term.key, 3, false) / word.key.length;
        if (near <= 0.5) close.set(term.raw, Math.min(near, close.get(term.raw) ?? 1));
      }, run);
    }
    return [...close].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5).map(([raw]) => raw);
  }

  /** The words that may answer a word of the query; a large index knows better. */
  candidates() {
    return this.terms.values();
  }
}

const list = text => text ? text.split(' ') : [];

function passage(columns, i) {
  const at = name => columns[name]?.[i] ?? '';
  return { id: at('id') || at('url'), url: at('url'), pair: at('pair'), title: at('title'), heading: at('heading'), speaker: at('speaker'), text: at('text') };
}

// The words of a field with their counts; words with a hyphen between them count together as well.
function fieldWords(text) {
  const times = new Map();
  const found = words(text);
  found.forEach((word, i) => {
    times.set(word.raw, (times.get(word.raw) ?? 0) + 1);
    const next = found[i + 1];
    if (next?.from === word.to + 1 && /[-‐‑]/.test(text[word.to])) times.set(word.raw + next.raw, 1);
  });
  return { times, size: found.length };
}

function parse(query, stops, typing) {
  const text = query.slice(0, LONGEST_QUERY);
  const phrases = [...text.matchAll(QUOTED)].map(match => match[1]);
  const asked = words(text).slice(0, MOST_WORDS);
  for (const word of asked) {
    word.stop = stops.has(word.key);
    word.number = /^[\p{N}.,:]+$/u.test(word.key);
    word.typed = typing && word.to === text.length;
  }
  return Object.assign(asked, { phrases });
}

const contains = (field, phrase) => field.some((_, at) => phrase.every((key, i) => field[at + i]?.key === key));

// What a reader typed may be written otherwise, what they may have meant is written as it is: no måde for mad, no made.
function stray(key, danish, { key: other, danish: otherwise }, grade) {
  if (grade >= INFLECTED) return key.length < 5 && (danish !== otherwise || other === key + 'e' && key.length < 4);
  return grade !== TAIL && grade !== DERIVED && !(key.length > 5 && other.startsWith(key));
}

// The same but for an ending of at most three letters.
function alike(a, b) {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 2 && long.length - short.length < 4 && long.startsWith(short.slice(0, Math.max(3, short.length - 1)));
}

// Which letters a word has, as bits; two letters may share one.
function letters(key) {
  let bits = 0;
  for (let i = 0; i < key.length; i++) bits |= 1 << (key.charCodeAt(i) & 31);
  return bits;
}

// How many of these letters a word of the vocabulary has not.
function missing(has, term) {
  let n = 0, bits = has & ~(term.letters ??= letters(term.key));
  for (; bits; bits &= bits - 1) n++;
  return n;
}

let before = new Float32Array(LONGEST_QUERY + 1), previous = before.slice(), row = before.slice();

/**
 * Insertions, deletions, replacements and transpositions from one word to another; ending early in the other costs a
 * quarter, beginning late (where that may be) a half, a wrong first letter a quarter.
 */
export function distance(from, to, allowed, inside) {
  const n = from.length, m = to.length;
  // A short word with another letter is another word: møde, måde.
  const replaced = n < 5 ? 2 : 1;
  if (n - m > allowed || m > LONGEST_QUERY || !inside && m - n > allowed + 8) return Infinity;
  const begins = from[0] === to[0] || from[0] === to[1] && from[1] === to[0];
  if (!inside && !begins && n < 6) return Infinity;
  for (let j = 0; j <= m; j++) previous[j] = inside && j ? 0.5 : j;
  for (let i = 1; i <= n; i++) {
    const letter = from.charCodeAt(i - 1), last = from.charCodeAt(i - 2);
    let least = row[0] = i;
    for (let j = 1; j <= m; j++) {
      const other = to.charCodeAt(j - 1);
      let cost = previous[j - 1] + (letter === other ? 0 : replaced);
      if (previous[j] + 1 < cost) cost = previous[j] + 1;
      if (row[j - 1] + 1 < cost) cost = row[j - 1] + 1;
      if (last === other && j > 1 && letter === to.charCodeAt(j - 2) && before[j - 2] + 1 < cost) cost = before[j - 2] + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > allowed + 0.5) return Infinity;
    [before, previous, row] = [previous, row, before];
  }
  let best = previous[m];
  if (n > 4) for (let j = n - allowed; j < m; j++) best = Math.min(best, previous[j] + 0.25);
  // People seldom err in the first letter, and a short word with another first letter is another word.
  return begins || best % 1 === 0.5 || best < 1 ? best : n < 6 ? Infinity : best + 0.25;
}

// A stretch of the text with most of the words found, cut at word boundaries.
function excerpt(text, ranges, length = 180) {
  let start = 0;
  if (text.length > length && ranges.length) {
    let most = 0;
    for (const [from] of ranges) {
      const inside = ranges.filter(([a, b]) => a >= from && b <= from + length - 40).length;
      if (inside > most) most = inside, start = Math.max(0, from - 40);
    }
    if (start) start = Math.min(start, Math.max(0, text.length - length));
    while (start && start < text.length && !/\s[^\s…]/.test(text.slice(start - 1, start + 1))) start++;
  }
  let end = Math.min(text.length, start + length);
  while (end < text.length && end > start + length / 2 && !/\s/.test(text[end])) end--;
  return {
    excerpt: (start ? '… ' : '') + text.slice(start, end) + (end < text.length ? ' …' : ''),
    excerptRanges: ranges.filter(([a, b]) => a >= start && b <= end).map(([a, b]) => [a - start + (start ? 2 : 0), b - start + (start ? 2 : 0)]),
  };
}
