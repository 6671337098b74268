import type { Block, FormDefinition } from '../form.js';
import { fieldsOf, isList, ROW_NUMBER, STANDING } from './values.js';

const tagsOf = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? '');
const STANDING_NAMES: readonly string[] = Object.values(STANDING);

interface Names {
  readonly texts: ReadonlySet<string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** Placeholders of a form: texts and lists with the placeholders of one line. */
export function namesOf(form: FormDefinition): Names {
  const fields = fieldsOf(form);
  return {
    texts: new Set([...STANDING_NAMES, ...fields.filter((field) => !isList(field)).map(({ name }) => name)]),
    lists: new Map([
      [STANDING.recipients as string, [STANDING.recipient as string]] as const,
      ...fields.filter(isList).map(({ name, items }) => [name, items] as const),
    ]),
  };
}

function blockProblems(block: Block, names: Names, row: readonly string[]): string[] {
  const unknown = (text: string, more: readonly string[] = row): string[] => [
    ...tagsOf(text)
      .filter((name) => !names.texts.has(name) && !more.includes(name))
      .map((name) => `không có trường {${name}}`),
    ...(/[{}]/u.test(text.replace(/\{[^{}]*\}/gu, '')) ? [`dấu ngoặc nhọn lẻ trong: ${text}`] : []),
  ];
  const inside = (blocks: readonly Block[], more: readonly string[] = row): string[] =>
    blocks.flatMap((one) => blockProblems(one, names, more));
  const list = (name: string): string[] => (names.lists.has(name) ? [] : [`không có danh sách {#${name}}`]);
  switch (block.kind) {
    case 'para':
      return unknown(block.text);
    case 'article':
      return [...unknown(block.label), ...unknown(block.text)];
    case 'section':
      return [
        ...(names.texts.has(block.field) || names.lists.has(block.field) ? [] : [`không có trường ${block.field}`]),
        ...inside(block.body),
        ...inside(block.otherwise ?? []),
      ];
    case 'each':
      return [...list(block.list), ...inside(block.body, [...row, ROW_NUMBER, ...(names.lists.get(block.list) ?? [])])];
    case 'table':
      return [
        ...list(block.list),
        ...block.cells.flatMap((cell) => unknown(cell, [ROW_NUMBER, ...(names.lists.get(block.list) ?? [])])),
        ...(new Set([block.head.length, block.widths.length, block.cells.length]).size === 1
          ? []
          : [`bảng ${block.list}: số cột không khớp`]),
        ...(Math.abs(block.widths.reduce((sum, width) => sum + width, 0) - 100) > 1
          ? [`bảng ${block.list}: độ rộng các cột cộng lại không bằng 100`]
          : []),
      ];
    case 'signatures':
      return block.columns.flatMap(({ title, note, name }) =>
        [title, note ?? '', name ?? ''].flatMap((text) => unknown(text)),
      );
  }
}

/** What keeps a definition from printing; empty when it is sound. */
export function formProblems(form: FormDefinition): readonly string[] {
  const names = namesOf(form);
  const fields = fieldsOf(form);
  const doubled = fields.filter(({ name }, index) => fields.findIndex((one) => one.name === name) !== index);
  const frame: Block[] = [form.heading, form.salutation ?? ''].map((text) => ({ kind: 'para', text }));
  return [
    ...[...frame, ...form.body].flatMap((block) => blockProblems(block, names, [])),
    ...doubled.map(({ name }) => `trường {${name}} khai hai lần`),
    ...fields
      .filter(({ name }) => /^[#^/@\-.&>]|[{}]/u.test(name))
      .map(({ name }) => `tên trường không dùng được: ${name}`),
  ];
}
