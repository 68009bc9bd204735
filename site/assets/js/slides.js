// Shows the slides of the page one at a time, or all at once to choose from, or with what is for whoever speaks. What
// stands on the page is only shown otherwise; printing takes no notice.
(() => {
  'use strict';
  const show = document.querySelector('.show');
  if (!show) return;

  const root = document.documentElement;
  const part = name => show.querySelector(name);
  const slides = [...show.querySelectorAll('.slide')];
  const [bar, clock, keys] = ['.bar', '.clock', '.keys'].map(part);
  const start = document.querySelector('.start');
  const FAR_ENOUGH = 50;

  // reading, showing, overview or speaker; the last for good in a window that was opened for it.
  let mode = 'reading', at = 0, began = 0, ticking = 0, digits = '', touch = null, other = null, own = false;

  const indexOf = hash => slides.findIndex(slide => slide.id === decodeURIComponent(hash.slice(1)));
  const titleOf = slide => slide.querySelector('h2').textContent;

  // Windows hear of each other by a channel; those of a page opened from a disk have none in common, and know each other
  // only from having been opened by one another. Both say the same, so what is heard twice is done once.
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(`slides:${location.pathname}`) : null;
  const partner = () => other ?? window.opener;
  // Whoever opened the page from elsewhere hears nothing of it; pages on a disk have no origin to go by.
  const origin = location.protocol === 'file:' ? '*' : location.origin;

  function tell() {
    const words = { slides: location.pathname, id: slides[at].id };
    channel?.postMessage(words);
    partner()?.postMessage(words, origin);
  }

  function hear({ data, origin: from }) {
    if (origin !== '*' && from !== origin) return;
    if (mode === 'reading' || data?.slides !== location.pathname) return;
    const index = slides.findIndex(slide => slide.id === data.id);
    if (index >= 0 && index !== at) go(index, false);
  }

  function go(index, ours = true) {
    at = Math.max(0, Math.min(slides.length - 1, index));
    const held = bar.contains(document.activeElement);
    draw();
    if (ours) tell();
    // Who goes on by a button stays on it and hears the title; who goes on by a key is led to the heading.
    part('.position').textContent = `${at + 1} / ${slides.length}`;
    if (held) part('.position').append(Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: ` ${titleOf(slides[at])}` }));
    else focusSlide();
  }

  function focusSlide() {
    if (mode === 'overview') return slides[at].querySelector('.pick').focus();
    const heading = slides[at].querySelector('h2');
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    slides[at].querySelector('.face').scrollTop = 0;
  }

  function draw() {
    const reading = mode === 'reading';
    root.classList.toggle('showing', !reading);
    for (const name of ['overview', 'speaker']) root.classList.toggle(name, mode === name);
    slides.forEach((slide, i) => {
      slide.classList.toggle('current', !reading && i === at);
      slide.classList.toggle('upcoming', mode === 'speaker' && i === at + 1);
      // What is only to be looked at is not to be read out or stopped at.
      slide.querySelector('.face').inert = mode === 'overview' || (mode === 'speaker' && i !== at);
    });
    bar.hidden = reading;
    clock.hidden = mode !== 'speaker';
    part('progress').value = at + 1;
    part('.previous').disabled = at === 0;
    part('.next').disabled = at === slides.length - 1;
    for (const [button, name] of [['.overview-of-all', 'overview'], ['.for-speaker', 'speaker']]) part(button).setAttribute('aria-pressed', mode === name);
    remember();
  }

  // So that a reload, and whoever gets the address, comes back to the same slide shown the same way.
  function remember() {
    const way = mode === 'reading' ? '' : mode === 'speaker' ? '?speaker' : '?show';
    try {
      history.replaceState(null, '', `${location.pathname}${way}#${slides[at].id}`);
    } catch {
      // Browsers refuse to note too many changes in a short time; the next one is noted again.
    }
  }

  function enter(next) {
    mode = next;
    for (const pick of show.querySelectorAll('.pick')) pick.remove();
    if (mode === 'overview') slides.forEach(addPick);
    clearInterval(ticking);
    if (mode === 'speaker') began ||= Date.now(), tick(), ticking = setInterval(tick, 1000);
    draw();
    part('.position').textContent = `${at + 1} / ${slides.length}`;
    if (mode !== 'reading') return focusSlide();
    start.focus();
    if (document.fullscreenElement) document.exitFullscreen();
  }

  function addPick(slide, i) {
    const pick = Object.assign(document.createElement('button'), { type: 'button', className: 'pick', ariaLabel: `${i + 1} ${titleOf(slide)}` });
    pick.append(Object.assign(document.createElement('span'), { textContent: i + 1 }));
    pick.addEventListener('click', () => {
      at = i;
      enter('showing');
      go(i);
    });
    slide.append(pick);
  }

  // In the overview as one sees it: a row up or down.
  function columns() {
    const top = slides[0].offsetTop;
    const second = slides.findIndex(slide => slide.offsetTop > top);
    return second < 0 ? slides.length : second;
  }

  function tick() {
    const spent = Math.floor((Date.now() - began) / 1000);
    const two = n => String(n).padStart(2, '0');
    part('.now').textContent = new Date().toLocaleTimeString(root.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    part('.elapsed').textContent = `${Math.floor(spent / 3600)}:${two(Math.floor(spent / 60) % 60)}:${two(spent % 60)}`;
  }

  // A window of the speaker's own, beside the one that the room sees; where none may be opened, this one.
  function speaker() {
    if (own) return window.close();
    if (mode === 'speaker') return enter('showing');
    other = window.open(`${location.pathname}?speaker#${slides[at].id}`, 'speaker', 'popup,width=1100,height=760');
    if (!other) enter('speaker');
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  }

  function escape() {
    if (mode === 'overview') enter('reading');
    else if (mode === 'speaker' && !own) enter('showing');
    else if (mode === 'showing') enter('overview');
  }

  const overview = () => enter(mode === 'overview' ? (own ? 'speaker' : 'showing') : 'overview');
  const step = by => go(at + by);
  const byKey = {
    ArrowRight: () => step(1), ArrowLeft: () => step(-1), PageDown: () => step(1), PageUp: () => step(-1),
    Home: () => go(0), End: () => go(slides.length - 1), Escape: escape, o: overview, s: speaker, f: fullScreen, '?': () => keys.showModal(),
  };

  function pressed(event) {
    const { key, target } = event;
    if (mode === 'reading' || keys.open || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest?.('input, textarea, select')) return;
    const onButton = target.closest?.('button, a');
    if (/^\d$/.test(key)) return void (digits += key);
    const number = Number(digits);
    digits = '';
    let does = byKey[key.length === 1 ? key.toLowerCase() : key];
    if (key === ' ' && !onButton) does = () => step(event.shiftKey ? -1 : 1);
    if (key === 'Enter' && number) does = () => go(number - 1);
    if (mode === 'overview' && key === 'ArrowDown') does = () => step(columns());
    if (mode === 'overview' && key === 'ArrowUp') does = () => step(-columns());
    if (!does) return;
    event.preventDefault();
    does();
  }

  show.addEventListener('touchstart', event => touch = event.touches.length === 1 && (visualViewport?.scale ?? 1) === 1 ? event.touches[0] : null, { passive: true });
  show.addEventListener('touchend', event => {
    const [end] = event.changedTouches;
    if (!touch || mode === 'reading' || mode === 'overview') return;
    const [x, y] = [end.clientX - touch.clientX, end.clientY - touch.clientY];
    touch = null;
    if (Math.abs(x) > FAR_ENOUGH && Math.abs(x) > 2 * Math.abs(y)) step(x < 0 ? 1 : -1);
  });
  document.addEventListener('keydown', pressed);
  addEventListener('message', event => {
    if (event.source === partner()) hear(event);
  });
  channel?.addEventListener('message', hear);
  addEventListener('hashchange', () => {
    const index = indexOf(location.hash);
    if (mode !== 'reading' && index >= 0 && index !== at) go(index);
  });
  start.addEventListener('click', () => {
    at = Math.max(0, indexOf(location.hash));
    enter('showing');
  });
  document.querySelector('.print').addEventListener('click', () => print());
  for (const [button, does] of [['.previous', () => step(-1)], ['.next', () => step(1)], ['.overview-of-all', overview], ['.for-speaker', speaker],
    ['.full', fullScreen], ['.help', () => keys.showModal()], ['.leave', () => own ? window.close() : enter('reading')], ['.reset', () => (began = Date.now(), tick())]]) {
    part(button).addEventListener('click', does);
  }
  part('.full').hidden = !document.fullscreenEnabled;

  const asked = /^\?(show|speaker)\b/.exec(location.search)?.[1];
  if (asked) {
    own = asked === 'speaker' && window.opener !== null;
    at = Math.max(0, indexOf(location.hash));
    enter(asked === 'show' ? 'showing' : 'speaker');
  }
})();
