// Gives each card that has a player a button which loads it. Until then nothing is asked of the other site.
(() => {
  const { label, note } = document.currentScript.dataset;
  for (const card of document.querySelectorAll(".embed-card[data-player]")) {
    const title = card.querySelector("a").textContent.trim();
    const provider = card.querySelector(".embed-card-provider").textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-label", `${label}: ${title}`);
    const hint = document.createElement("p");
    hint.className = "embed-card-note";
    hint.textContent = note.replace("%", provider);
    button.addEventListener("click", () => {
      const frame = document.createElement("iframe");
      frame.title = title;
      frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
      frame.src = card.dataset.player;
      hint.remove();
      button.replaceWith(frame);
      frame.focus();
    });
    card.append(button, hint);
  }
})();
