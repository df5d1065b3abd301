// Runs before the first paint: chooses light or dark and tells the server the browser's time zone.
(() => {
  'use strict';
  const key = 'portal-theme';
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');

  const remembered = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const apply = () => {
    root.dataset.theme = remembered() ?? (system.matches ? 'dark' : 'light');
  };

  const toggle = () => {
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    const followsSystem = (next === 'dark') === system.matches;
    try {
      // Back at the system's own choice there is nothing to remember: the portal follows it again.
      if (followsSystem) localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    } catch {
      // No storage: the choice holds for this page.
    }
    root.dataset.theme = next;
  };

  apply();
  system.addEventListener('change', apply);
  addEventListener('storage', (event) => {
    if (event.key === key) apply();
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-theme-toggle]')) toggle();
  });

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) document.cookie = `portal-zone=${zone}; path=/; max-age=31536000; samesite=lax`;
})();
