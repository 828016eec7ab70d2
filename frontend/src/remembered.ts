// Small choices kept in this browser; a browser that keeps nothing gets the default.

export function remembered(key: string, otherwise: string): string {
  try {
    return localStorage.getItem(`fluxions.${key}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`fluxions.${key}`, value);
  } catch {
    // The choice then holds for this page.
  }
}
