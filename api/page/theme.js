/* The chosen theme, before anything is painted. Without a choice, the system's. */
{
  const STORE = "footnote-theme";
  const root = document.documentElement;
  const chosen = localStorage.getItem(STORE);
  if (chosen) root.dataset.theme = chosen;
  document.addEventListener("DOMContentLoaded", () => {
    const choice = document.getElementById("theme");
    choice.value = root.dataset.theme ?? "auto";
    choice.addEventListener("change", () => {
      if (choice.value === "auto") localStorage.removeItem(STORE), delete root.dataset.theme;
      else localStorage.setItem(STORE, choice.value), (root.dataset.theme = choice.value);
    });
  });
}
