/**
 * Text for a spreadsheet cell or CSV field that no program will read as a formula: a leading `= + - @`, tab or line
 * break gets an apostrophe before it. Numbers are written as numbers and need none.
 */
export const escapeCell = (text: string): string =>
  /^\s*[=+\-@|%]|^[\t\r\n]|^[\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;

/** Whether text from a file would run as a formula when opened in a spreadsheet. */
export const looksLikeFormula = (text: string): boolean => /^\s*(=|@[A-Z]|[+-]\s*[A-Z]+\()/i.test(text);
