import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';
import { PETITION_TYPES, PROCEDURES, ROLES } from '#libs/shared';
import { RULE_KIND_LABELS } from '#libs/statute';
import { procedures } from '#workflows';

const root = join(import.meta.dirname, '../..');
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
const accented = (text: unknown): boolean => typeof text === 'string' && VIETNAMESE.test(text);

const sources = ['libs', 'workflows', 'apps'].flatMap((base) =>
  readdirSync(join(root, base), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d|\.spec)\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return ts.createSourceFile(relative(root, path), readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true);
    }),
);
const nodesOf = function* (node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
};
const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};

/** The table under a heading of the glossary: code name → Vietnamese term. */
function glossary(heading: string): Map<string, string> {
  const text = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !/^\| *(code name|-)/.test(line));
  return new Map(
    rows.map((row) => row.split('|').map((cell) => cell.trim())).map(([, code = '', term = '']) => [code, term]),
  );
}

/** Values of a CHECK (column IN (…)) in the first migration. */
function columnValues(table: string, column: string): string[] {
  const sql = readFileSync(join(root, 'libs/persistence/src/migrations/sql/0001-tables.sql'), 'utf8');
  const body = sql.split(`CREATE TABLE app.${table} (`)[1]?.split('\n);')[0] ?? '';
  const list = new RegExp(`CHECK \\(${column} IN \\(([^)]*)\\)`).exec(body)?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map(([, value = '']) => value);
}

const named: readonly { heading: string; codes: readonly string[] }[] = [
  { heading: 'Roles', codes: [...ROLES, 'system'] },
  { heading: 'Petition types', codes: PETITION_TYPES },
  { heading: 'Channels', codes: columnValues('petition', 'channel') },
  { heading: 'Procedures', codes: [...PROCEDURES, 'deadline'] },
  { heading: 'Deadline kinds', codes: Object.keys(RULE_KIND_LABELS) },
  { heading: 'Deadline states', codes: columnValues('deadline', 'state') },
];

describe('the glossary', () => {
  it.each(named)('$heading: the page names exactly what the code knows, in Vietnamese', ({ heading, codes }) => {
    const rows = glossary(heading);
    expect(codes.length).toBeGreaterThan(3);
    expect([...rows.keys()].sort()).toEqual([...codes].sort());
    expect([...rows].filter(([, term]) => !accented(term) && term !== 'thanh tra')).toEqual([]);
  });

  it('every term has a Vietnamese side and no code name stands twice', () => {
    const rows = [...glossary('Terms')];
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(([, term]) => !accented(term) && term !== 'quy')).toEqual([]);
    const names = rows.flatMap(([code]) => code.split(' / '));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  const definitions = procedures.all();

  it('every stage says its name to officers and to the public', () => {
    const silent = definitions.flatMap(({ name, stages, regions = {} }) => [
      ...Object.values(stages)
        .filter(({ title, publicTitle }) => !accented(title) || !accented(publicTitle))
        .map(({ state }) => `${name}.${state}`),
      // A side region may have nothing to tell the public while nothing has happened in it.
      ...Object.values(regions).flatMap((region) =>
        Object.values(region)
          .filter(({ title, publicTitle }) => !accented(title) || (publicTitle !== '' && !accented(publicTitle)))
          .map(({ state }) => `${name}.${state}`),
      ),
    ]);
    expect(silent).toEqual([]);
  });

  it('every event, form field and requirement has Vietnamese words', () => {
    const silent = definitions.flatMap(({ name, events, requirements }) => [
      ...Object.values(events).flatMap((event) => [
        ...(accented(event.title) ? [] : [`${name}.${event.type}`]),
        ...event.input.filter(({ label }) => !accented(label)).map((field) => `${name}.${event.type}.${field.name}`),
      ]),
      ...Object.values(requirements)
        .filter(({ title }) => !accented(title))
        .map(({ code }) => `${name}.${code}`),
    ]);
    expect(silent).toEqual([]);
  });

  it('every error code is explained in Vietnamese where it is raised', () => {
    const CODE = /^[A-Z][A-Z0-9_]*(\.[A-Z][A-Z0-9_]*)*$/;
    const literals = sources.flatMap((file) => [...nodesOf(file)]).filter(ts.isStringLiteralLike);
    const isCodeMember = (node: ts.Node): boolean =>
      ts.isPropertyAssignment(node.parent) && node.parent.initializer === node && node.parent.name.getText() === 'code';
    const raised = literals.filter((literal) => isCodeMember(literal) && CODE.test(literal.text));
    const families = new Set(raised.filter(({ text }) => text.includes('.')).map(({ text }) => text.split('.')[0]));
    const mentions = literals.filter(
      ({ text, parent }) =>
        !ts.isLiteralTypeNode(parent) && CODE.test(text) && text.includes('.') && families.has(text.split('.')[0]),
    );
    const explained = new Set(
      [...raised, ...mentions].flatMap((literal) => {
        const isWhole = (node: ts.Node): boolean =>
          ts.isObjectLiteralExpression(node) || ts.isCallExpression(node) || ts.isNewExpression(node);
        const whole = ts.findAncestor(literal, isWhole) ?? literal;
        // Words made elsewhere (`detail: refusalSentence(…)`) count as said.
        const passedOn =
          ts.isObjectLiteralExpression(whole) && /\b(title|detail|message)(: *[a-z]|,|\b *\})/.test(whole.getText());
        return accented(whole.getText()) || passedOn ? [literal.text] : [];
      }),
    );
    // `code|words`: the shape in which a DTO's decorator hands both to the validator.
    for (const { text } of literals)
      if (/^[A-Z.]+\|/.test(text) && accented(text)) explained.add(text.split('|')[0] ?? '');
    const silent = [...raised, ...mentions].filter(({ text }) => !explained.has(text));
    expect([...new Set(silent.map((literal) => `${literal.text} (${placeOf(literal)})`))]).toEqual([]);
  });

  it('no identifier is Vietnamese without its marks', () => {
    const words =
      'khieu nguoi viec duoc quyet khieunai tocao kiennghi phananh donthu doithoai xacminh truong huyen nghidinh thoihan quahan giahan hoso vuviec canbo diachi hoten congdan tiepnhan tiepdan thuly giaiquyet ngaynghi lamviec chutich nguoidung'.split(
        ' ',
      );
    const forbidden = new Set(words);
    const parts = (name: string): string[] =>
      name
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/);
    const isVietnamese = (name: string): boolean => {
      const pieces = parts(name);
      const pairs = pieces.slice(1).map((piece, index) => `${pieces[index]}${piece}`);
      return [...pieces, ...pairs].some((piece) => forbidden.has(piece));
    };
    const names = sources.flatMap((file) => [
      ...(isVietnamese(basename(file.fileName)) ? [file.fileName] : []),
      ...[...nodesOf(file)]
        .filter((node): node is ts.Identifier => ts.isIdentifier(node) && isVietnamese(node.text))
        .map((node) => `${node.text} (${placeOf(node)})`),
    ]);
    expect([...new Set(names)]).toEqual([]);
  });
});
