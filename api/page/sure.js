/* A question before something is gone for good. */

const dialog = document.getElementById("sure");

/** Resolves to whether the person wants it. */
export function sure(question, consequence, yes) {
  dialog.querySelector("h2").textContent = question;
  dialog.querySelector("p").textContent = consequence;
  dialog.querySelector("button[value=yes]").textContent = yes;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}
