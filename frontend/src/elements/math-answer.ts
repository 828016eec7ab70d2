import { remember, remembered } from '../remembered';
import { KEYS, layoutOf, wordsOf, type Key, type TableKey } from '../keys';
import { latexOf, NAMES, plainOf } from '../spelling';
import type { MathfieldElement } from 'mathlive';

const SWITCHED = 'fluxions:answer-field';
const loaded = { maths: null as Promise<typeof import('mathlive')> | null };

/** A power or a root that nothing has been typed into yet. */
const EMPTY = /(?:\^|\\sqrt)\{(?:\\placeholder\{\})?\}/;
const POWER_OF_FUNCTION = /\\(?:operatorname\{.*\}|sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|ln|log)\^\d$/;
const SHORTCUTS = {
  ...Object.fromEntries(NAMES.map((name) => [name, `\\operatorname{${name}}`])),
  log: '\\log',
  inf: '\\infty',
  '**': '^{#?}',
};

/** `<math-answer>` around an `<input>`: a maths field stands over it and writes LaTeX into it. */
class MathAnswer extends HTMLElement {
  #input: HTMLInputElement | null = null;
  #field: MathfieldElement | null = null;
  /** The plain text that the maths field was filled from, kept until the learner edits it there. */
  #plain: string | null = null;
  #shown = '';
  /** For each open bracket the depth of the root or power that it fills, which closing it leaves too; 0 for any other. */
  #fills: number[] = [];
  #leaves = 0;
  readonly #pressed = (event: KeyboardEvent): void => this.#keys(event);
  readonly #follow = (): void => void this.#settle();

  connectedCallback(): void {
    this.#input ??= this.querySelector('input');
    if (!this.#input) return;
    document.addEventListener(SWITCHED, this.#follow);
    this.addEventListener('keydown', this.#pressed, { capture: true });
    this.#addKeys();
    if (!this.hasAttribute('bare')) this.#addSwitch();
    const idle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 200));
    idle(() => void this.#settle());
  }

  disconnectedCallback(): void {
    document.removeEventListener(SWITCHED, this.#follow);
  }

  override focus(): void {
    (this.#field ?? this.#input)?.focus();
  }

  /** Shows the field that is wanted, but never takes a field away from under a learner who is typing. */
  async #settle(): Promise<void> {
    const input = this.#input;
    if (!input || !this.isConnected) return;
    if (answerField() === 'plain') return this.#showPlain(input);
    if (this.#field) return;
    if (document.activeElement === input && input.value) {
      input.addEventListener('blur', () => void this.#settle(), { once: true });
      return;
    }
    try {
      loaded.maths ??= import('mathlive');
      const { MathfieldElement } = await loaded.maths;
      if (this.#field || answerField() === 'plain' || !this.isConnected) return;
      Object.assign(MathfieldElement, { fontsDirectory: null, soundsDirectory: null, plonkSound: null, keypressSound: null });
      this.#showMaths(input, new MathfieldElement());
    } catch (reason) {
      console.warn('the answer field stays plain', reason);
    }
  }

  /** A plain text that cannot be carried over for certain stays in the plain field. */
  #showMaths(input: HTMLInputElement, field: MathfieldElement): void {
    const latex = isLatex(input.value) ? input.value : latexOf(input.value);
    if (latex === null) return;
    const focused = document.activeElement === input;
    const label = input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent ?? 'Answer';
    field.className = input.className;
    field.setAttribute('aria-label', label.trim());
    for (const name of ['aria-describedby', 'aria-invalid']) {
      const value = input.getAttribute(name);
      if (value) field.setAttribute(name, value);
    }
    if (input.placeholder) field.placeholder = `\\text{${input.placeholder}}`;
    input.before(field);
    field.menuItems = [];
    field.popoverPolicy = 'off';
    field.environmentPopoverPolicy = 'off';
    field.keybindings = field.keybindings.filter(({ key, ifMode }) => key !== '[Escape]' || ifMode === 'latex');
    const { xx: _, ...known } = field.inlineShortcuts; // xx is x times x, not a sign
    field.inlineShortcuts = { ...known, ...SHORTCUTS, ...wordsOf(this.getAttribute('kind')) };
    this.#offerSigns();
    field.setValue(latex, { silenceNotifications: true });
    this.#shown = latexIn(field);
    this.#plain = isLatex(input.value) ? null : input.value;
    field.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#leave(field);
      this.#carry(field, input);
    });
    field.addEventListener('change', (event) => event.stopPropagation());
    for (const each of input.labels ?? []) each.addEventListener('click', (event) => this.#take(event));
    input.required = false;
    input.hidden = true;
    this.#field = field;
    if (focused) field.focus();
  }

  #take(event: Event): void {
    if (!this.#field) return;
    event.preventDefault();
    this.focus();
  }

  #showPlain(input: HTMLInputElement): void {
    const field = this.#field;
    if (field) {
      const focused = document.activeElement === field;
      if (this.#plain === null) input.value = plainOf(latexIn(field)) ?? latexIn(field);
      field.remove();
      this.#field = null;
      input.hidden = false;
      if (focused) input.focus();
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** Copies the maths field into the input; what was typed there is then the answer. */
  #carry(field: MathfieldElement, input: HTMLInputElement): void {
    const value = latexIn(field);
    if (value === this.#shown) return;
    this.#shown = value;
    this.#plain = null;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Enter submits, unless what surrounds the field wants it; Backspace in an empty field is announced. */
  #keys(event: KeyboardEvent): void {
    const input = this.#input;
    const inside = event.target === this.#field || event.target === input;
    if (!input || !inside || event.isComposing) return;
    if (this.#field) this.#leave(this.#field);
    if (this.#field && event.key === 'Enter') this.#carry(this.#field, input);
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      const name = event.ctrlKey || event.metaKey ? 'answer-submit' : 'answer-enter';
      if (this.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true }))) input.form?.requestSubmit();
    } else if (event.key === '|' && this.#field) {
      event.preventDefault(); // MathLive goes by the key's place and would take some keyboards' | for a backslash
      event.stopPropagation();
      this.#field.executeCommand(['typedText', '|']);
    } else if (event.key === ' ' && this.#field && wouldLeaveBracket(this.#field)) {
      event.preventDefault(); // `(x^2 + 1)`: a space between two terms must not close the bracket round them
      event.stopPropagation();
    } else if (event.key === '(' && this.#field) {
      this.#fills.push(EMPTY.test(this.#field.value) ? depthIn(this.#field) : 0);
    } else if (event.key === ')') {
      this.#leaves = this.#fills.pop() ?? 0;
    } else if (event.key.startsWith('Arrow') || event.key === 'Delete' || event.key === 'Backspace') {
      this.#fills = [];
    }
    if (event.key === 'Backspace' && input.value === '') {
      this.dispatchEvent(new CustomEvent('answer-empty', { bubbles: true }));
    }
  }

  /** Leaves a power or root whose bracket was closed, and the power of `sin²`: what follows stands on the line again. */
  #leave(field: MathfieldElement): void {
    const atEnd = field.position === field.lastOffset - 1;
    if (atEnd && POWER_OF_FUNCTION.test(field.value)) field.executeCommand('moveAfterParent');
    for (let left = 4; left > 0 && this.#leaves > 0 && depthIn(field) >= this.#leaves; left--) {
      field.executeCommand('moveAfterParent');
    }
    this.#leaves = 0;
  }

  /** The keys of this kind of answer, for a pointer and for the Tab key alike. */
  #addKeys(): void {
    const keys = KEYS[this.getAttribute('kind') ?? ''];
    if (!keys || this.querySelector(':scope > .answer-keys')) return;
    const row = document.createElement('div');
    row.className = 'answer-keys';
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', 'Signs for this answer');
    for (const each of keys) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = each.shows;
      button.setAttribute('aria-label', each.name);
      button.title = each.name;
      button.addEventListener('pointerdown', (event) => event.preventDefault()); // the cursor stays where it is
      button.addEventListener('click', () => this.#press(each));
      row.append(button);
    }
    this.append(row);
  }

  #press(key: Key | TableKey): void {
    const input = this.#input;
    const field = this.#field;
    if (!input) return;
    if (field) {
      field.focus();
      if ('command' in key) field.executeCommand(key.command);
      else field.insert(key.latex, { focus: true, selectionMode: 'placeholder' });
      this.#carry(field, input);
    } else if ('plain' in key && key.plain) {
      input.focus();
      input.setRangeText(key.plain, input.selectionStart ?? input.value.length, input.selectionEnd ?? input.value.length, 'end');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** The on-screen keyboard is one for the page; it begins with the signs of the kind that is asked. */
  #offerSigns(): void {
    const kind = this.getAttribute('kind');
    if (kind && kind in KEYS) window.mathVirtualKeyboard.layouts = [layoutOf(kind), 'numeric', 'symbols', 'alphabetic', 'greek'];
  }

  #addSwitch(): void {
    if (this.querySelector(':scope > .answer-switch')) return;
    this.append(answerSwitch());
  }
}

function wouldLeaveBracket(field: MathfieldElement): boolean {
  const here = field.position;
  field.executeCommand('moveAfterParent');
  const left = field.getElementInfo(field.position)?.latex ?? '';
  field.position = here;
  return left.startsWith('\\left');
}

function depthIn(field: MathfieldElement): number {
  return field.getElementInfo(field.position)?.depth ?? 0;
}

function latexIn(field: MathfieldElement): string {
  return field.getValue('latex-without-placeholders').replace(/\\operatorname\{\\mathrm\{(\w+)\}\}/g, '\\operatorname{$1}');
}

function isLatex(text: string): boolean {
  return /\\|[\^_]\{/.test(text); // braces alone are a set
}

/** The choice of the account, where somebody is signed in who has made one; else what this browser remembers. */
function answerField(): string {
  return document.documentElement.dataset['answerField'] ?? remembered('answer-field', chosen);
}

/** Keeps the choice in this browser, and hands it to the form by which the page keeps it on the account. */
function choose(field: string): void {
  chosen = field;
  remember('answer-field', field);
  const choice = document.querySelector<HTMLInputElement>('input[data-answer-field-choice]');
  if (!choice) return;
  document.documentElement.dataset['answerField'] = field;
  choice.value = field;
  document.dispatchEvent(new CustomEvent('answer-field-chosen'));
}

let chosen = 'maths';

/** The button between the maths field and the plain one, which every answer field on the page follows, and a word on keys. */
export function answerSwitch(): HTMLElement {
  const row = document.createElement('div');
  const button = document.createElement('button');
  const keys = document.createElement('span');
  row.className = 'row answer-switch';
  button.type = 'button';
  button.className = 'text-btn';
  keys.className = 'note quiet';
  keys.textContent = 'The space bar leaves a power, root or fraction.';
  row.append(button, keys);
  button.addEventListener('click', () => {
    choose(answerField() === 'plain' ? 'maths' : 'plain');
    document.dispatchEvent(new CustomEvent(SWITCHED));
  });
  const name = (): void => {
    const plain = answerField() === 'plain';
    button.textContent = plain ? 'Use the maths field' : 'Use a plain text field';
    keys.hidden = plain;
  };
  document.addEventListener(SWITCHED, name);
  name();
  return row;
}

customElements.define('math-answer', MathAnswer);
