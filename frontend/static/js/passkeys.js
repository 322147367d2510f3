// Passkeys: asks the server what to ask, the device for an answer, and posts it with the form that it belongs to.
const OPTIONS = "/api/v1/passkeys/options";

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

function text(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const described = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

/** What the device is to be asked; raises with the server's sentence. */
async function options(form) {
  const { passkey: purpose, link } = form.dataset;
  const answer = await fetch(OPTIONS, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content,
    },
    body: JSON.stringify(link ? { purpose, link } : { purpose }),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.detail);
  return said.public_key;
}

async function make(asked) {
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: described(asked.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  return written(made, {
    attestationObject: text(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function prove(asked) {
  const publicKey = {
    ...asked, challenge: bytes(asked.challenge), allowCredentials: described(asked.allowCredentials),
  };
  const proof = await navigator.credentials.get({ publicKey });
  const { authenticatorData, signature, userHandle } = proof.response;
  return written(proof, {
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    ...(userHandle ? { userHandle: text(userHandle) } : {}),
  });
}

const written = ({ id, rawId, type, response }, more) =>
  JSON.stringify({ id, rawId: text(rawId), type, response: { clientDataJSON: text(response.clientDataJSON), ...more } });

async function send(form, status) {
  status.textContent = status.dataset.waiting;
  const asked = await options(form);
  form.elements.credential.value = await (form.dataset.passkey === "add" ? make : prove)(asked);
  form.submit();
}

function start(form) {
  const status = form.querySelector("[data-passkey-status]");
  form.querySelector("[data-passkey-without]").hidden = true;
  form.querySelector("[data-passkey-with]").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, status).catch((error) => {
      // The browser's own errors are in its language, and for programmers.
      const own = { NotAllowedError: status.dataset.refused, InvalidStateError: status.dataset.known };
      status.textContent = own[error.name] ?? (error instanceof DOMException ? status.dataset.refused : error.message);
    });
  });
}

if (window.PublicKeyCredential) {
  document.querySelectorAll("form[data-passkey]").forEach(start);
}
