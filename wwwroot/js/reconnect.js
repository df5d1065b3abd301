// The buttons of the reconnect notice. Blazor itself shows and hides the notice through classes.
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

// Whoever comes back to the tab should not have to wait for the next try.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && notice?.classList.contains('components-reconnect-failed')) {
    Blazor.reconnect();
  }
});
