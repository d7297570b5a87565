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
  let unsent = false;

  const show = (id) => {
    for (const each of ["counted", "practice", "over", "again", "unsent"]) {
      document.getElementById(each).hidden = each !== id;
    }
  };

  const finish = (id) => {
    GESTURES.forEach((type) => removeEventListener(type, onGesture, true));
    removeEventListener("pagehide", onLeave);
    removeEventListener("online", send);
    form.hidden = true;
    show(id);
  };

  const wait = () => {
    tries = Math.min(tries + 1, WAITS.length - 1);
    earliest = performance.now() + WAITS[tries];
  };

  // It looked like a program's: the next gesture decides.
  const rearm = (nonce) => {
    form.elements.namedItem("nonce").value = nonce;
    form.removeAttribute("aria-busy");
    form.hidden = false;
    unsent = false;
    gesture = null;
    show("again");
    wait();
  };

  // The hand was there, only the way was not. The server knows a post that comes twice by its nonce.
  const retry = () => {
    unsent = true;
    form.hidden = true;
    show("unsent");
    wait();
    timer = setTimeout(send, WAITS[tries]);
  };

  const settle = async (response) => {
    if (response.status === 410) return finish("over");
    if (response.status === 429 || response.status >= 500) return retry();
    // Nothing that this page sends will do: a fresh one says more.
    if (!response.ok) return location.reload();
    const answer = await response.json();
    return answer.result === "again" ? rearm(answer.nonce) : finish(answer.result);
  };

  async function send() {
    if (sending || !gesture) return;
    sending = true;
    clearTimeout(timer);
    timer = 0;
    const body = new URLSearchParams(new FormData(form));
    body.set("gesture", gesture);
    try {
      await settle(await fetch(form.action, { method: "POST", body, keepalive: true, headers: { Accept: "application/json" } }));
    } catch {
      retry();
    } finally {
      sending = false;
    }
  }

  const arm = (type) => {
    if (unsent && type === "pointerdown") send();
    if (gesture) return;
    gesture = type;
    form.setAttribute("aria-busy", "true");
    timer = setTimeout(send, Math.max(0, earliest - performance.now()));
  };

  function onGesture(event) {
    if (event.isTrusted && !MODIFIERS.has(event.key)) arm(event.type);
  }

  function onLeave() {
    send();
  }

  GESTURES.forEach((type) => addEventListener(type, onGesture, { capture: true, passive: true }));
  addEventListener("pagehide", onLeave);
  addEventListener("online", send);
  // A screen reader presses the button without pointer or key; a script's click() is not trusted, but its submit would be.
  form.addEventListener("click", (event) => {
    if (event.isTrusted) arm("button");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
})();
