// Results under the header's field, on every page but the search page.
//
// They are a list of links that the arrow keys walk through, not the options of a listbox. An option is read as one flat
// string: the language of a foreign result, what is heading and what is excerpt would be lost. Readers on a phone swipe to
// links, while VoiceOver and TalkBack do not follow aria-activedescendant by touch. And a link opens in a new tab.
import { asking, closest, element, field, fill, form, indexUrl, page, resultRow, tell, toldOfOthers, wording } from './search-results.js';

// Who cannot go on to a search page sees everything here.
const MOST_ROWS = wording.all ? 8 : 50;
const MOST_FOREIGN = 3;

if (field && indexUrl && !page) searchPanel();

function searchPanel() {
  // The status is never hidden from those who hear it: text that appears together with its region is not announced.
  const status = element('p', { role: 'status' });
  const found = element('div', { hidden: true });
  const panel = element('div', { className: 'search-panel' });
  const hint = element('p', { id: 'search-arrows', hidden: true, textContent: wording.arrows });
  const foot = element('div');
  panel.append(status, found, foot);
  form.append(panel, hint);
  field.setAttribute('aria-describedby', hint.id);

  const list = element('ol', { role: 'list' });
  const rest = element('div');
  found.append(list, rest);

  const { ask, stop } = asking({
    loading() {
      panel.classList.add('open');
      status.textContent = wording.loading;
    },
    answer(own) {
      const { results, total, suggestions } = own;
      const close = element('p', { className: 'search-close' });
      close.append(...closest(suggestions, search));
      open(results.map(result => resultRow(result)), suggestions.length ? [close] : [], total ? total > 1 && wording.all ? [all(total)] : [] : [topics()]);
      tell(status, own);
    },
    others(results, own) {
      const label = element('p', { className: 'label', id: 'search-foreign', textContent: wording.otherLanguage });
      const foreign = element('ol', { role: 'list' });
      foreign.setAttribute('aria-labelledby', label.id);
      foreign.append(...results.map(result => resultRow(result, wording.otherLang)));
      rest.append(label, foreign);
      if (!own.total) tell(status, own, toldOfOthers(results));
    },
    failed() {
      open([], [], [topics()]);
      status.textContent = wording.failed;
    },
  });

  function search() {
    if (!field.value.trim()) return close();
    ask(field.value, { limit: MOST_ROWS, roomForOthers: own => own.total ? Math.min(MOST_FOREIGN, MOST_ROWS - own.results.length) : MOST_ROWS });
  }

  function open(rows, more, last) {
    fill(list, rows);
    fill(rest, more);
    fill(foot, last);
    found.hidden = foot.hidden = false;
    panel.classList.add('open');
  }

  function close() {
    stop();
    if (panel.contains(document.activeElement)) field.focus();
    found.hidden = foot.hidden = true;
    panel.classList.remove('open');
    status.textContent = '';
  }

  function all(total) {
    const url = new URL(form.action);
    url.searchParams.set('q', field.value.trim());
    return element('a', { className: 'search-all', href: url.href, textContent: wording.all.replace('{n}', total) });
  }

  const isOpen = () => panel.classList.contains('open');

  const topics = () => element('a', { className: 'search-all', href: wording.topicsHref, textContent: wording.topics });

  field.addEventListener('input', search);
  field.addEventListener('click', () => isOpen() || search());
  form.addEventListener('keydown', event => {
    const { key } = event;
    const stops = [...panel.querySelectorAll('a, button')], at = stops.indexOf(event.target);
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || at < 0 && event.target !== field) return;
    if (key === 'ArrowDown') isOpen() ? stops[at + 1]?.focus() : search();
    else if (key === 'ArrowUp' && at >= 0) (stops[at - 1] ?? field).focus();
    else if (key === 'Escape' && isOpen()) close();
    else if (key === 'Escape' && field.value) field.value = '';
    else {
      // Tab goes on from the field, and what one types on a result goes into it.
      if (key === 'Tab') close();
      else if (at >= 0 && (key === 'Backspace' || key.length === 1 && key !== ' ')) field.focus();
      return;
    }
    event.preventDefault();
  });
  // A telephone's keyboard that is put away leaves the field for nowhere: the results stay.
  form.addEventListener('focusout', ({ relatedTarget: to }) => to && to !== field && !panel.contains(to) && close());
  document.addEventListener('click', event => event.composedPath().includes(form) || close());
  panel.addEventListener('click', event => {
    if (!event.target.closest('a') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The result may stand on this very page.
    close();
    const menu = form.closest('details');
    if (menu) menu.open = false;
  });
  form.addEventListener('submit', event => {
    if (wording.all) return;
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  if (document.activeElement === field) search();
}
