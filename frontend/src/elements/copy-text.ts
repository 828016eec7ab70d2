/** `<copy-text from="id" hidden>` around a button: copies the text of the element named, and says so for a moment. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    button?.addEventListener('click', () => void this.#copy(button));
    this.hidden = !button;
  }

  async #copy(button: HTMLElement): Promise<void> {
    const text = document.getElementById(this.getAttribute('from') ?? '')?.textContent ?? '';
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Could not copy; select the text instead';
    }
    setTimeout(() => (button.textContent = words), 2000);
  }
}

customElements.define('copy-text', CopyText);

export {};
