// Keeps what a reader writes on the worksheet: on the page until they choose otherwise, then in this browser, nowhere else.
(() => {
  'use strict';
  const form = document.querySelector('form.worksheet');
  if (!form) return;

  const words = form.dataset;
  const [said, saidOfStep] = form.querySelectorAll('.said');
  const step = form.querySelector('.first-step textarea');
  const [save, remove] = ['save', 'delete'].map(name => form.querySelector(`button.${name}`));
  // A site below another's root shares its storage; a note is a place of its own, so that two tabs that write two answers
  // never meet. Languages share the ids of the questions and so the notes.
  const place = `notes:${new URL('.', document.currentScript.src || location).pathname.replace(/assets\/.*/, '')}:${words.day}:`;
  const kept = place + '#kept';
  const FORMAT = 'ledelsesdag-notes', VERSION = 1, LARGEST_FILE = 10_000_000;

  // What the store held when this tab last looked, by question: what is there now and differs was written elsewhere.
  const seen = new Map();
  let keeping = false, changed = false;

  const answers = () => [...form.querySelectorAll('textarea')];
  const questionOf = answer => answer.labels[0].textContent.trim();
  const say = (text, place = said) => place.textContent = text;

  // Storage that may not be touched throws when it is so much as looked at.
  function store() {
    try {
      return localStorage;
    } catch {
      return null;
    }
  }

  function keysOfNotes() {
    const all = store();
    return all ? Object.keys(all).filter(key => key.startsWith(place) && key !== kept) : [];
  }

  /** A note as it is kept; null where there is none, undefined where it cannot be read. */
  function read(key) {
    const raw = store()?.getItem(key) ?? null;
    if (raw === null) return null;
    try {
      const note = JSON.parse(raw);
      return typeof note?.text === 'string' ? { text: note.text, question: String(note.question ?? '') } : undefined;
    } catch {
      return undefined;
    }
  }

  /** Both of two answers: one where it holds the other, else one under the other. */
  function together(mine, theirs) {
    if (mine.includes(theirs)) return mine;
    return theirs.includes(mine) ? theirs : `${mine}\n\n${words.apart}\n${theirs}`;
  }

  function write(answer) {
    const key = place + answer.name;
    const there = read(key);
    // What cannot be read is put aside, not written over: somebody may still mend it.
    if (there === undefined) store().setItem(key + '.damaged', store().getItem(key));
    const before = seen.get(answer.name) ?? '';
    if (there && there.text !== before && there.text !== answer.value) answer.value = together(answer.value, there.text);
    if (answer.value) store().setItem(key, JSON.stringify({ question: questionOf(answer), text: answer.value }));
    else store().removeItem(key);
    seen.set(answer.name, answer.value);
  }

  // Full and forbidden are told apart: only the first can be helped by deleting something.
  function attempt(work) {
    if (!store()) return say(words.blocked), false;
    try {
      work();
      return true;
    } catch (error) {
      say(error.name === 'QuotaExceededError' ? words.full : words.blocked);
      return false;
    }
  }

  function keep() {
    keeping = attempt(() => {
      store().setItem(kept, '1');
      answers().forEach(write);
    });
    if (keeping) changed = false, say(words.saved);
    show();
  }

  // A long answer is seen whole, and is whole on paper.
  function grow() {
    for (const answer of answers()) {
      if (answer.scrollHeight > answer.clientHeight) answer.rows = Math.ceil(answer.scrollHeight / parseFloat(getComputedStyle(answer).lineHeight));
    }
  }

  function show() {
    grow();
    save.hidden = keeping;
    remove.hidden = !keysOfNotes().length;
  }

  function written(event) {
    if (event.target.localName !== 'textarea') return;
    if (keeping && attempt(() => write(event.target))) {
      changed = false;
      say(words.saved);
    } else {
      changed = true;
      if (!keeping) say(words.notSaved);
    }
    show();
  }

  function deleteAll() {
    if (!confirm(words.deleteQuestion)) return;
    if (!attempt(() => [...keysOfNotes(), kept].forEach(key => store().removeItem(key)))) return;
    keeping = changed = false;
    seen.clear();
    form.querySelector('.removed')?.remove();
    for (const answer of answers()) answer.value = '';
    show();
    say(words.deleted);
    save.focus();
  }

  // Notes from the store: of questions that are here, into their fields; of others, under them.
  function open() {
    let damaged = 0;
    const all = store();
    if (!all) return;
    keeping = all.getItem(kept) !== null;
    for (const key of keysOfNotes()) {
      const name = key.slice(place.length), note = read(key);
      if (note === undefined) damaged++;
      if (!note) continue;
      const answer = form.elements.namedItem(name) ?? addRemoved(name, note.question);
      // Browsers bring back what stood in a field before: that is newer than what was kept only if it was not kept.
      answer.value = answer.value ? together(answer.value, note.text) : note.text;
      seen.set(name, note.text);
    }
    if (damaged) say(words.damaged.replace('{n}', damaged));
    else if (keeping) say(words.saved);
  }

  function addRemoved(name, question) {
    let section = form.querySelector('.removed');
    if (!section) {
      section = make('section', { className: 'removed' });
      section.append(make(form.querySelector('h4') ? 'h3' : 'h2', { textContent: words.removed }));
      form.append(section);
    }
    const answer = make('textarea', { name, id: 'answer-' + name, rows: 4 });
    const label = make('label', { htmlFor: answer.id, textContent: question || words.removedLabel });
    const whole = make('div', { className: 'answer' });
    whole.append(label, answer);
    section.append(whole);
    return answer;
  }

  function make(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  function asText() {
    const lines = [`# ${words.title}`];
    for (const part of form.querySelectorAll('h2, h3, h4, textarea')) {
      if (part.localName !== 'textarea') lines.push(`${'#'.repeat(part.localName[1])} ${part.textContent.trim()}`);
      else if (part.value.trim()) lines.push(`**${questionOf(part)}**`, part.value.trim());
    }
    // A heading under which nothing was answered says nothing.
    const told = lines.filter((line, i) => !/^#{2,4} /.test(line) || hasAnswer(lines, i));
    return told.join('\n\n') + '\n';
  }

  function hasAnswer(lines, at) {
    const level = lines[at].indexOf(' ');
    for (let i = at + 1; i < lines.length; i++) {
      const heading = /^(#{2,4}) /.exec(lines[i]);
      if (!heading) return true;
      if (heading[1].length <= level) return false;
    }
    return false;
  }

  function asCopy() {
    const notes = answers().filter(answer => answer.value).map(answer => ({ id: answer.name, question: questionOf(answer), text: answer.value }));
    return JSON.stringify({ format: FORMAT, version: VERSION, day: words.day, notes }, null, 2) + '\n';
  }

  function download(name, type, text) {
    changed = false;
    const link = make('a', { download: name, href: URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  async function readCopy(event) {
    const [file] = event.target.files;
    if (!file) return;
    let copy = null;
    try {
      if (file.size <= LARGEST_FILE) copy = JSON.parse(await file.text());
    } catch {
      // Said below.
    }
    event.target.value = '';
    const notes = copy?.format === FORMAT && copy.version === VERSION && Array.isArray(copy.notes) ? copy.notes : null;
    if (!notes?.every(note => typeof note?.id === 'string' && /^[a-z0-9:-]+$/.test(note.id) && typeof note.text === 'string')) return say(words.badFile);
    if (copy.day !== words.day) return say(words.otherDay);
    for (const { id, question, text } of notes) {
      const answer = form.elements.namedItem(id) ?? addRemoved(id, String(question ?? ''));
      answer.value = answer.value ? together(answer.value, text) : text;
    }
    changed = true;
    if (keeping && attempt(() => answers().forEach(write))) changed = false;
    else if (keeping) return;
    say((notes.length === 1 ? words.takenOne : words.takenMany).replace('{n}', notes.length));
    show();
  }

  // Another tab wrote: what this tab has not touched since follows, what it has is put together when it writes.
  function heard(event) {
    if (event.key === kept || event.key === null) {
      keeping = store()?.getItem(kept) != null;
      if (keeping && changed) keep();
      return show();
    }
    if (!event.key.startsWith(place)) return;
    const name = event.key.slice(place.length), note = read(event.key), answer = form.elements.namedItem(name);
    if (!answer || note === undefined || answer.value !== (seen.get(name) ?? '')) return;
    answer.value = note?.text ?? '';
    seen.set(name, answer.value);
    show();
  }

  // The reader's own calendar reminds them: a file for it is made here, so that what they wrote stays with them.
  function remind(button) {
    const text = step.value.trim();
    if (!text) {
      say(words.stepMissing, saidOfStep);
      return step.focus();
    }
    const { days = 0, months = 0 } = button.dataset;
    const day = later(new Date(), Number(months), Number(days));
    const lines = [
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Ledelsesdag//Reminder//EN', 'BEGIN:VEVENT',
      `UID:${[...crypto.getRandomValues(new Uint32Array(4))].map(n => n.toString(16)).join('-')}@ledelsesdag`,
      `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`,
      // A whole day is the same day wherever the reader is then; at nine in the morning there, their calendar speaks up.
      `DTSTART;VALUE=DATE:${digits(day)}`, `DTEND;VALUE=DATE:${digits(later(day, 0, 1))}`,
      `SUMMARY:${quoted(`${questionOf(step)}: ${text.split('\n', 1)[0]}`)}`,
      `DESCRIPTION:${quoted(`${text}\n\n${words.title}\n${location.href.replace(/#.*/, '')}`)}`,
      'TRANSP:TRANSPARENT', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:PT9H', `DESCRIPTION:${quoted(questionOf(step))}`, 'END:VALARM',
      'END:VEVENT', 'END:VCALENDAR',
    ];
    const unsaved = changed;
    download(`${words.day}-${digits(day)}.ics`, 'text/calendar', lines.map(folded).join(''));
    // A reminder of one answer is no copy of all.
    changed = unsaved;
    const name = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(day);
    say(words.reminded.replace('{date}', () => name), saidOfStep);
  }

  // Three months after the last of November is the last of February.
  function later(from, months, days) {
    const last = new Date(from.getFullYear(), from.getMonth() + months + 1, 0).getDate();
    return new Date(from.getFullYear(), from.getMonth() + months, Math.min(from.getDate(), last) + days, 12);
  }

  function digits(day) {
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(n => String(n).padStart(2, '0')).join('');
  }

  // RFC 5545, 3.3.11: no control characters but the tab, and some have to be quoted.
  function quoted(text) {
    return text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '').replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
  }

  // RFC 5545, 3.1: at most 75 octets a line, what follows begins with a space; never within a character.
  function folded(line) {
    let whole = '', length = 0;
    for (const letter of line) {
      const size = new TextEncoder().encode(letter).length;
      if (length + size > 75) whole += '\r\n ', length = 1;
      whole += letter;
      length += size;
    }
    return whole + '\r\n';
  }

  function printBlank() {
    document.documentElement.classList.add('blank');
    addEventListener('afterprint', () => document.documentElement.classList.remove('blank'), { once: true });
    print();
  }

  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', written);
  save.addEventListener('click', keep);
  remove.addEventListener('click', deleteAll);
  form.querySelector('.as-text').addEventListener('click', () => download(`${words.day}.md`, 'text/markdown', asText()));
  form.querySelector('.as-copy').addEventListener('click', () => download(`${words.day}.json`, 'application/json', asCopy()));
  const file = form.querySelector('input[type=file]');
  file.addEventListener('change', readCopy);
  form.querySelector('.read').addEventListener('click', () => file.click());
  // Browsers bring the line with the caret into view and leave the rest of its field below the screen.
  form.addEventListener('focusin', event => event.target.scrollIntoView({ block: 'nearest' }));
  form.querySelector('.print').addEventListener('click', () => print());
  form.querySelector('.print-blank').addEventListener('click', printBlank);
  for (const button of form.querySelectorAll('.first-step button')) button.addEventListener('click', () => remind(button));
  addEventListener('storage', heard);
  addEventListener('beforeunload', event => {
    if (changed && answers().some(answer => answer.value)) event.preventDefault();
  });
  open();
  show();
})();
