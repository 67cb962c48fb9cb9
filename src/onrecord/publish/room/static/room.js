// Keys for those who want them. Every page works without this file.
"use strict";

(() => {
  const KEPT = "onrecord-keys-off";
  const kept = () => { try { return localStorage.getItem(KEPT) === "1"; } catch { return false; } };
  const keep = (off) => { try { off ? localStorage.setItem(KEPT, "1") : localStorage.removeItem(KEPT); } catch { /* not kept */ } };

  const box = document.querySelector("[data-keys-off]");
  if (box) {
    box.checked = kept();
    box.addEventListener("change", () => keep(box.checked));
  }

  // What is reached by key in the table of speakers stands beside its heads, not under them or cut at its edge.
  const table = document.querySelector(".matrix-frame");
  if (table) {
    table.addEventListener("focusin", ({ target }) => {
      // Not what is clicked on: it would move away under the pointer.
      if (target.matches(":focus-visible")) { target.scrollIntoView({ block: "nearest", inline: "nearest" }); }
    });
  }

  const go = (selector) => {
    const link = document.querySelector(selector);
    if (link) { link.click(); return true; }
    return false;
  };

  // On a report, [ and ] go from mark to mark; elsewhere to the statement before and after.
  const step = (by) => {
    const chips = [...document.querySelectorAll(".text .chip")];
    if (!chips.length) { return go(by < 0 ? "#before" : "#after"); }
    const here = chips.indexOf(document.activeElement);
    const top = chips.findIndex((chip) => chip.getBoundingClientRect().top > 0);
    const from = here >= 0 ? here + by : (by > 0 ? Math.max(0, top) : Math.max(0, top - 1));
    const next = chips[Math.min(chips.length - 1, Math.max(0, from))];
    next.scrollIntoView({ block: "center" });
    next.focus({ preventScroll: true });
    return true;
  };

  const reveal = (id) => {
    const place = document.getElementById(id);
    if (!place) { return false; }
    place.scrollIntoView();
    place.focus({ preventScroll: true });
    return true;
  };

  const press = (name) => {
    const button = document.querySelector(`[data-key="${name}"]`);
    if (!button) { return false; }
    const fold = button.closest("details:not([open])");
    if (fold) { fold.open = true; }
    if (button.tagName === "INPUT" || button.tagName === "SELECT") { button.focus(); } else { button.click(); }
    return true;
  };

  const keys = {
    "[": () => step(-1),
    "]": () => step(1),
    "v": () => reveal("variants"),
    "o": () => go("[data-original]") || go(".row-words a"),
    "/": () => { document.getElementById("find").focus(); return true; },
    "?": () => { location.assign("/help#keys"); return true; },
    "a": () => press("a"),
    "x": () => press("x"),
    "s": () => press("s"),
    "m": () => press("m"),
    "p": () => press("p"),
    "d": () => press("d"),
    "u": () => press("u"),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (kept() || typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    const act = keys[event.key];
    if (act && act()) { event.preventDefault(); }
  });
})();
