// Likes at once, where scripts run: the form is sent in the background, and what the server then shows takes its place.
"use strict";
(() => {
  const listen = () => {
    const form = document.querySelector("#likes form");
    form?.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("button");
      const isLiked = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!isLiked));
      try {
        const answer = await fetch(form.action, {
          method: "POST", body: new URLSearchParams({ like: button.value }), headers: { accept: "text/html" },
        });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const shown = page.getElementById("likes");
        if (!answer.ok || !shown) throw new Error(answer.status);
        const hadFocus = document.activeElement === button;
        document.getElementById("likes").replaceWith(document.adoptNode(shown));
        listen();
        if (hadFocus) document.querySelector("#likes button")?.focus();
      } catch {
        // Whatever is in the way says so itself.
        button.setAttribute("aria-pressed", String(isLiked));
        const field = document.createElement("input");
        [field.type, field.name, field.value] = ["hidden", "like", button.value];
        form.append(field);
        form.submit();
      }
    });
  };
  listen();
})();
