import { inflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import type { FormDefinition } from '../form.js';
import { fieldsOf, isList, namesOf, ROW_NUMBER, STANDING, tagName } from '../rendering/index.js';
import { forms } from '../forms/index.js';

const MAX_UNPACKED = 40 * 1024 * 1024;
const PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u;
const ACTIVE = /vbaProject|vbaData|\/activeX\/|\/embeddings\/|\.bin$|\.exe$|\.js$/iu;

/** Placeholders of a Word file, as docxtemplater reads them: the text of each paragraph, runs joined. */
function tagsIn(zip: PizZip): string[] {
  const text = zip
    .file(PARTS)
    .flatMap((file) => file.asText().split('</w:p>'))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map((match) => match[1] ?? '').join(''),
    )
    .join('\n');
  return [...text.matchAll(/\{([^{}\n]*)\}/gu)].map((match) => match[1] ?? '');
}

/** Names of fields that only papers for entitled people have: on a paper for anyone they would ask for an identity. */
const entitledNames = (): ReadonlySet<string> => {
  const open = new Set(
    forms.filter(({ audience }) => audience === 'anyone').flatMap((form) => fieldsOf(form).map(({ name }) => name)),
  );
  return new Set(
    forms
      .filter(({ audience }) => audience === 'entitled')
      .flatMap((form) => fieldsOf(form))
      .filter(({ from, name }) => from === 'file' && !open.has(name))
      .map(({ name }) => name),
  );
};

function structureFaults(zip: PizZip): string[] {
  const names = Object.keys(zip.files);
  const types = zip.file('[Content_Types].xml')?.asText() ?? '';
  const relations = zip.file(/\.rels$/u).map((file) => file.asText());
  return [
    ...(zip.file('word/document.xml') ? [] : ['Tệp không phải văn bản Word (.docx).']),
    ...(names.some((name) => ACTIVE.test(name)) || /macroEnabled/iu.test(types)
      ? ['Tệp có macro hoặc đối tượng nhúng; hãy lưu lại dạng .docx không macro.']
      : []),
    ...(relations.some(
      (text) =>
        /TargetMode="External"/iu.test(text) && /(attachedTemplate|image|oleObject|frame|subDocument)"/iu.test(text),
    )
      ? ['Tệp lấy hình ảnh hoặc mẫu từ nơi khác trên mạng; hãy nhúng vào tệp.']
      : []),
  ];
}

function placeholderFaults(form: FormDefinition, tags: readonly string[]): string[] {
  const { texts, lists } = namesOf(form);
  const items = new Set([ROW_NUMBER, ...[...lists.values()].flat()]);
  const named = entitledNames();
  const faults: string[] = [];
  const open: string[] = [];
  for (const raw of tags) {
    const mark = /^\s*[#^/]/u.exec(raw)?.[0].trim() ?? '';
    const name = tagName(raw.replace(/^\s*[#^/]/u, ''));
    if (mark === '#' || mark === '^') open.push(name);
    if (mark === '/' && open.pop() !== name) faults.push(`{/${name}} không khớp với đoạn mở trước đó.`);
    const field = name.startsWith('có ') ? name.slice(3) : name;
    const isKnown = texts.has(field) || lists.has(field) || items.has(field);
    if (isKnown) continue;
    faults.push(
      form.audience === 'anyone' && named.has(field)
        ? `{${name}} là thông tin nhận biết người gửi đơn; văn bản này đến người không được biết thông tin đó.`
        : `{${name}} không có trong mẫu này.`,
    );
  }
  return [...faults, ...open.map((name) => `Đoạn {#${name}} chưa đóng bằng {/${name}}.`)];
}

/** What a template must not lose: number, day, signer and whatever the officer has to type. */
function missingFaults(form: FormDefinition, tags: readonly string[]): string[] {
  const present = new Set(tags.map((raw) => tagName(raw.replace(/^\s*[#^/]/u, ''))));
  const required = [
    ...(form.numberKind === undefined ? [] : [STANDING.number]),
    ...fieldsOf(form)
      .filter((field) => field.from === 'officer' && !('optional' in field && field.optional))
      .filter((field) => usedIn(form, isList(field) ? `#${field.name}` : field.name))
      .map(({ name }) => name),
  ];
  return required.filter((name) => !present.has(name)).map((name) => `Thiếu {${name}}.`);
}
/** Required is what the standard template itself prints. */
const usedIn = (form: FormDefinition, name: string): boolean =>
  JSON.stringify(form.body).includes(name.replace(/^#/u, ''));

interface Packed {
  readonly compressionMethod?: string;
  readonly getCompressedContent?: () => Uint8Array;
}
const DEFLATED = '\x08\x00';
const TOO_LARGE = 'Tệp quá lớn khi mở ra.';

/** Unpacks every part under one ceiling: what the directory says of sizes is a claim, not a fact. */
function packingFault(zip: PizZip): string | null {
  let left = MAX_UNPACKED;
  for (const file of Object.values(zip.files)) {
    const data = (file as { _data?: unknown })._data as Packed | undefined;
    if (data?.getCompressedContent === undefined) continue;
    const packed = data.getCompressedContent();
    try {
      const isPacked = data.compressionMethod === DEFLATED;
      left -= isPacked ? inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length : packed.length;
    } catch (error) {
      const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      return isLarge ? TOO_LARGE : 'Tệp bị hỏng bên trong; hãy mở bằng Word, lưu lại dạng .docx rồi thử lại.';
    }
    if (left <= 0) return TOO_LARGE;
  }
  return null;
}

/** Why an edited template is refused, in words of the person who edited it; empty when it may be used. */
export function templateFaults(form: FormDefinition, bytes: Buffer): readonly string[] {
  let zip: PizZip;
  try {
    zip = new PizZip(bytes);
  } catch {
    return ['Không mở được tệp; hãy tải lên tệp Word (.docx).'];
  }
  const packing = packingFault(zip);
  if (packing !== null) return [packing];
  const structure = structureFaults(zip);
  if (structure.length) return structure;
  const tags = tagsIn(zip);
  return [...new Set([...placeholderFaults(form, tags), ...missingFaults(form, tags)])];
}
