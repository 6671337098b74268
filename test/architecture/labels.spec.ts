import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import viVN from 'antd/locale/vi_VN.js';
import ts from 'typescript';
import { fold } from '../../apps/web/src/ui/text.js';

const root = join(import.meta.dirname, '../..');
const web = join(root, 'apps/web/src');

/** Words that are not Vietnamese and stay so: names of things, formats, units and keys. */
const KEPT = new Set(
  (
    'qr excel pdf word video vntime photo ttg csv xlsx docx json edxml zip jpg jpeg png tiff url usb ip sms zalo email gmail smtp otp pin id ' +
    'ctrl shift alt enter esc tab insert f1 f2 f4 f5 f9 mm cm kb mb gb ms a4 a5 ' +
    'postgresql postgres redis bullmq node chromium libreoffice sha ed25519 merkle rfc utf tcvn3 vni unicode oidc totp http https ' +
    'tcd xld kqgq kntc ubnd hdnd nđ qđ tb tt lkn ltc ltcd cccd cmnd vneid motcua quantri baomat'
  ).split(' '),
);
/** A Vietnamese syllable without its marks. */
const SYLLABLE =
  /^(b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?(uyeu|ieu|yeu|oai|oay|oeo|uay|uoi|uou|uya|uye|[aeiouy]{1,2})(ch|c|m|ng|nh|n|p|t)?$/;

/** Typed without marks on purpose: it shows that a search forgives. */
const BARE = 'nguyen thi hoa, 12/2026…';

/** Attributes and properties whose words a person reads or hears. */
const SPOKEN = new Set(
  (
    'title label aria-label placeholder alt caption description message words note lead okText cancelText okButtonText help hint ' +
    'extra addonAfter addonBefore tooltip content none head body purpose heading text unit tip emptyText summary question'
  ).split(' '),
);

interface Label {
  readonly place: string;
  readonly text: string;
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}
const textsOf = (node: ts.Node): string[] => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...textsOf(node.left), ...textsOf(node.right)];
  if (ts.isJsxExpression(node) && node.expression) return textsOf(node.expression);
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  return [];
};

function spokenIn(node: ts.Node): string[] {
  // What stands in <code> is typed into a terminal, not read.
  if (ts.isJsxText(node)) return node.parent.getText().startsWith('<code') ? [] : [node.text];
  if (ts.isJsxAttribute(node) && node.initializer && SPOKEN.has(node.name.getText())) return textsOf(node.initializer);
  if (ts.isPropertyAssignment(node) && SPOKEN.has(node.name.getText().replaceAll("'", '')))
    return textsOf(node.initializer);
  // A child in braces: {busy ? 'Đang tìm' : 'Tìm'}
  if (ts.isJsxExpression(node) && node.expression && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
    return ts.isConditionalExpression(node.expression) ||
      ts.isStringLiteralLike(node.expression) ||
      ts.isTemplateExpression(node.expression)
      ? textsOf(node.expression)
      : [];
  return [];
}

function labels(): Label[] {
  return readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name) && entry.name !== 'schema.d.ts')
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true);
      return [...nodesOf(file)].flatMap((node) => {
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        return spokenIn(node)
          .map((text) => text.replaceAll(/\s+/g, ' ').trim())
          .filter((text) => /\p{L}/u.test(text))
          .map((text) => ({ place: `${relative(root, path)}:${line}`, text }));
      });
    });
}

const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/\$\{[^}]*\}|&\w+;|https?:\/\/\S+|\/[\w/:-]+|[\w.]+@[\w.]+/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^\p{L}{2,}$/u.test(word));
const foreign = (text: string): string[] =>
  wordsOf(text).filter((word) => {
    if (KEPT.has(word.toLowerCase()) || KEPT.has(fold(word))) return false;
    // Codes and abbreviations: TTr, XLD, KNTC.
    if (/^\p{Lu}{2,}$/u.test(word)) return false;
    return !SYLLABLE.test(fold(word));
  });
const MARKED = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;

describe('what the screens are labelled with', () => {
  const all = labels();

  it('is found by the hundred', () => expect(all.length).toBeGreaterThan(800));

  it('holds no word of another language', () => {
    expect(
      all.map(({ place, text }) => ({ place, text, foreign: foreign(text) })).filter((one) => one.foreign.length > 0),
    ).toEqual([]);
  });

  it('is written with its marks', () => {
    const bare = all.filter(
      ({ text }) =>
        wordsOf(text).filter((word) => !KEPT.has(word.toLowerCase())).length >= 3 &&
        !MARKED.test(text) &&
        text !== BARE,
    );
    expect(bare).toEqual([]);
  });

  it('recognises what would be wrong', () => {
    expect(foreign('Loading, please wait')).toEqual(['Loading', 'please', 'wait']);
    expect(foreign('Tải tệp Excel có mã QR')).toEqual([]);
  });

  it('has the component library speak Vietnamese where we use it', () => {
    const said: Record<string, unknown> = viVN as never;
    const leaves = (value: unknown, path: string): Label[] =>
      typeof value === 'string'
        ? [{ place: path, text: value }]
        : value && typeof value === 'object'
          ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
          : [];
    // Formats, not words; and components that no screen uses.
    const ours = leaves(said, 'vi_VN').filter(
      ({ place }) =>
        !/locale$|[fF]ormat$|validateMessages|shortMonths|\.(Image|QRCode|ColorPicker|Icon|Carousel)\b/.test(place),
    );
    expect(ours.filter(({ text }) => foreign(text).length > 0)).toEqual([]);
  });
});
