// The page with all results.
import { asking, closest, element, field, fill, form, kindName, page, resultRow, tell, toldOfOthers, wording } from './search-results.js';

const RESULTS_AT_ONCE = 30;
// The browser lays them out within one frame, on a slow machine too.
const ROWS_AT_ONCE = 5;
const MOST_OTHERS = 5;

if (field && wording.indexUrl && page) searchPage();

// A key without Ctrl is struck unawares by who dictates. The browser remembers who does not want it, and nothing else.
function offerToTurnKeyOff() {
  const button = form.querySelector('.shortcut');
  const words = [button.dataset.whenOff, button.textContent];
  let on;
  try {
    on = localStorage.getItem('shortcut') !== 'off';
  } catch {
    return;
  }
  const show = () => button.textContent = words[Number(on)];
  button.addEventListener('click', () => {
    on = !on;
    if (on) localStorage.removeItem('shortcut');
    else localStorage.setItem('shortcut', 'off');
    show();
  });
  show();
}

function searchPage() {
  const status = document.querySelector('#search-status');
  const kinds = element('div', { className: 'search-kinds', role: 'group', hidden: true });
  const close = element('p', { className: 'search-close', hidden: true });
  const more = element('button', { type: 'button', className: 'search-more', hidden: true });
  const others = element('section', { className: 'search-others', hidden: true });
  kinds.setAttribute('aria-label', wording.kinds);
  status.after(kinds, close);
  page.after(more, others);
  let kind = '', most, shown = [];

  const { ask, stop } = asking({
    loading: () => say(wording.loading),
    answer(own) {
      showRows(own.results);
      more.textContent = wording.more;
      more.hidden = own.total <= own.results.length;
      others.hidden = true;
      tell(status, own);
      showKinds(own.counts);
      close.hidden = !own.suggestions.length;
      close.replaceChildren(...closest(own.suggestions, search));
    },
    others(results, own) {
      const found = element('ol');
      found.append(...results.map(result => resultRow(result, wording.otherLang)));
      others.replaceChildren(element('h2', { textContent: wording.otherLanguage }), found);
      others.hidden = false;
      if (!own.total) tell(status, own, toldOfOthers(results));
    },
    failed() {
      clear();
      say(wording.failed);
    },
  });

  async function search(limit = RESULTS_AT_ONCE) {
    most = limit;
    share();
    if (!field.value.trim()) return stop(), clear();
    await ask(field.value, { limit, kinds: kind ? [kind] : null, roomForOthers: () => MOST_OTHERS });
  }

  // Whoever types waits for no row that is out of sight: those come with the next frames.
  async function showRows(results) {
    shown = results;
    const atOnce = document.activeElement === field ? ROWS_AT_ONCE : results.length;
    fill(page, results.slice(0, atOnce).map(result => resultRow(result)));
    for (let next = atOnce; next < results.length; next += ROWS_AT_ONCE) {
      await new Promise(requestAnimationFrame);
      if (shown !== results) return;
      page.append(...results.slice(next, next + ROWS_AT_ONCE).map(result => resultRow(result)));
    }
  }

  // Who asks for more goes on where the list ended.
  async function searchOn() {
    const read = page.children.length;
    await search(most + RESULTS_AT_ONCE);
    page.children[read]?.querySelector('a').focus();
  }

  // One button for each kind there is, and one for all of them.
  function showKinds(counts) {
    const found = Object.keys(counts).filter(kindName);
    kinds.hidden = !kind && found.length < 2;
    if (kinds.hidden) return;
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const choices = [['', wording.kindAll, all], ...found.map(name => [name, kindName(name), counts[name]])];
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

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function clear() {
    shown = [];
    page.replaceChildren();
    for (const part of [kinds, close, more, others]) part.hidden = true;
    kind = '';
    say('');
  }

  // The address can be sent on; no step in the history, nothing stored.
  function share() {
    const query = field.value.trim();
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

  const links = () => [...page.querySelectorAll('a'), ...(others.hidden ? [] : others.querySelectorAll('a'))];

  form.addEventListener('submit', event => {
    event.preventDefault();
    search().then(() => links()[0]?.focus());
  });
  field.addEventListener('input', () => search());
  more.addEventListener('click', searchOn);
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
  for (const part of [page, others]) {
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

  offerToTurnKeyOff();
  const asked = new URLSearchParams(location.search).get('q');
  if (asked && !field.value) field.value = asked;
  if (field.value) search();
}
