// A button that copies the address beside it, or says how to where the browser lets no page copy.
for (const button of document.querySelectorAll('button[data-copies]')) {
  const said = button.nextElementSibling;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copies);
      said.textContent = button.dataset.done;
    } catch {
      said.textContent = button.dataset.failed;
    }
  });
}
