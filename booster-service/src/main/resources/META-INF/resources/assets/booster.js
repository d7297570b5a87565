// Posts the answer of this page with the first gesture of a hand. Opening the page is none, and neither is moving the mouse
// or a scroll event: programs that look at links move pointers and scroll pages; wheel, touch, press and key are a hand's.
(() => {
  "use strict";
  const form = document.getElementById("count");
  if (!form) return;

  const GESTURES = ["pointerdown", "touchstart", "wheel", "keydown"];
  const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);
  // The server takes a post within two seconds of the page for a program's; a quick hand is waited for.
  const WAITS = [2200, 3000, 15000, 30000, 60000];
  let tries = 0;
  let earliest = performance.now() + WAITS[0];
  let gesture = null;
  let timer = 0;
  let sending = false;

  const show = (id) => {
    for (const each of ["counted", "practice", "over", "again"]) {
      document.getElementById(each).hidden = each !== id;
    }
  };

  const finish = (id) => {
    GESTURES.forEach((type) => removeEventListener(type, onGesture, true));
    removeEventListener("pagehide", onLeave);
    form.hidden = true;
    show(id);
  };

  const rearm = () => {
    tries = Math.min(tries + 1, WAITS.length - 1);
    earliest = performance.now() + WAITS[tries];
    gesture = null;
    form.removeAttribute("aria-busy");
  };

  const settle = async (response) => {
    if (response.status === 410) return finish("over");
    if (!response.ok) return rearm();
    const answer = await response.json();
    if (answer.result === "counted" || answer.result === "practice") return finish(answer.result);
    form.elements.namedItem("nonce").value = answer.nonce;
    show("again");
    rearm();
  };

  const send = async () => {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    const body = new URLSearchParams(new FormData(form));
    body.set("gesture", gesture);
    try {
      await settle(await fetch(form.action, { method: "POST", body, keepalive: true, headers: { Accept: "application/json" } }));
    } catch {
      rearm();
    } finally {
      sending = false;
    }
  };

  const arm = (type) => {
    if (gesture) return;
    gesture = type;
    form.setAttribute("aria-busy", "true");
    timer = setTimeout(send, Math.max(0, earliest - performance.now()));
  };

  function onGesture(event) {
    if (event.isTrusted && !MODIFIERS.has(event.key)) arm(event.type);
  }

  function onLeave() {
    if (gesture) send();
  }

  GESTURES.forEach((type) => addEventListener(type, onGesture, { capture: true, passive: true }));
  addEventListener("pagehide", onLeave);
  // A screen reader presses the button without pointer or key; a script's click() is not trusted, but its submit would be.
  form.addEventListener("click", (event) => {
    if (event.isTrusted) arm("button");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
})();
