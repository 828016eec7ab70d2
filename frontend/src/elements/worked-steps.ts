/** `<worked-steps>` around native `<details>`: adds one button that unfolds or folds them all. */
class WorkedSteps extends HTMLElement {
  connectedCallback(): void {
    const steps = [...this.querySelectorAll<HTMLDetailsElement>(':scope > details')];
    if (steps.length < 2 || this.querySelector(':scope > .unfold')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'text-btn unfold';
    const allOpen = (): boolean => steps.every((step) => step.open);
    const name = (): void => void (button.textContent = allOpen() ? 'Fold all' : 'Unfold all');
    button.addEventListener('click', () => {
      const open = !allOpen();
      for (const step of steps) step.open = open;
    });
    for (const step of steps) step.addEventListener('toggle', name);
    name();
    this.append(button);
  }
}

customElements.define('worked-steps', WorkedSteps);

export {};
