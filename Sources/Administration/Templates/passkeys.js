// Passkeys: asks the server for a question, the browser's authenticators for the answer, and sends it as a form.
"use strict";
if (window.PublicKeyCredential) {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

  const ask = async (form) => {
    const answer = await fetch(`${form.action}question/`, {
      method: "POST", body: new URLSearchParams(new FormData(form)),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.fault);
    said.challenge = bytes(said.challenge);
    if (said.user) said.user.id = bytes(said.user.id);
    for (const known of said.excludeCredentials ?? []) known.id = bytes(known.id);
    return said;
  };

  const send = (form, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value: text(value) });
      form.append(input);
    }
    form.submit();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const button = form.querySelector("[data-asks]");
    const fault = form.querySelector(".fault[hidden]");
    if (!button) continue;
    form.hidden = button.hidden = false;
    form.addEventListener("submit", async (event) => {
      if (event.submitter !== button) return;
      event.preventDefault();
      button.disabled = true;
      fault.hidden = true;
      try {
        const publicKey = await ask(form);
        const key = await navigator.credentials[form.dataset.passkey]({ publicKey });
        const { clientDataJSON, attestationObject, authenticatorData, signature } = key.response;
        send(form, attestationObject
          ? { clientData: clientDataJSON, authenticatorData: attestationObject }
          : { clientData: clientDataJSON, authenticatorData, signature, credential: key.rawId });
      } catch (error) {
        fault.textContent = error.name === "NotAllowedError" ? "Your device gave no passkey."
          : error.name === "InvalidStateError" ? "This device has a passkey of yours already." : error.message;
        fault.hidden = false;
        button.disabled = false;
      }
    });
  }
}
