// Chooses light or dark before anything is drawn: what the reader chose last, else what the system prefers.
(() => {
  'use strict';
  const key = 'modelmonitor-theme';
  const root = document.documentElement;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');

  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // No storage here, such as in a private window: the choice lasts as long as the page.
    }
  };

  const apply = (theme) => {
    root.dataset.theme = theme;
    const button = document.getElementById('theme');
    if (button) {
      button.hidden = false;
      button.textContent = theme === 'dark' ? 'Light' : 'Dark';
      button.setAttribute('aria-label', `Switch to ${theme === 'dark' ? 'light' : 'dark'} colors`);
    }
    document.dispatchEvent(new CustomEvent('themechange', { detail: theme }));
  };

  const system = () => (prefersDark.matches ? 'dark' : 'light');
  const chosen = stored();
  root.classList.add('scripted');
  apply(chosen === 'dark' || chosen === 'light' ? chosen : system());
  prefersDark.addEventListener('change', () => stored() ?? apply(system()));

  document.addEventListener('DOMContentLoaded', () => {
    apply(root.dataset.theme);
    document.getElementById('theme')?.addEventListener('click', () => {
      const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
      try {
        localStorage.setItem(key, theme);
      } catch {
        // As above.
      }
      apply(theme);
    });
  });
})();
