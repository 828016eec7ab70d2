import type { VirtualKeyboardKeycap, VirtualKeyboardLayout } from 'mathlive';

// The signs that each kind of answer is written with, for the keys under the answer field and the first page of the on-screen keyboard.

/** A key: what it shows, what it is called aloud, what it puts into the maths field and into a plain one. */
export interface Key {
  shows: string;
  name: string;
  latex: string;
  plain: string;
}

/** A key that changes the table round the cursor; a plain field has none. */
export interface TableKey {
  shows: string;
  name: string;
  command: 'addRowAfter' | 'addColumnAfter';
}

const key = (shows: string, name: string, latex: string, plain: string): Key => ({ shows, name, latex, plain });
const ROW: TableKey = { shows: '+ row', name: 'Add a row', command: 'addRowAfter' };
const COLUMN: TableKey = { shows: '+ column', name: 'Add a column', command: 'addColumnAfter' };

const FRACTION = key('a⁄b', 'Fraction', '\\frac{#@}{#?}', '/');
const POWER = key('xⁿ', 'Power', '#@^{#?}', '^');
const ROOT = key('√', 'Square root', '\\sqrt{#0}', 'sqrt(');
const PI = key('π', 'Pi', '\\pi', 'pi');
const EXP = key('eˣ', 'Exponential', 'e^{#?}', 'e^(');
const CONSTANT = key('C', 'Constant C', 'C', 'C');
const LESS = key('<', 'Less than', '<', ' < ');
const AT_MOST = key('≤', 'At most', '\\le', ' <= ');
const MORE = key('>', 'Greater than', '>', ' > ');
const AT_LEAST = key('≥', 'At least', '\\ge', ' >= ');
const NOT_EQUAL = key('≠', 'Not equal', '\\ne', ' != ');
const EQUAL = key('=', 'Equals', '=', ' = ');
const AND = key('and', 'And', '\\operatorname{and}', ' and ');
const OR = key('or', 'Or', '\\operatorname{or}', ' or ');
const PLUS_MINUS = key('±', 'Plus or minus', '\\pm', '±');
const EMPTY = key('∅', 'Empty set', '\\emptyset', '∅');
const REALS = key('ℝ', 'Real numbers', '\\mathbb{R}', 'ℝ');
const WITHOUT = key('∖', 'Without', '\\setminus', ' \\ ');
const UNION = key('∪', 'Union', '\\cup', ' ∪ ');
const INFINITY = key('∞', 'Infinity', '\\infty', 'inf');
const COMMA = key(',', 'Comma', ',', ', ');
const BRACES = key('{ }', 'Braces', '\\left\\lbrace#?\\right\\rbrace', '{');
const OTHERWISE = key('otherwise', 'Otherwise', '\\operatorname{otherwise}', 'otherwise');
const CASES = key('cases', 'Two cases', '\\begin{cases}#? & #?\\\\#? & #?\\end{cases}', '');
const COLUMN_VECTOR = key('column', 'Column of two entries', '\\begin{bmatrix}#?\\\\#?\\end{bmatrix}', '');

const FORMULA = [FRACTION, POWER, ROOT, PI, EXP];

export const KEYS: Record<string, readonly (Key | TableKey)[]> = {
  expression: [...FORMULA, key('ln', 'Natural logarithm', '\\ln\\left(#?\\right)', 'ln('), key('|x|', 'Absolute value', '\\left|#?\\right|', '|')],
  number: [FRACTION, ROOT, POWER, PI, EXP, INFINITY],
  vector: [
    key('(a, b)', 'Two entries', '\\left(#?,#?\\right)', '('),
    key('(a, b, c)', 'Three entries', '\\left(#?,#?,#?\\right)', '('),
    COLUMN_VECTOR,
    ROW,
    COMMA,
    FRACTION,
    ROOT,
  ],
  matrix: [
    key('2 × 2', 'Matrix with two rows and two columns', '\\begin{bmatrix}#? & #?\\\\#? & #?\\end{bmatrix}', '[['),
    ROW,
    COLUMN,
    FRACTION,
    ROOT,
    POWER,
  ],
  set: [BRACES, COMMA, EMPTY, PLUS_MINUS, REALS, WITHOUT, FRACTION, ROOT],
  multiset: [BRACES, COMMA, PLUS_MINUS, FRACTION, ROOT],
  interval: [
    key('(a, b)', 'Open interval', '\\left(#?,#?\\right)', '('),
    key('[a, b]', 'Closed interval', '\\left\\lbrack#?,#?\\right\\rbrack', '['),
    key('(a, b]', 'Interval closed on the right', '\\left(#?,#?\\right\\rbrack', '('),
    key('[a, b)', 'Interval closed on the left', '\\left\\lbrack#?,#?\\right)', '['),
    UNION,
    INFINITY,
    EMPTY,
    REALS,
    WITHOUT,
    BRACES,
    LESS,
    AT_MOST,
    AT_LEAST,
    MORE,
  ],
  equation: [EQUAL, FRACTION, POWER, ROOT, PLUS_MINUS],
  system: [EQUAL, COMMA, AND, OR, FRACTION, ROOT],
  inequality: [LESS, AT_MOST, AT_LEAST, MORE, NOT_EQUAL, AND, OR, INFINITY],
  piecewise: [CASES, ROW, OTHERWISE, LESS, AT_MOST, AT_LEAST, MORE, FRACTION, POWER],
  family: [CONSTANT, ...FORMULA],
  density: [CASES, ROW, OTHERWISE, EXP, LESS, AT_MOST, AT_LEAST, MORE, FRACTION],
  antiderivative: [CONSTANT, ...FORMULA, key('ln', 'Logarithm of an absolute value', '\\ln\\left|#?\\right|', 'ln|')],
};

/** Words that a maths field would take letter by letter. */
const WORDS: Record<string, string> = { and: '\\operatorname{and}', or: '\\operatorname{or}', otherwise: '\\operatorname{otherwise}', cup: '\\cup', union: '\\cup', pm: '\\pm', emptyset: '\\emptyset' };
const WITH_WORDS = ['set', 'multiset', 'interval', 'system', 'inequality', 'piecewise', 'density'];

export function wordsOf(kind: string | null): Record<string, string> {
  return kind !== null && WITH_WORDS.includes(kind) ? WORDS : {};
}

const letter = (latex: string): Partial<VirtualKeyboardKeycap> => ({ latex, insert: latex });
const PLAIN = ['1234567890', 'xyt+-=,.()'].map((row) => [...row].map(letter));
const NEXT: Partial<VirtualKeyboardKeycap> = { label: '⇥', tooltip: 'Next empty place', class: 'action', command: 'moveToNextPlaceholder' };
const MOST_SIGNS = 7; // in a row that fits a phone

/** The first page of the on-screen keyboard for a kind of answer. */
export function layoutOf(kind: string): VirtualKeyboardLayout {
  const caps: Partial<VirtualKeyboardKeycap>[] = (KEYS[kind] ?? []).map((each) => ({
    label: each.shows,
    tooltip: each.name,
    class: 'small',
    width: each.shows.length > 6 ? 2.0 : each.shows.length > 2 ? 1.5 : 1.0,
    ...('command' in each ? { command: each.command } : { insert: each.latex }),
  }));
  const rows = [caps.slice(0, MOST_SIGNS), caps.slice(MOST_SIGNS)].filter((row) => row.length > 0);
  const moves = ['[left]', '[right]', NEXT, '[backspace]', '[hide-keyboard]'];
  return { label: 'signs', tooltip: 'Signs for this answer', rows: [...rows, ...PLAIN, moves] };
}
