// What fields know by themselves where scripts run.
"use strict";
for (const zone of document.querySelectorAll("select[data-browser-zone]")) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...zone.options].some((option) => option.value === own)) zone.value = own;
}
