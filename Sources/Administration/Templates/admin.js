// What makes the administration quick where scripts run. Nothing here is needed.
"use strict";
(() => {
  const queue = document.querySelector(".queue");
  if (!queue) return;
  queue.querySelector(".keys").hidden = false;
  const rows = [...queue.querySelectorAll(".row")];
  let current = -1;
  const go = (step) => {
    current = Math.max(0, Math.min(rows.length - 1, current + step));
    rows[current].focus();
  };
  const press = (row, deed) => row.querySelector(`button[value^="${deed} "]`)?.click();
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    x: (row) => row.querySelector("input[type=checkbox]").click(),
    a: (row) => press(row, "approved"),
    s: (row) => press(row, "spam"),
    t: (row) => press(row, "trash"),
    e: (row) => row.querySelector(".deeds a").click(),
    r: (row) => row.querySelector(".deeds a + a").click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const deed = keys[event.key];
    if (!deed) return;
    const row = rows.find((row) => row.contains(document.activeElement));
    current = row ? rows.indexOf(row) : current;
    if (event.key === "j" || event.key === "k") deed();
    else if (row) deed(row);
    else return;
    event.preventDefault();
  });
})();
