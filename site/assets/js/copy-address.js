// A button that copies the address beside it. Without scripts, or where the browser lets no page copy, there is none.
for (const button of document.querySelectorAll('button[data-copies]')) {
  if (!navigator.clipboard) break;
  const said = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copies);
      said.textContent = button.dataset.done;
    } catch {
      said.textContent = button.dataset.failed;
    }
  });
}
