/* The API key of a service that needs one: asked for once, kept in this tab until it is closed. */

const STORE = "footnote-key";
const door = document.getElementById("door");
const field = document.getElementById("key");
let asking = null; // many requests may be refused at once; the person is asked once

export const key = () => sessionStorage.getItem(STORE) ?? "";

/** Resolves to whether there is another key to try than the one that was refused. */
export function anotherKey(refused, reason) {
  if (key() !== refused) return Promise.resolve(true);
  asking ??= asked(reason).finally(() => (asking = null));
  return asking;
}

function asked(reason) {
  document.getElementById("door-reason").textContent = key() ? reason : "";
  field.value = "";
  door.returnValue = "";
  door.showModal();
  return new Promise((resolve) => door.addEventListener("close", () => resolve(door.returnValue === "given"), { once: true }));
}

door.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem(STORE, field.value.trim());
  field.value = "";
  door.close("given");
});
door.querySelector("button[type=button]").addEventListener("click", () => door.close());
