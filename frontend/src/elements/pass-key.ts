type Options = Record<string, unknown>;

const REFUSED = 'No passkey was used. Try again, or use another way.';

/**
 * `<pass-key hidden>` around a form with a hidden `credential` and one `type="button"`: makes a passkey (`create`) or uses
 * one. What the server asks for stands beside the form as JSON, or comes from the address that the form posts to.
 */
class PassKey extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const button = this.querySelector<HTMLButtonElement>('button[type="button"]');
    if (!form || !button || !window.PublicKeyCredential) return;
    button.addEventListener('click', () => void this.#ask(form));
    form.addEventListener('submit', (event) => {
      const made = form.querySelector<HTMLInputElement>('input[name="credential"]')?.value;
      if (made) return;
      event.preventDefault(); // Enter in the name's field
      void this.#ask(form);
    });
    this.hidden = false;
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    const said = this.querySelector<HTMLElement>('[role="alert"]');
    try {
      const options = (await this.#options(form))['publicKey'] as Options;
      const credential = this.hasAttribute('create') ? await create(options) : await use(options);
      const field = form.querySelector<HTMLInputElement>('input[name="credential"]');
      if (!credential || !field) throw new Error(REFUSED);
      field.value = JSON.stringify(plain(credential as PublicKeyCredential));
      form.submit();
    } catch (reason) {
      console.warn('no passkey', reason);
      if (!said) return;
      said.textContent = REFUSED;
      said.hidden = false;
    }
  }

  async #options(form: HTMLFormElement): Promise<Options> {
    const beside = this.querySelector('script[type="application/json"]')?.textContent;
    if (beside) return JSON.parse(beside) as Options;
    const answer = await fetch(form.action, { headers: { Accept: 'application/json' } });
    return ((await answer.json()) as { request_options: Options }).request_options;
  }
}

function create(options: Options): Promise<Credential | null> {
  const user = options['user'] as Options;
  const chosen = { ...(options['authenticatorSelection'] as Options), residentKey: 'required', requireResidentKey: true, userVerification: 'required' };
  const publicKey = {
    ...options, challenge: bytes(options['challenge']), user: { ...user, id: bytes(user['id']) }, authenticatorSelection: chosen,
    excludeCredentials: known(options['excludeCredentials']),
  };
  return navigator.credentials.create({ publicKey: publicKey as unknown as PublicKeyCredentialCreationOptions });
}

function use(options: Options): Promise<Credential | null> {
  const publicKey = { ...options, challenge: bytes(options['challenge']), allowCredentials: known(options['allowCredentials']) };
  return navigator.credentials.get({ publicKey: publicKey as unknown as PublicKeyCredentialRequestOptions });
}

function known(credentials: unknown): Options[] {
  return ((credentials ?? []) as Options[]).map((each) => ({ ...each, id: bytes(each['id']) }));
}

/** The credential as JSON: every run of bytes in base64url. */
function plain(made: PublicKeyCredential): Options {
  const response = made.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  const names = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'] as const;
  const parts = names.filter((name) => response[name]).map((name) => [name, text(response[name] as ArrayBuffer)]);
  return {
    id: made.id, rawId: text(made.rawId), type: made.type, authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: made.getClientExtensionResults(), response: Object.fromEntries(parts) as Options,
  };
}

function bytes(encoded: unknown): Uint8Array {
  const base64 = String(encoded).replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

customElements.define('pass-key', PassKey);

export {};
