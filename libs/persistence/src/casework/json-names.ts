/** Names between the database (snake_case) and the services (camelCase). Only the first level: nested values are data. */
const camelNames = new Map<string, string>();
const snakeNames = new Map<string, string>();

function remembered(names: Map<string, string>, name: string, convert: (name: string) => string): string {
  let found = names.get(name);
  if (found === undefined) names.set(name, (found = convert(name)));
  return found;
}

const toCamel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const toSnake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function renamed(row: object, names: Map<string, string>, convert: (name: string) => string): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) result[remembered(names, name, convert)] = value;
  return result;
}

export const camelRow = <Row>(row: object): Row => renamed(row, camelNames, toCamel) as Row;
export const snakeRow = (row: object): Record<string, unknown> => renamed(row, snakeNames, toSnake);
export const snakeRows = (rows: readonly object[]): Record<string, unknown>[] => rows.map(snakeRow);
