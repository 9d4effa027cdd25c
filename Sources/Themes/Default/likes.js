// Likes at once, where scripts run: the form is sent in the background, and what the server then shows takes its place.
"use strict";
(() => {
  // The part of the page that shows a like: the post's own, or one response's.
  const shown = (page, number) =>
    number ? page.querySelector(`#comment-${number} .comment-like`) : page.getElementById("likes");

  const listen = (form) => {
    const number = form.elements.comment?.value;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("button");
      const isLiked = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!isLiked));
      const fields = new FormData(form, button);
      try {
        const answer = await fetch(form.action, {
          method: "POST", body: new URLSearchParams(fields), headers: { accept: "text/html" },
        });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const news = shown(page, number);
        if (!answer.ok || !news) throw new Error(answer.status);
        const hadFocus = document.activeElement === button;
        shown(document, number).replaceWith(document.adoptNode(news));
        const next = news.matches("form") ? news : news.querySelector("form");
        if (next) listen(next);
        if (hadFocus) next?.querySelector("button").focus();
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
  document.querySelectorAll("#likes form, .comment-like").forEach(listen);
})();
