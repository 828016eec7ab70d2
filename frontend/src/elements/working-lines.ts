import { answerSwitch } from './math-answer';

/** `<working-lines>` around a `<textarea>`: one answer field a line; the textarea stays the form's value. */
class WorkingLines extends HTMLElement {
  #text: HTMLTextAreaElement | null = null;
  readonly #list = document.createElement('ol');

  connectedCallback(): void {
    if (this.#text) return;
    this.#text = this.querySelector('textarea');
    if (!this.#text) return;
    this.#list.className = 'working entry';
    this.#list.setAttribute('aria-label', this.#text.labels?.[0]?.textContent?.trim() ?? 'Your working');
    this.#list.append(...this.#text.value.split('\n').map((line) => this.#line(line)));
    for (const label of this.#text.labels ?? []) label.addEventListener('click', () => this.#focus(0));
    this.#text.required = false;
    this.#text.hidden = true;
    this.append(this.#list, this.#tools());
    this.#number();
    this.#mark(Number(this.getAttribute('wrong')));
  }

  #tools(): HTMLElement {
    const add = document.createElement('button');
    add.type = 'button';
    add.className = 'text-btn';
    add.textContent = 'Add a line';
    add.addEventListener('click', () => this.#insert(this.#list.children.length));
    const tools = document.createElement('div');
    tools.className = 'row tools';
    tools.append(add, answerSwitch());
    return tools;
  }

  #line(value: string): HTMLLIElement {
    const line = document.createElement('li');
    line.className = 'line';
    const number = document.createElement('span');
    number.className = 'n';
    const place = document.createElement('span');
    place.className = 'm';
    const input = document.createElement('input');
    Object.assign(input, { className: 'field', value, autocomplete: 'off', spellcheck: false, autocapitalize: 'off' });
    const answer = document.createElement('math-answer');
    answer.setAttribute('bare', '');
    answer.append(input);
    place.append(answer);
    line.append(number, place, this.#remover(line));
    input.addEventListener('input', () => this.#carry());
    answer.addEventListener('answer-enter', (event) => {
      event.preventDefault();
      this.#insert(this.#place(line) + 1);
    });
    answer.addEventListener('answer-empty', () => this.#remove(line));
    return line;
  }

  #remover(line: HTMLLIElement): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'text-btn remove';
    button.addEventListener('click', () => this.#remove(line));
    return button;
  }

  #insert(place: number): void {
    this.#list.insertBefore(this.#line(''), this.#list.children[place] ?? null);
    this.#number();
    this.#carry();
    this.#focus(place);
  }

  #remove(line: HTMLLIElement): void {
    if (this.#list.children.length < 2) return;
    const place = this.#place(line);
    line.remove();
    this.#number();
    this.#carry();
    this.#focus(Math.max(0, place - 1));
  }

  #place(line: HTMLLIElement): number {
    return [...this.#list.children].indexOf(line);
  }

  #focus(place: number): void {
    this.#list.children[place]?.querySelector<HTMLElement>('math-answer')?.focus();
  }

  #number(): void {
    const lines = [...this.#list.children];
    lines.forEach((line, place) => {
      const name = `Line ${place + 1}`;
      const number = line.querySelector('.n');
      const remover = line.querySelector<HTMLButtonElement>('.remove');
      if (number) number.textContent = String(place + 1);
      for (const field of line.querySelectorAll('input, math-field')) field.setAttribute('aria-label', name);
      if (!remover) return;
      remover.replaceChildren('Remove', Object.assign(document.createElement('span'), { className: 'sr', textContent: ` ${name}` }));
      remover.hidden = lines.length < 2;
    });
  }

  /** Shows which line is wrong until it is edited. */
  #mark(number: number): void {
    const line = this.#list.children[number - 1];
    if (!line) return;
    const input = line.querySelector('input');
    line.classList.add('wrong');
    input?.setAttribute('aria-invalid', 'true');
    input?.addEventListener('input', () => line.classList.remove('wrong'), { once: true });
  }

  #carry(): void {
    if (!this.#text) return;
    this.#text.value = [...this.#list.querySelectorAll('input')].map((input) => input.value).join('\n');
    this.#text.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

customElements.define('working-lines', WorkingLines);
