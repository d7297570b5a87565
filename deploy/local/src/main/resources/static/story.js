// Keeps the story fresh without moving the page under its reader.
(function () {
  const story = document.getElementById('story');
  async function refresh() {
    if (document.hidden || story.contains(document.activeElement)) return;
    try {
      const response = await fetch('/story', { headers: { Accept: 'text/html' } });
      if (response.ok) story.innerHTML = await response.text();
    } catch (e) {
      // The stack was stopped; the page keeps its last state.
    }
  }
  setInterval(refresh, 1500);
})();
