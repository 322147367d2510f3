// Choosing a picture: the faces take the colour at once. Without this they take it when it is saved.
const form = document.querySelector('form[action="/account/avatar"]');

form.addEventListener("change", ({ target }) => {
  if (target.name !== "colour") return;
  for (const face of form.querySelectorAll(".bl-face")) {
    face.querySelector("img").src = `/avatars/${face.querySelector("input").value}-${target.value}.svg`;
  }
});
