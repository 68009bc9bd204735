// On every page: "/" and Ctrl K lead to the search field, and whoever goes there gets the search itself. A page that is
// only read loads nothing more than this.
const form = document.querySelector('form[role=search]');
const field = form?.elements.q;
if (field) followKeys(), fetchSearch();

function followKeys() {
  const menu = field.closest('details');
  let back = null;
  field.setAttribute('aria-keyshortcuts', '/ Control+K');
  // Who comes by pointer stays.
  field.addEventListener('pointerdown', () => back = null);
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const writing = event.target.closest?.('input, textarea, select, [contenteditable]:not([contenteditable="false"])');
    const slash = event.key === '/' && !command && !writing && !turnedOff();
    const k = event.key?.toLowerCase() === 'k' && command && !event.shiftKey;
    if (slash || k) {
      event.preventDefault();
      if (document.activeElement !== field) back = { at: document.activeElement, top: scrollY, closed: menu && !menu.open };
      if (menu) menu.open = true;
      field.focus();
      field.select();
    } else if (event.key === 'Escape' && event.target === field && !field.value && back) {
      // Who came by a key and has nothing left to clear goes back to where they were reading.
      const { at, top, closed } = back;
      back = null;
      if (closed) menu.open = false;
      field.blur();
      at.focus({ preventScroll: true });
      scrollTo({ top, behavior: 'instant' });
    }
  });
}

// The search page lets a reader turn the key off, who dictates for example.
function turnedOff() {
  try {
    return localStorage.getItem('shortcut') === 'off';
  } catch {
    return false;
  }
}

// Only the search page names the search in its head; the others bring it when the field is used. The page holds the script's
// element with its address and digest, for the policy lets no script name another.
function fetchSearch() {
  const kept = form.querySelector('template')?.content.firstElementChild;
  let script = null;
  const bring = () => {
    if (!kept || script) return;
    script = document.importNode(kept, true);
    // The next letter tries again; until then the form leads to the search page.
    script.onerror = () => script = null;
    document.head.append(script);
  };
  field.addEventListener('focus', bring);
  field.addEventListener('input', bring);
  if (document.activeElement === field) bring();
}
