import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  convertMillimetersToTwip,
} from 'docx';
import type { Align, FormDefinition } from '../form.js';
import type { LayoutNode, PageLayout, TextNode } from './layout-nodes.js';
import { layoutOf } from './layout.js';
import { qrPng } from './qr.js';

export const FONT = 'Times New Roman';
/** By this description the picture of the code is found again in a template an agency edited. */
export const QR_DESCRIPTION = 'Mã QR tra cứu';
const QR_SIDE_MM = 20;
const PLACEHOLDER = qrPng('https://');

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const twips = (mm: number): number => Math.round(convertMillimetersToTwip(mm));
const points = (value: number): number => Math.round(value * 20);

const paragraph = (node: TextNode): Paragraph =>
  new Paragraph({
    alignment: ALIGN[node.align],
    spacing: { before: points(node.before ?? 0), after: points(node.after ?? 0) },
    ...(node.indent && { indent: { firstLine: twips(12.7) } }),
    ...(node.keepNext && { keepNext: true }),
    children: node.runs.map(
      ({ text, bold, italic }) =>
        new TextRun({ text, bold, italics: italic, allCaps: node.caps, size: node.size * 2, font: FONT }),
    ),
  });

/** A tag of docxtemplater that stands alone in its paragraph vanishes with it. */
const tagLine = (tag: string): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0 }, children: [new TextRun({ text: tag, size: 2, font: FONT })] });

const gap = (size: number, keepNext = false): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0, line: points(size), lineRule: 'exact' },
    ...(keepNext && { keepNext: true }),
    children: [],
  });
/** A row that belongs to the next one keeps all its paragraphs with it. */
const isKept = (node: LayoutNode): boolean =>
  node.kind === 'text' && node.keepNext === true && node.runs[0]?.text === '';

/** A short line in the middle of a column: a paragraph's lower border between two indents. */
const rule = (widthMm: number, columnMm: number): Paragraph => {
  const side = twips(Math.max(0, (columnMm - widthMm) / 2));
  return new Paragraph({
    spacing: { before: 0, after: 0, line: points(3), lineRule: 'exact' },
    indent: { left: side, right: side },
    border: { bottom: { ...LINE, space: 0 } },
    children: [],
  });
};

type Drawn = Paragraph | Table;

class TemplatePrinter {
  constructor(
    private readonly page: PageLayout,
    private readonly code: Buffer,
  ) {}

  draw(nodes: readonly LayoutNode[], columnMm = this.page.width): Drawn[] {
    return nodes.flatMap((node) => this.one(node, columnMm));
  }

  private one(node: LayoutNode, columnMm: number): Drawn[] {
    switch (node.kind) {
      case 'text':
        return [paragraph(node)];
      case 'rule':
        return [rule(node.width, columnMm)];
      case 'space':
        return [gap(node.points)];
      case 'when': {
        const tag = `có ${node.field}`;
        return [tagLine(`{${node.empty ? '^' : '#'}${tag}}`), ...this.draw(node.body, columnMm), tagLine(`{/${tag}}`)];
      }
      case 'each':
        return [tagLine(`{#${node.list}}`), ...this.draw(node.body, columnMm), tagLine(`{/${node.list}}`)];
      case 'columns':
        return [this.columns(node, columnMm)];
      case 'table':
        return [this.table(node, columnMm), gap(6)];
      case 'qr':
        return [this.code.length ? this.picture() : gap(1)];
    }
  }

  private picture(): Paragraph {
    const side = Math.round((QR_SIDE_MM / 25.4) * 96);
    const image = new ImageRun({
      type: 'png',
      data: this.code,
      transformation: { width: side, height: side },
      altText: { name: 'qr', title: QR_DESCRIPTION, description: QR_DESCRIPTION },
    });
    return new Paragraph({ spacing: { before: 0, after: 0 }, children: [image] });
  }

  private columns(node: Extract<LayoutNode, { kind: 'columns' }>, columnMm: number): Table {
    const widths = node.widths.map((share) => (columnMm * share) / 100);
    const cells = node.cells.map(
      (cell, index) =>
        new TableCell({
          width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
          margins: { left: 0, right: 0, top: 0, bottom: 0 },
          borders: NO_BORDERS,
          // A cell ends with a paragraph, also where everything in it is left out.
          children: [...this.draw(cell, widths[index]), gap(1, node.cells.flat().some(isKept))],
        }),
    );
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(columnMm), type: WidthType.DXA },
      columnWidths: widths.map(twips),
      borders: NO_BORDERS,
      rows: [new TableRow({ cantSplit: true, children: cells })],
    });
  }

  private table(node: Extract<LayoutNode, { kind: 'table' }>, columnMm: number): Table {
    const widths = node.widths.map((share) => (columnMm * share) / 100);
    const last = node.cells.length - 1;
    const cell = (text: string, at: { column: number; head: boolean }): TableCell =>
      new TableCell({
        width: { size: twips(widths[at.column] ?? 0), type: WidthType.DXA },
        verticalAlign: at.head ? VerticalAlign.CENTER : VerticalAlign.TOP,
        margins: { left: 80, right: 80, top: 40, bottom: 40 },
        children: [
          paragraph({
            kind: 'text',
            runs: [{ text, bold: at.head }],
            align: at.head ? 'center' : 'left',
            size: node.size,
          }),
        ],
      });
    const line = node.cells.map((text, index) => {
      const open = index === 0 ? `{#${node.list}}` : '';
      return `${open}${text}${index === last ? `{/${node.list}}` : ''}`;
    });
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(columnMm), type: WidthType.DXA },
      columnWidths: widths.map(twips),
      borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: node.head.map((text, column) => cell(text, { column, head: true })),
        }),
        new TableRow({
          cantSplit: true,
          height: { value: 400, rule: HeightRule.ATLEAST },
          children: line.map((text, column) => cell(text, { column, head: false })),
        }),
      ],
    });
  }
}

const pageNumber = (size: number): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: size * 2, font: FONT })],
      }),
    ],
  });

/** The Word file an agency downloads, edits and uploads again: layout by NĐ 30/2020, placeholders in Vietnamese. */
export async function standardTemplate(form: FormDefinition, size?: 'A4' | 'A5'): Promise<Buffer> {
  const page = layoutOf(form, size);
  const [top, right, bottom, left] = page.margins;
  const [short, long] = page.size === 'A4' ? [210, 297] : [148, 210];
  const printer = new TemplatePrinter(page, PLACEHOLDER);
  const document = new Document({
    creator: 'Nghe Dân',
    lastModifiedBy: 'Nghe Dân',
    title: form.title,
    // Lines that end with a break are not stretched to the margin.
    compatibility: { doNotExpandShiftReturn: true, version: 15 },
    styles: { default: { document: { run: { font: FONT, size: page.bodySize * 2 } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: twips(short),
              height: twips(long),
              orientation: page.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(top),
              right: twips(right),
              bottom: twips(bottom),
              left: twips(left),
              header: twips(10),
              footer: twips(10),
            },
          },
        },
        // NĐ 30/2020: page numbers from the second page, in the middle of the upper margin.
        headers: { default: pageNumber(page.bodySize - 1), first: new Header({ children: [gap(1)] }) },
        footers: { default: new Footer({ children: [gap(1)] }), first: new Footer({ children: [gap(1)] }) },
        children: printer.draw(page.nodes),
      },
    ],
  });
  return Packer.toBuffer(document);
}
