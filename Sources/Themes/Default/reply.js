// What makes answering easier where scripts run: the form moves under the response that is answered, and what is typed is
// kept in this browser until it was sent. Nothing here is needed to answer.
"use strict";
(() => {
  const section = document.getElementById("respond");
  const form = section?.querySelector(".reply-form");
  if (!form) return;
  const text = form.elements.comment;
  const parent = form.elements.comment_parent;
  const start = Date.now();
  const key = `thaw reply ${form.getAttribute("action")}`;

  // Storage may be switched off or full; then typing goes on without it.
  const stored = (use) => { try { return use() } catch { return null } };

  // Sent, and here is the response: nothing is left to keep.
  if (location.hash.startsWith("#comment-") && stored(() => sessionStorage.getItem(key))) {
    stored(() => localStorage.removeItem(key));
    stored(() => sessionStorage.removeItem(key));
  }
  if (!parent) return;

  const heading = document.getElementById("respond-heading");
  const cancel = section.querySelector(".cancel-reply");
  const home = document.createComment("respond");
  const plainHeading = heading.textContent;
  section.before(home);

  const answer = (link, focus) => {
    const comment = link.closest(".comment");
    parent.value = link.dataset.parent;
    heading.textContent = link.dataset.heading;
    cancel.hidden = false;
    comment.after(section);
    if (focus) text.focus();
    keep();
  };
  const stop = () => {
    parent.value = "";
    heading.textContent = plainHeading;
    cancel.hidden = true;
    home.after(section);
    text.focus();
    keep();
  };
  const keep = () => stored(() => text.value.trim()
    ? localStorage.setItem(key, JSON.stringify({ text: text.value, parent: parent.value }))
    : localStorage.removeItem(key));

  for (const link of document.querySelectorAll("a.reply-link")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      answer(link, true);
    });
  }
  // A page that was loaded for one answer goes back to the post by its link.
  if (cancel.hidden) {
    cancel.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      stop();
    });
  }
  text.addEventListener("input", keep);
  form.addEventListener("submit", () => {
    form.elements.seconds.value = Math.round((Date.now() - start) / 1000);
    stored(() => sessionStorage.setItem(key, "sent"));
  });

  const kept = stored(() => JSON.parse(localStorage.getItem(key)));
  if (kept && !text.value) {
    text.value = kept.text;
    const link = document.querySelector(`a.reply-link[data-parent="${Number(kept.parent)}"]`);
    if (link && !parent.value) answer(link, false);
  }
})();
