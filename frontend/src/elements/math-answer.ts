import { remember, remembered } from '../remembered';
import type { MathfieldElement } from 'mathlive';

const SWITCHED = 'fluxions:answer-field';
const loaded = { maths: null as Promise<typeof import('mathlive')> | null };

// Names that a learner types in full; MathLive would otherwise read each letter as a variable.
const NAMES = ['sigmoid', 'softplus', 'relu', 'erf', 'sign', 'floor', 'diff', 'cbrt', 'logit'];
const SHORTCUTS = {
  ...Object.fromEntries(NAMES.map((name) => [name, `\\operatorname{${name}}`])),
  inf: '\\infty',
  '**': '^{#?}',
};

/** `<math-answer>` around an `<input>`: a maths field stands over it and writes LaTeX into it. */
class MathAnswer extends HTMLElement {
  #input: HTMLInputElement | null = null;
  #field: MathfieldElement | null = null;
  #switch: HTMLButtonElement | null = null;
  #latexOf: (text: string) => string = (text) => text;
  /** The plain text that the maths field was filled from, kept until the learner edits it there. */
  #plain: string | null = null;
  #shown = '';
  readonly #follow = (): void => void this.#settle();

  connectedCallback(): void {
    this.#input ??= this.querySelector('input');
    if (!this.#input) return;
    document.addEventListener(SWITCHED, this.#follow);
    this.addEventListener('keydown', (event) => this.#keys(event), { capture: true });
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
      const { MathfieldElement, convertAsciiMathToLatex } = await loaded.maths;
      if (this.#field || answerField() === 'plain' || !this.isConnected) return;
      Object.assign(MathfieldElement, { fontsDirectory: null, soundsDirectory: null, plonkSound: null, keypressSound: null });
      this.#latexOf = (text) => named(convertAsciiMathToLatex(spelled(text)));
      this.#showMaths(input, new MathfieldElement());
    } catch (reason) {
      console.warn('the answer field stays plain', reason);
    }
  }

  /** A plain text that the converter cannot carry over whole stays in the plain field. */
  #showMaths(input: HTMLInputElement, field: MathfieldElement): void {
    const latex = isLatex(input.value) ? input.value : this.#latexOf(input.value);
    if (latex.includes('{}')) return;
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
    field.inlineShortcuts = { ...field.inlineShortcuts, ...SHORTCUTS };
    field.setValue(latex, { silenceNotifications: true });
    this.#shown = latexIn(field);
    this.#plain = isLatex(input.value) ? null : input.value;
    field.addEventListener('input', (event) => {
      event.stopPropagation();
      leavePower(field);
      this.#carry(field, input);
    });
    field.addEventListener('change', (event) => event.stopPropagation());
    for (const each of input.labels ?? []) each.addEventListener('click', (event) => this.#take(event));
    input.required = false;
    input.hidden = true;
    this.#field = field;
    this.#name();
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
      if (this.#plain === null) input.value = plainIn(field, this.#latexOf);
      field.remove();
      this.#field = null;
      input.hidden = false;
      if (focused) input.focus();
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.#name();
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
    } else if (event.key === 'Backspace' && input.value === '') {
      this.dispatchEvent(new CustomEvent('answer-empty', { bubbles: true }));
    }
  }

  #addSwitch(): void {
    if (this.#switch) return;
    this.#switch = answerSwitch();
    this.append(this.#switch);
    this.#name();
  }

  #name(): void {
    if (this.#switch) nameSwitch(this.#switch);
  }
}

/** After the digit of `sin²` the cursor comes down, as it does after that of `x²`: what follows is the argument. */
function leavePower(field: MathfieldElement): void {
  const ends = /\\(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|ln|log)\^\d$/.test(field.value);
  if (ends && field.position === field.lastOffset - 1) field.executeCommand('moveAfterParent');
}

function latexIn(field: MathfieldElement): string {
  return field.getValue('latex-without-placeholders').replace(/\\operatorname\{\\mathrm\{(\w+)\}\}/g, '\\operatorname{$1}');
}

/** Powers as the converter from plain text expects them: `e^-x` and `x**2` have their exponent in brackets. */
function spelled(text: string): string {
  return text.replaceAll('**', '^').replace(/\^\s*([-−+]\s*(?:[A-Za-z]+|[\d.]+))/g, '^($1)');
}

/** Names that the converter from plain text left as single letters. */
function named(latex: string): string {
  return latex.replace(new RegExp(`(?<![\\\\a-zA-Z])(${NAMES.join('|')})(?![a-zA-Z])`, 'g'), '\\operatorname{$1}');
}

/** What the maths field holds as plain text where that reads back to the same formula, and as LaTeX where it does not. */
function plainIn(field: MathfieldElement, latexOf: (text: string) => string): string {
  const latex = latexIn(field);
  const spelt = (text: string, name: string): string => text.replaceAll([...name].join(' '), name);
  const plain = NAMES.reduce(spelt, field.getValue('ascii-math'));
  const bare = (text: string): string => text.replace(/\\left|\\right|\s/g, '');
  return bare(latexOf(plain)) === bare(latex) ? plain : latex;
}

function isLatex(text: string): boolean {
  return /[\\{}]/.test(text);
}

function answerField(): string {
  return remembered('answer-field', chosen);
}

let chosen = 'maths';

/** The button between the maths field and the plain one; every answer field on the page follows it. */
export function answerSwitch(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'text-btn answer-switch';
  button.addEventListener('click', () => {
    chosen = answerField() === 'plain' ? 'maths' : 'plain';
    remember('answer-field', chosen);
    nameSwitch(button);
    document.dispatchEvent(new CustomEvent(SWITCHED));
  });
  nameSwitch(button);
  return button;
}

function nameSwitch(button: HTMLButtonElement): void {
  button.textContent = answerField() === 'plain' ? 'Use the maths field' : 'Use a plain text field';
}

customElements.define('math-answer', MathAnswer);
