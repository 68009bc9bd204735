// What the search page and the panel under the header's field have in common: the form with all the words a reader sees,
// asking while one types, and what a result looks like.
import { openIndex } from './search-core.js';

export const form = document.querySelector('form[role=search]');
export const field = form?.elements.q;
export const wording = form?.dataset ?? {};
// In a file that stands alone it has a name, for it has no address.
export const indexUrl = wording.indexUrl ?? wording.index;
export const page = document.querySelector('#search-results');

const LONGEST_SHOWN = 60;

/**
 * Asks for a reader who types: only what the newest query finds is shown. `shown` has a function for each thing there can
 * be to show: `loading`, `answer`, `others` (what only the other language has) and `failed`.
 */
export function asking(shown) {
  const indexes = new Map();
  let asked = new AbortController();

  // What nobody waits for any more is not searched to its end.
  function stop() {
    asked.abort();
    asked = new AbortController();
  }

  function open(url) {
    if (!indexes.has(url)) {
      // A reader types on while a file is under way: it is asked for once.
      const underWay = new Map();
      const opening = openIndex(name => {
        if (!underWay.has(name)) underWay.set(name, loadFile(url, name).finally(() => underWay.delete(name)));
        return underWay.get(name);
      }, () => aside(url));
      opening.catch(() => indexes.delete(url));
      indexes.set(url, opening);
    }
    return indexes.get(url);
  }

  async function ask(query, { limit, kinds = null, roomForOthers }) {
    stop();
    const { signal } = asked;
    const waiting = setTimeout(() => signal.aborted || shown.loading(), 300);
    try {
      const index = await open(indexUrl);
      let early = null;
      if (!index.complete) {
        // What the words themselves find is there at once; what is meant as well comes when its file has come.
        early = await index.query(query, { limit, kinds, near: false, signal });
        if (signal.aborted) return;
        if (early.total) {
          clearTimeout(waiting);
          shown.answer(early);
        }
      }
      const own = await index.query(query, { limit, kinds, signal }).catch(error => {
        if (!early) throw error;
        return early;
      });
      if (signal.aborted) return;
      clearTimeout(waiting);
      shown.answer(own);
      const room = roomForOthers(own);
      if (!wording.otherUrl || room < 1) return;
      // The other language is an extra: without it the reader still has their own.
      const others = await find(query, kinds, own, room, signal).catch(() => []);
      if (!signal.aborted && others.length) shown.others(others, own);
    } catch {
      if (!signal.aborted) shown.failed();
    } finally {
      clearTimeout(waiting);
    }
  }

  // What only the other language has.
  async function find(query, kinds, own, room, signal) {
    const index = await open(wording.otherUrl);
    const pairs = new Set(own.results.map(result => result.pair).filter(Boolean));
    // Words of like meaning are not worth a file more here.
    const { results } = await index.query(query, { limit: room + pairs.size, kinds, near: false, signal });
    return results.filter(result => !pairs.has(result.pair)).slice(0, room);
  }

  return { ask, stop };
}

/** A result in a list; `language` is given where it is not the page's. */
export function resultRow(result, language) {
  const name = result.heading || result.title;
  const link = element('a', { href: address(result.url) });
  link.append(...marked(name, result.heading ? result.headingRanges : result.titleRanges));
  const item = element('li');
  if (language) item.lang = link.hreflang = language;
  item.append(link);

  const about = [result.title, result.speaker].filter(text => text && text !== name);
  const kind = kindName(result.kind);
  const told = [name, ...about].some(text => text.toLowerCase().startsWith(kind.toLowerCase()));
  const line = element('p', { className: 'search-about' });
  // The kind is named in the page's language, the rest in the result's.
  if (!told) line.append(element('span', { lang: document.documentElement.lang, textContent: kind }));
  for (const text of about) line.append(line.childNodes.length ? ' · ' : '', text);
  if (line.textContent) item.append(line);
  if (result.excerpt) {
    const excerpt = element('p', { className: 'search-excerpt' });
    excerpt.append(...marked(result.excerpt, result.excerptRanges));
    item.append(excerpt);
  }
  return item;
}

/** Puts something new in a place; a reader who has walked into it stays on their link, or goes to the field where it is gone. */
export function fill(place, parts) {
  const at = place.contains(document.activeElement) ? document.activeElement.href : null;
  place.replaceChildren(...parts);
  if (at !== null) ([...place.querySelectorAll('a')].find(link => link.href === at) ?? field).focus();
}

/** The closest words there are, as buttons. */
export function closest(suggestions, choose) {
  const parts = suggestions.flatMap(word => {
    const button = element('button', { type: 'button', textContent: word });
    button.addEventListener('click', () => {
      field.value = word;
      field.focus();
      choose();
    });
    return [' ', button];
  });
  return [wording.closest, ...parts];
}

/** Says how much was found. The same is not said twice, and a query in another script does not turn the sentence round. */
export function tell(status, { total }, more = '') {
  const query = field.value.trim();
  const letters = [...query];
  const shown = letters.length > LONGEST_SHOWN ? letters.slice(0, LONGEST_SHOWN).join('') + '…' : query;
  const pattern = total === 0 ? wording.noResults : total === 1 ? wording.resultsOne : wording.resultsMany;
  const [before, after = ''] = pattern.replace('{n}', total).split('{query}');
  const said = element('span');
  said.append(before, element('bdi', { textContent: shown }), after, more);
  if (status.textContent !== said.textContent) status.replaceChildren(...said.childNodes);
}

/** What `tell` adds where only the other language has something. */
export const toldOfOthers = others => ` ${wording.otherLanguage} (${others.length})`;

/** The word for a kind of result; none for a kind that has no word. */
export function kindName(kind) {
  return wording['kind' + kind[0].toUpperCase() + kind.slice(1)] ?? '';
}

export function element(name, { role, ...properties } = {}) {
  const made = Object.assign(document.createElement(name), properties);
  if (role) made.setAttribute('role', role);
  return made;
}

// Addresses in the index stand below the site's root, wherever that is, and cannot leave it for another host or scheme.
// A disk has no host that would answer a folder's address with its page.
function address(url) {
  if (url[0] === '#') return url;
  const path = (wording.root || './') + url.replace(/^[\u0000- /\\]+/, '');
  return location.protocol === 'file:' ? path.replace(/(\/)(?=#|$)/, '/index.html') : path;
}

const whole = url => new URL(url, document.baseURI).href;

// Only a large index needs what this brings.
const aside = async url => (await import('./search-aside.js')).aside(whole(url));

// Over a network the files are fetched. A page opened from a disk may not fetch: there a script beside each file brings it. A
// file that holds a whole day has them with it.
async function loadFile(url, name) {
  const file = new URL(name, whole(url));
  const key = file.href.slice(whole(wording.root || './').length);
  const brought = () => globalThis.ledelsesdagSearch?.[key];
  if (file.protocol === 'file:' && !brought()) await new Promise((done, fail) => document.head.append(element('script', { src: file.href + '.js', onload: done, onerror: fail })));
  if (brought()) return brought();
  const response = await fetch(file, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.json();
}

// A text with its found words marked: nodes only, so that nothing in it can become markup.
function marked(text, ranges) {
  const nodes = [];
  let at = 0;
  for (const [from, to] of ranges) {
    nodes.push(text.slice(at, from), element('mark', { textContent: text.slice(from, to) }));
    at = to;
  }
  nodes.push(text.slice(at));
  return nodes.filter(Boolean);
}
