// Turns the contact form into a letter in the visitor's own mail program. Without this script the form still works:
// the browser then writes the mail by itself, only less neatly.
for (const form of document.querySelectorAll('form[data-letter]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const lines = [];
    for (const [name, value] of new FormData(form)) {
      const label = form.querySelector(`[name="${CSS.escape(name)}"]`)?.dataset.label ?? name;
      if (value) lines.push(`${label}: ${value}`);
    }
    const query = `subject=${encodeURIComponent(form.dataset.subject)}&body=${encodeURIComponent(lines.join('\n\n'))}`;
    window.location.href = `${form.action.split('?')[0]}?${query}`;
  });
}
