// "Use my position": asks the browser on a click only, and goes to the neighbourhoods there.
const ROUNDED = 4; // decimals of a degree, about ten metres: enough to find a neighbourhood, not a front door

function start(button) {
  const status = button.closest("form").querySelector("[data-locate-status]");
  button.hidden = false;
  button.addEventListener("click", () => {
    status.textContent = button.dataset.looking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const [lat, lon] = [coords.latitude, coords.longitude].map((degrees) => degrees.toFixed(ROUNDED));
        location.assign(`/neighbourhoods?${new URLSearchParams({ lat, lon })}`);
      },
      () => {
        status.textContent = button.dataset.refused;
      },
      { timeout: 15_000, maximumAge: 300_000 },
    );
  });
}

if ("geolocation" in navigator) {
  document.querySelectorAll("[data-locate]").forEach(start);
}
