// Plain text to LaTeX and back, for the small language where both certainly mean the same; otherwise null.

const FUNCTIONS = ['sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'arcsin', 'arccos', 'arctan', 'sinh', 'cosh', 'tanh', 'exp', 'ln'];
/** Names that MathLive does not know by itself and would read letter by letter. */
export const NAMES = ['sigmoid', 'softplus', 'relu', 'erf', 'sign', 'floor', 'diff', 'cbrt', 'logit'];
const NAMED = ['sigmoid', 'softplus', 'relu', 'erf', 'sign'];

const TOKEN = /\s*(\d+(?:\.\d+)?|[A-Za-z]+|[-+*/^()=,'|]|−)\s*/y;

/** LaTeX of a plain text made of numbers, letters, known functions, brackets and + - * / ^. */
export function latexOf(text: string): string | null {
  const tokens = tokensOf(text.replaceAll('**', '^'));
  if (!tokens) return null;
  const made: string[] = [];
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place] as string;
    if (/^\d/.test(token) && /^\d/.test(tokens[place - 1] ?? '')) return null;
    if (token === '^') {
      const power = exponent(tokens, place + 1);
      if (!power) return null;
      made.push(`^{${power.latex}}`);
      place = power.last;
    } else if (token === 'sqrt') {
      const inside = bracketed(tokens, place + 1);
      if (!inside) return null;
      made.push(`\\sqrt{${inside.latex}}`);
      place = inside.last;
    } else {
      const sign = written(token);
      if (sign === null) return null;
      made.push(sign);
    }
  }
  return made.join('');
}

function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return null;
    tokens.push(found[1] as string);
  }
  return tokens;
}

function written(token: string): string | null {
  if (FUNCTIONS.includes(token)) return `\\${token} `;
  if (NAMED.includes(token)) return `\\operatorname{${token}}`;
  if (token === 'pi') return '\\pi ';
  if (/^[A-Za-z]{2,}$/.test(token)) return /^[xyzabch]+$/.test(token) ? token : null;
  if (token === ',') return null;
  return token === '*' ? '\\cdot ' : token === '−' ? '-' : token;
}

/** What stands between the bracket at `place` and its partner, and where that is. */
function bracketed(tokens: string[], place: number): { latex: string; last: number } | null {
  if (tokens[place] !== '(') return null;
  let depth = 0;
  for (let last = place; last < tokens.length; last++) {
    depth += tokens[last] === '(' ? 1 : tokens[last] === ')' ? -1 : 0;
    if (depth > 0) continue;
    const latex = latexOf(tokens.slice(place + 1, last).join(' '));
    return latex === null ? null : { latex, last };
  }
  return null;
}

/** A power as plain text has it: a bracket, a number or one letter, with a sign or without. */
function exponent(tokens: string[], place: number): { latex: string; last: number } | null {
  const sign = /^[-−]$/.test(tokens[place] ?? '') ? '-' : '';
  const first = sign ? place + 1 : place;
  const token = tokens[first] ?? '';
  const after = tokens[first + 1] ?? '';
  if (/^(\d+(\.\d+)?|[A-Za-z])$/.test(token) && after !== '^' && after !== "'") return { latex: sign + token, last: first };
  return sign ? null : bracketed(tokens, first);
}

/** Plain text of a LaTeX formula made of fractions, roots, powers, brackets and known functions. */
export function plainOf(latex: string): string | null {
  let text = latex.replace(/\\left|\\right|\\!|\\,/g, '').replace(/\^\{\\prime\}/g, "'").replace(/\\exponentialE/g, 'e');
  text = text.replace(/\\frac(\d)(\d)/g, '($1/$2)').replace(/\\(?:cdot|times)\s*/g, '*').replace(/\\pi\s*/g, ' pi ');
  text = text.replace(/\\operatorname\{(\w+)\}/g, (whole, name: string) => (NAMES.includes(name) ? ` ${name}` : whole));
  text = text.replace(new RegExp(`\\\\(${FUNCTIONS.join('|')})(?![a-z])\\s*`, 'g'), ' $1 ');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\\frac\{([^{}\\]*)\}\{([^{}\\]*)\}/g, (_, top: string, bottom: string) => `(${alone(top)}/${alone(bottom)})`);
    text = text.replace(/\\sqrt\{([^{}\\]*)\}/g, ' sqrt($1)').replace(/\^\{([^{}\\]*)\}/g, '^($1)');
  }
  return /[\\{}_]/.test(text) ? null : text.replace(/ +/g, ' ').replaceAll(' (', '(').trim();
}

function alone(text: string): string {
  return /^(\d+|[A-Za-z])$/.test(text) ? text : `(${text})`;
}
