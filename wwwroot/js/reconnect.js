// The buttons of the reconnect notice, and what has to be told once more. Blazor itself shows and hides the notice through classes.
const notice = document.getElementById('components-reconnect-modal');

const reload = () => location.reload();

notice?.addEventListener('click', async (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if ('reload' in button.dataset) reload();
  else if ('resume' in button.dataset) (await Blazor.resumeCircuit()) || reload();
  // False: the server answers but no longer knows this page.
  else if ('reconnect' in button.dataset) (await Blazor.reconnect()) || reload();
});

// What is typed while nothing gets through stands on the page, and the portal never hears of it: it is told when the
// connection is back. The boxes typed in before are told as well, for it may be broken a while before anybody notices.
const typedIn = new Set();
document.addEventListener('input', ({ target }) => typedIn.add(target));
notice?.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  if (detail.state !== 'hide') return;
  for (const box of typedIn) {
    if (box.isConnected) box.dispatchEvent(new Event('input', { bubbles: true }));
    else typedIn.delete(box);
  }
});

// Whoever comes back to the tab should not have to wait for the next try.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && notice?.classList.contains('components-reconnect-failed')) {
    Blazor.reconnect();
  }
});
