// The search field of every page and the page with the results. Every word a reader sees comes from the markup.
import { openIndex } from './search-core.js';

const MOST_RESULTS = 30;
const MOST_OTHERS = 5;

const field = document.querySelector('#q') ?? document.querySelector('form[role=search] input[type=search]');
const form = field?.form;
const resultList = document.querySelector('#search-results');

if (field) {
  focusFromKeyboard();
  if (resultList && form.dataset.index) searchPage();
}

// "/" and Ctrl K lead to the field from everywhere but another field.
function focusFromKeyboard() {
  document.addEventListener('keydown', event => {
    const target = event.target;
    const writing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])');
    const slash = event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key?.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !k) return;
    event.preventDefault();
    const menu = field.closest('details');
    if (menu) menu.open = true;
    field.focus();
    field.select();
  });
}

function searchPage() {
  const words = form.dataset;
  const status = document.querySelector('#search-status');
  const kinds = element('div', { className: 'search-kinds', role: 'group', hidden: true });
  const close = element('p', { className: 'search-close', hidden: true });
  const others = element('section', { className: 'search-others', hidden: true });
  if (words.kinds) kinds.setAttribute('aria-label', words.kinds);
  status.after(kinds, close);
  resultList.after(others);
  const indexes = new Map();
  let kind = '', turn = 0;

  const search = async () => {
    const mine = ++turn;
    const query = field.value.trim();
    share(query);
    if (!query) return clear();
    const waiting = setTimeout(() => mine === turn && say(words.loading), 300);
    try {
      const index = await open(words.index);
      const options = { limit: MOST_RESULTS, kinds: kind ? [kind] : null };
      if (!index.complete) {
        // What the words themselves find is there at once; what is meant as well comes when its file has come.
        const early = await index.query(field.value, { ...options, near: false });
        if (mine !== turn) return;
        if (early.total) show(early, query);
      }
      const answer = await index.query(field.value, options);
      if (mine !== turn) return;
      clearTimeout(waiting);
      show(answer, query);
      if (words.otherIndex) await showOthers(mine, answer);
    } catch {
      if (mine === turn) clear(), say(words.failed);
    } finally {
      clearTimeout(waiting);
    }
  };

  function open(url) {
    if (!indexes.has(url)) {
      const opening = openIndex(name => loadFile(url, name));
      opening.catch(() => indexes.delete(url));
      indexes.set(url, opening);
    }
    return indexes.get(url);
  }

  function show({ results, total, counts, suggestions }, query) {
    // A reader who has walked into the first answer stays where they are when the fuller one comes.
    const at = resultList.contains(document.activeElement) ? document.activeElement.href : null;
    resultList.replaceChildren(...results.map(result => item(result)));
    if (at) ([...resultList.querySelectorAll('a')].find(link => link.href === at) ?? field).focus();
    others.hidden = true;
    const pattern = total === 0 ? words.noResults : total === 1 ? words.resultsOne : words.resultsMany;
    say((pattern ?? '').replace('{n}', () => total).replace('{query}', () => query));
    showKinds(counts);
    close.hidden = !suggestions.length || !words.closest;
    if (!close.hidden) {
      const parts = suggestions.flatMap(word => {
        const button = element('button', { type: 'button', textContent: word });
        button.addEventListener('click', () => {
          field.value = word;
          field.focus();
          search();
        });
        return [' ', button];
      });
      close.replaceChildren(words.closest, ...parts);
    }
  }

  // One button for each kind there is, and one for all of them.
  function showKinds(counts) {
    const found = Object.keys(counts).filter(name => label(name));
    kinds.hidden = !words.kindAll || !kind && found.length < 2;
    if (kinds.hidden) return;
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const choices = [['', words.kindAll, all], ...found.map(name => [name, label(name), counts[name]])];
    const focused = kinds.contains(document.activeElement) ? document.activeElement.value : null;
    kinds.replaceChildren(...choices.map(([value, text, count]) => {
      const button = element('button', { type: 'button', value, textContent: `${text} (${count})` });
      button.setAttribute('aria-pressed', String(value === kind));
      button.addEventListener('click', () => {
        kind = value;
        search();
      });
      return button;
    }));
    if (focused !== null) [...kinds.children].find(button => button.value === focused)?.focus();
  }

  // Under the reader's own language what only the other one has.
  async function showOthers(mine, own) {
    const index = await open(words.otherIndex);
    const pairs = new Set(own.results.map(result => result.pair).filter(Boolean));
    const answer = await index.query(field.value, { limit: MOST_OTHERS + pairs.size, kinds: kind ? [kind] : null });
    if (mine !== turn) return;
    const results = answer.results.filter(result => !pairs.has(result.pair)).slice(0, MOST_OTHERS);
    others.hidden = !results.length;
    if (others.hidden) return;
    const heading = element('h2', { textContent: words.otherLanguage ?? '' });
    const found = element('ol');
    if (words.otherLang) found.lang = words.otherLang;
    found.append(...results.map(result => item(result, words.otherLang)));
    others.replaceChildren(heading, found);
  }

  function item(result, language) {
    const link = element('a', { href: address(result.url) });
    link.append(...marked(result.heading || result.title, result.heading ? result.headingRanges : result.titleRanges));
    if (language) link.hreflang = language;
    const row = element('li');
    row.append(link);
    const about = [...new Set([label(result.kind), result.heading ? result.title : '', result.speaker])].filter(Boolean);
    const line = element('p', { className: 'search-about' });
    // The kind is named in the page's language, the rest in the result's.
    line.append(...about.flatMap((text, i) => [i ? ' · ' : '', text]));
    if (about.length) row.append(line);
    if (result.excerpt) {
      const excerpt = element('p', { className: 'search-excerpt' });
      excerpt.append(...marked(result.excerpt, result.excerptRanges));
      row.append(excerpt);
    }
    return row;
  }

  const label = name => words['kind' + name[0].toUpperCase() + name.slice(1)] ?? '';

  // Addresses in the index stand below the site's root, wherever that is.
  const address = url => (words.root ?? '/') + url.replace(/^\/+/, '');

  function say(text) {
    if (status && status.textContent !== (text ?? '')) status.textContent = text ?? '';
  }

  function clear() {
    resultList.replaceChildren();
    for (const part of [kinds, close, others]) part.hidden = true;
    kind = '';
    say('');
  }

  // The address can be sent on; no step in the history, nothing stored.
  function share(query) {
    const url = new URL(location.href);
    if (query) url.searchParams.set('q', query);
    else url.searchParams.delete('q');
    if (url.href !== location.href) {
      try {
        history.replaceState(history.state, '', url);
      } catch {
        // Some browsers forbid it for files; the search goes on.
      }
    }
  }

  const links = () => [...resultList.querySelectorAll('a'), ...(others.hidden ? [] : others.querySelectorAll('a'))];

  form.addEventListener('submit', event => {
    event.preventDefault();
    search().then(() => links()[0]?.focus());
  });
  field.addEventListener('input', search);
  field.addEventListener('keydown', event => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && links().length) {
      event.preventDefault();
      links()[0].focus();
    } else if (event.key === 'Escape' && field.value) {
      event.preventDefault();
      field.value = '';
      search();
    }
  });
  for (const part of [resultList, others]) {
    part.addEventListener('keydown', event => {
      const all = links(), at = all.indexOf(document.activeElement);
      if (at < 0) return;
      if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)].focus();
      else if (event.key === 'ArrowUp') (at ? all[at - 1] : field).focus();
      else if (event.key === 'Escape') field.focus();
      else return;
      event.preventDefault();
    });
  }

  const asked = new URLSearchParams(location.search).get('q');
  if (asked && !field.value) field.value = asked;
  if (field.value) search();
}

// Over a network the files are fetched. A page opened from a disk cannot fetch: its edition brings them as scripts,
// which have put them here under the addresses that the page names.
async function loadFile(url, name) {
  const brought = globalThis.ledelsesdagSearch?.[name || url];
  if (brought) return brought;
  const response = await fetch(new URL(name, new URL(url, document.baseURI)), { credentials: 'omit' });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.json();
}

function element(name, { role, ...properties } = {}) {
  const made = Object.assign(document.createElement(name), properties);
  if (role) made.setAttribute('role', role);
  return made;
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
