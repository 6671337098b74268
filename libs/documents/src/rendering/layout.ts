import type { Align, Block, FormDefinition } from '../form.js';
import type { LayoutNode, PageLayout, Run, TextNode } from './layout-nodes.js';
import { MOTTO, NATION } from './letterhead.js';
import { fieldsOf, STANDING } from './values.js';

const PAPER = { A4: [210, 297], A5: [148, 210] } as const;
const MARGINS = { A4: [20, 18, 20, 30], A5: [12, 12, 12, 18] } as const;

interface Scale {
  readonly body: number;
  readonly small: number;
  readonly tiny: number;
  /** Letterhead: issuing body and nation, per cent. */
  readonly columns: readonly [number, number];
}
const SCALES: Record<'A4' | 'A5', Scale> = {
  A4: { body: 14, small: 13, tiny: 12, columns: [41, 59] },
  A5: { body: 12, small: 11, tiny: 10, columns: [35, 65] },
};

const text = (runs: string | readonly Run[], more: Omit<TextNode, 'kind' | 'runs'>): TextNode => ({
  kind: 'text',
  runs: typeof runs === 'string' ? [{ text: runs }] : runs,
  ...more,
});
const bold = (line: string): readonly Run[] => [{ text: line, bold: true }];
const tag = (name: string): string => `{${name}}`;

const isLetter = (form: FormDefinition): boolean => /^V\/v\b/u.test(form.heading);

function nationColumn(scale: Scale): LayoutNode[] {
  return [
    text(bold(NATION), { align: 'center', size: scale.tiny }),
    text(bold(MOTTO), { align: 'center', size: scale.small }),
    { kind: 'rule', width: scale.body === 14 ? 58 : 48 },
  ];
}

const dateNode = (align: Align, scale: Scale): TextNode =>
  text([{ text: `${tag(STANDING.place)}, ${tag(STANDING.date)}`, italic: true }], {
    align,
    size: scale.small,
    before: 4,
  });

const superiorNode = (scale: Scale): LayoutNode => ({
  kind: 'when',
  field: STANDING.superior,
  empty: false,
  body: [text(tag(STANDING.superior), { align: 'center', size: scale.tiny, caps: true })],
});

function letterhead(form: FormDefinition, scale: Scale): LayoutNode[] {
  if (form.letterhead === 'none') return [];
  const date = form.undated ? [] : [dateNode(form.letterhead === 'nation' ? 'right' : 'center', scale)];
  if (form.letterhead === 'nation') return [...nationColumn(scale), ...date, { kind: 'space', points: 6 }];
  const agency: LayoutNode[] = [
    ...(form.issuedBy ? [] : [superiorNode(scale)]),
    ...(form.issuedBy ? [text(tag(STANDING.issuer), { align: 'center' as const, size: scale.tiny, caps: true })] : []),
    ...(form.issuedBy ?? tag(STANDING.issuer))
      .split('\n')
      .map((line) => text(bold(line), { align: 'center', size: scale.tiny, caps: true })),
    { kind: 'rule', width: 22 },
  ];
  const number: LayoutNode[] =
    form.numberKind !== undefined
      ? [text(`Số: ${tag(STANDING.number)}`, { align: 'center', size: scale.small, before: 4 })]
      : [{ kind: 'space', points: 4 }];
  if (isLetter(form)) number.push(text(form.heading, { align: 'center', size: scale.tiny, before: 2 }));
  return [
    { kind: 'columns', widths: scale.columns, cells: [agency, nationColumn(scale)] },
    { kind: 'columns', widths: scale.columns, cells: [number, date] },
    { kind: 'space', points: 8 },
  ];
}

function heading(form: FormDefinition, scale: Scale): LayoutNode[] {
  if (isLetter(form) || !form.heading) return [];
  const [kind = '', ...subject] = form.heading.split('\n');
  const nodes: LayoutNode[] = [
    text(bold(kind), { align: 'center', size: scale.body + (subject.length ? 0 : 1), caps: true, keepNext: true }),
    ...subject.map((line) => text(bold(line), { align: 'center', size: scale.body, keepNext: true })),
  ];
  return [...nodes, ...(subject.length ? [{ kind: 'rule' as const, width: 40 }] : []), { kind: 'space', points: 6 }];
}

function salutation(form: FormDefinition, scale: Scale): LayoutNode[] {
  if (!form.salutation) return [];
  const lines = form.salutation.split('\n');
  const first = text(lines.length === 1 ? `Kính gửi: ${lines[0]}` : 'Kính gửi:', {
    align: 'center',
    size: scale.body,
    before: 2,
    after: 6,
  });
  return lines.length === 1
    ? [first]
    : [first, ...lines.map((line) => text(line, { align: 'left', size: scale.body, indent: true, after: 2 }))];
}

/** Titles in one row, names in another, so that all names stand on one line however long a title is. */
function signatures(block: Extract<Block, { kind: 'signatures' }>, scale: Scale): readonly LayoutNode[] {
  const widths = block.columns.map(() => 100 / block.columns.length);
  const titles = block.columns.map(({ title, note }) => [
    text(bold(title), { align: 'center', size: scale.small, caps: true, before: 8, keepNext: true }),
    ...(note ? [text([{ text: note, italic: true }], { align: 'center', size: scale.tiny, keepNext: true })] : []),
    text('', { align: 'center', size: scale.tiny - 4, keepNext: true }),
  ]);
  const names = block.columns.map(({ name }) => [
    { kind: 'space' as const, points: 48 },
    ...(name ? [text(bold(name), { align: 'center', size: scale.small })] : []),
  ]);
  return [
    { kind: 'columns', widths, cells: titles },
    { kind: 'columns', widths, cells: names },
  ];
}

function blockNodes(block: Block, scale: Scale): readonly LayoutNode[] {
  const nodesOf = (blocks: readonly Block[]): readonly LayoutNode[] => blocks.flatMap((one) => blockNodes(one, scale));
  switch (block.kind) {
    case 'para': {
      const align = block.align ?? 'justify';
      const run = { text: block.text, ...(block.bold && { bold: true }), ...(block.italic && { italic: true }) };
      return [text([run], { align, size: scale.body, indent: block.indent ?? align === 'justify', after: 6 })];
    }
    case 'article': {
      const runs = [{ text: `${block.label} `, bold: true }, { text: block.text }];
      return [text(runs, { align: 'justify', size: scale.body, indent: true, after: 6 })];
    }
    case 'section':
      return [
        { kind: 'when', field: block.field, empty: false, body: nodesOf(block.body) },
        ...(block.otherwise
          ? [{ kind: 'when' as const, field: block.field, empty: true, body: nodesOf(block.otherwise) }]
          : []),
      ];
    case 'each':
      return [{ kind: 'each', list: block.list, body: nodesOf(block.body) }];
    case 'table':
      return [{ ...block, size: block.size ?? scale.tiny }];
    case 'signatures':
      return signatures(block, scale);
  }
}

const hasSignatures = (blocks: readonly Block[]): boolean =>
  blocks.some(
    (block) =>
      block.kind === 'signatures' ||
      (block.kind === 'section' && (hasSignatures(block.body) || hasSignatures(block.otherwise ?? []))),
  );

function recipients(form: FormDefinition, scale: Scale): LayoutNode[] {
  if (form.letterhead !== 'agency' || !form.addressees.length) return [];
  return [
    text([{ text: 'Nơi nhận:', bold: true, italic: true }], { align: 'left', size: scale.tiny, before: 6 }),
    {
      kind: 'each',
      list: STANDING.recipients,
      body: [text(tag(STANDING.recipient), { align: 'left', size: scale.tiny - 1 })],
    },
  ];
}

const qr = (scale: Scale): LayoutNode => ({
  kind: 'when',
  field: STANDING.lookup,
  empty: false,
  body: [
    { kind: 'space', points: 4 },
    { kind: 'qr' },
    text([{ text: 'Quét mã để tra cứu tình trạng đơn', italic: true }], {
      align: 'left',
      size: scale.tiny - 2,
      before: 3,
    }),
  ],
});

function signerBlock(form: FormDefinition, scale: Scale): LayoutNode[] {
  if (hasSignatures(form.body) || form.signing.by === 'parties') return [];
  const byHand = form.signing.by === 'petitioner';
  const right: LayoutNode[] = [
    text(bold(tag(STANDING.signerTitle)), { align: 'center', size: scale.body, before: 6, keepNext: true, caps: true }),
    ...(byHand
      ? [text([{ text: '(Ký và ghi rõ họ tên hoặc điểm chỉ)', italic: true }], { align: 'center', size: scale.tiny })]
      : []),
    { kind: 'space', points: 64 },
    text(bold(tag(STANDING.signerName)), { align: 'center', size: scale.body }),
  ];
  return [{ kind: 'columns', widths: [46, 54], cells: [[...recipients(form, scale), qr(scale)], right] }];
}

/** The last lines go with the signatures to the next page, so that none holds a signature alone; words of any length run on. */
function heldTogether(form: FormDefinition, nodes: readonly LayoutNode[]): readonly LayoutNode[] {
  const long = fieldsOf(form).filter((one) => 'long' in one && one.long);
  const last = nodes.findLastIndex(({ kind }) => kind !== 'columns');
  return nodes.map((node, index) => {
    if (index !== last || node.kind !== 'text') return node;
    const free = long.some(({ name }) => node.runs.some((run) => run.text.includes(tag(name))));
    return free ? node : { ...node, keepNext: true };
  });
}

/** The page a form prints on: letterhead, heading, body, recipients and signer. */
export function layoutOf(form: FormDefinition, size: 'A4' | 'A5' = form.sizes[0] ?? 'A4'): PageLayout {
  const scale = SCALES[size];
  const [top, right, bottom, left] = MARGINS[size];
  const [short, long] = PAPER[size];
  const number = form.formNumber
    ? [text(bold(form.formNumber), { align: 'right' as const, size: scale.tiny, after: 2 })]
    : [];
  return {
    size,
    landscape: form.landscape ?? false,
    margins: [top, right, bottom, left],
    width: (form.landscape ? long : short) - left - right,
    bodySize: scale.body,
    nodes: [
      ...number,
      ...letterhead(form, scale),
      ...heading(form, scale),
      ...salutation(form, scale),
      ...heldTogether(
        form,
        form.body.flatMap((block) => blockNodes(block, scale)),
      ),
      ...signerBlock(form, scale),
    ],
  };
}
