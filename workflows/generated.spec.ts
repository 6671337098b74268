import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedTexts } from './generated.js';

describe('texts made from the machines', () => {
  it.each([...generatedTexts()])('%s is what the machine says today', (path, text) => {
    expect(readFileSync(join(__dirname, '..', path), 'utf8')).toBe(text);
  });
});
