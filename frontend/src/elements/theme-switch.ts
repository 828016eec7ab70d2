import { remember, remembered } from '../remembered';

/** `<theme-switch hidden>` around a `<select>`: light, dark, or as the system says. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    select.value = remembered('theme', 'system');
    select.addEventListener('change', () => this.#choose(select.value));
    this.hidden = false;
  }

  #choose(theme: string): void {
    remember('theme', theme);
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }
}

customElements.define('theme-switch', ThemeSwitch);
