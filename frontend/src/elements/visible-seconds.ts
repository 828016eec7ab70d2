/** `<visible-seconds>` around a hidden input: for how many seconds this page has been in view. */
class VisibleSeconds extends HTMLElement {
  #timer = 0;
  #seconds = 0;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input || this.#timer) return;
    this.#timer = window.setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      this.#seconds += 1;
      input.value = String(this.#seconds);
    }, 1000);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer);
    this.#timer = 0;
  }
}

customElements.define('visible-seconds', VisibleSeconds);

export {};
