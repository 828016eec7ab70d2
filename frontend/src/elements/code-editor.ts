import { indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { Prec, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, keymap, type DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup, EditorView } from 'codemirror';

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null], class: 'k' },
  { tag: [tags.string, tags.special(tags.string)], class: 's' },
  { tag: tags.comment, class: 'c' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], class: 'f' },
]);
const BAD = Decoration.line({ class: 'bad' });
const mark = StateEffect.define<number[]>();

/** The lines that a report complains of; an edit lets them go. */
const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, change) {
    for (const effect of change.effects) {
      if (!effect.is(mark)) continue;
      const built = new RangeSetBuilder<Decoration>();
      for (const number of effect.value) {
        if (number < 1 || number > change.state.doc.lines) continue;
        const { from } = change.state.doc.line(number);
        built.add(from, from, BAD);
      }
      return built.finish();
    }
    return change.docChanged ? Decoration.none : now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** `<code-editor marks="id">` around a `<textarea>`: an editor stands over it and writes into it. */
class CodeEditor extends HTMLElement {
  #view: EditorView | null = null;
  readonly #report = new MutationObserver(() => this.#mark());
  readonly #jump = (event: Event): void => this.#toLine(event);

  connectedCallback(): void {
    const text = this.querySelector('textarea');
    if (!text || this.#view) return;
    this.#view = new EditorView({ doc: text.value, extensions: this.#extensions(text), parent: this });
    this.#view.scrollDOM.tabIndex = 0; // so that long lines can be read by arrow keys
    this.#view.scrollDOM.setAttribute('role', 'group');
    this.#view.scrollDOM.setAttribute('aria-label', 'The whole program');
    text.hidden = true;
    for (const label of text.labels ?? []) label.addEventListener('click', () => this.#view?.focus());
    const report = document.getElementById(this.getAttribute('marks') ?? '');
    if (report) this.#report.observe(report, { childList: true, subtree: true });
    document.addEventListener('click', this.#jump);
    this.#mark();
  }

  disconnectedCallback(): void {
    this.#report.disconnect();
    document.removeEventListener('click', this.#jump);
  }

  #extensions(text: HTMLTextAreaElement) {
    const nonce = document.querySelector<HTMLStyleElement>('style[nonce]')?.nonce;
    const label = text.labels?.[0]?.textContent?.trim() ?? 'Your program';
    return [
      Prec.highest(keymap.of([
        { key: 'Escape', run: () => this.#leave(text) },
        { key: 'Mod-Enter', run: () => this.#press(text) },
      ])),
      keymap.of([indentWithTab]),
      basicSetup,
      python(),
      indentUnit.of('    '),
      syntaxHighlighting(COLOURS),
      marked,
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': text.getAttribute('aria-describedby') ?? '' }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        text.value = update.state.doc.toString();
        text.dispatchEvent(new Event('input', { bubbles: true }));
      }),
      ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
    ];
  }

  /** Tab indents, so another key must lead out: to the first button after the editor. */
  #leave(text: HTMLTextAreaElement): boolean {
    if (this.querySelector('.cm-tooltip-autocomplete')) return false;
    const buttons = [...(text.form?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    buttons.find((each) => this.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)?.focus();
    return true;
  }

  #press(text: HTMLTextAreaElement): boolean {
    const buttons = [...(text.form?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    buttons.find((each) => this.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)?.click();
    return true;
  }

  #mark(): void {
    const report = document.getElementById(this.getAttribute('marks') ?? '');
    const lines = [...(report?.querySelectorAll<HTMLElement>('[data-line]') ?? [])].map((each) => Number(each.dataset['line']));
    this.#view?.dispatch({ effects: mark.of([...new Set(lines)].sort((a, b) => a - b)) });
  }

  #toLine(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    const view = this.#view;
    const number = Number(link?.dataset['line']);
    if (!link || !view || number < 1 || number > view.state.doc.lines) return;
    event.preventDefault();
    view.dispatch({ selection: { anchor: view.state.doc.line(number).from }, scrollIntoView: true });
    view.focus();
  }
}

customElements.define('code-editor', CodeEditor);
