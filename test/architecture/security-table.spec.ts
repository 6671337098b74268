import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

/** The levels of each section's requirements in ASVS 5.0.0, in their order. */
const LEVELS: Readonly<Record<string, string>> = {
  ...{ '1.1': '22', '1.2': '1111122223', '1.3': '112222222223', '1.4': '222', '1.5': '123' },
  ...{ '2.1': '122', '2.2': '112', '2.3': '12223', '2.4': '23' },
  ...{ '3.1': '3', '3.2': '113', '3.3': '12223', '3.4': '11222233', '3.5': '11122333', '3.6': '3', '3.7': '22333' },
  ...{ '4.1': '12233', '4.2': '23333', '4.3': '22', '4.4': '1222' },
  ...{ '5.1': '2', '5.2': '112333', '5.3': '113', '5.4': '222' },
  ...{ '6.1': '122', '6.2': '111111112222', '6.3': '11223333', '6.4': '112233', '6.5': '22222333', '6.6': '2223' },
  ...{ '6.7': '33', '6.8': '2222' },
  ...{ '7.1': '222', '7.2': '1111', '7.3': '22', '7.4': '11222', '7.5': '223', '7.6': '22' },
  ...{ '8.1': '1233', '8.2': '1123', '8.3': '133', '8.4': '23' },
  ...{ '9.1': '111', '9.2': '1222' },
  ...{ '10.1': '22', '10.2': '223', '10.3': '22223', '10.4': '1111122222233333', '10.5': '22222', '10.6': '22' },
  ...{ '10.7': '222' },
  ...{ '11.1': '2233', '11.2': '22233', '11.3': '11233', '11.4': '1222', '11.5': '23', '11.6': '23', '11.7': '33' },
  ...{ '12.1': '12233', '12.2': '11', '12.3': '22223' },
  ...{ '13.1': '2333', '13.2': '222223', '13.3': '2233', '13.4': '1222233' },
  ...{ '14.1': '22', '14.2': '12223333', '14.3': '122' },
  ...{ '15.1': '12233', '15.2': '12233', '15.3': '1222222', '15.4': '3333' },
  ...{ '16.1': '2', '16.2': '22222', '16.3': '2222', '16.4': '222', '16.5': '2223' },
  ...{ '17.1': '23', '17.2': '22223333', '17.3': '22' },
};
const REQUIREMENTS = Object.entries(LEVELS).flatMap(([section, levels]) =>
  [...levels].map((level, i) => ({ no: `${section}.${i + 1}`, level: Number(level) })),
);

interface Row {
  readonly no: string;
  readonly level: string;
  readonly asks: string;
  readonly mark: string;
  readonly where: string;
}
const ROWS: Row[] = page.split('\n').flatMap((line) => {
  const [no = '', level = '', asks = '', mark = '', where = ''] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  return /^\d+\.\d+\.\d+$/.test(no) ? [{ no, level, asks, mark, where }] : [];
});
const codeOf = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
/** Names of files and folders of this house; commands, routes, hosts and names of settings are none. */
const isPath = (code: string): boolean => /^(apps|docker|docs|libs|test|workflows)\/[\w./-]+$/.test(code);

describe('the table of security', () => {
  it('knows the standard as it is: 345 requirements, 70 of level 1, 183 of level 2', () => {
    const of = (wanted: number): number => REQUIREMENTS.filter(({ level }) => level === wanted).length;
    expect([REQUIREMENTS.length, of(1), of(2), of(3)]).toEqual([345, 70, 183, 92]);
  });

  it('has a row for every requirement of levels 1 and 2, in order, with its level', () => {
    const wanted = REQUIREMENTS.filter(({ level }) => level < 3);
    expect(ROWS.map(({ no, level }) => `${no} L${level}`)).toEqual(wanted.map(({ no, level }) => `${no} L${level}`));
  });

  it('says of each in few words what it asks, and where it is met or why not', () => {
    for (const { no, asks, mark, where } of ROWS) {
      expect([no, ['✓', '◐', '✗', '–'].includes(mark), where.length > 0]).toEqual([no, true, true]);
      expect([no, asks.split(/\s+/).length <= 12 && asks.length > 0]).toEqual([no, true]);
    }
  });

  it('counts itself', () => {
    const count = (mark: string): number => ROWS.filter((row) => row.mark === mark).length;
    const said = /At this state: (\d+) met, (\d+) in part, (\d+) not, (\d+) without object/.exec(page);
    expect(said?.slice(1).map(Number)).toEqual(['✓', '◐', '✗', '–'].map(count));
  });

  it('names no file that is not there', () => {
    const paths = codeOf(page).filter(isPath);
    expect(paths.length).toBeGreaterThan(150);
    expect([...new Set(paths)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
