import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import QRCode from 'qrcode';
import { layoutOf } from './layout.js';
import type { LayoutNode, PageLayout, Run, TextNode } from './layout-nodes.js';
import { DOTS } from './letterhead.js';
import { makePdf, MM } from './make-pdf.js';
import { type FieldValue, type FilledPaper, numbered, type Row, STANDING } from './values.js';

/** Characters a text may have to stay on one page with what follows; pdfmake drops what is held together and fills a page. */
const HELD_AT_MOST = 900;

class PdfPrinter {
  constructor(
    private readonly page: PageLayout,
    private readonly paper: FilledPaper,
  ) {}

  draw(nodes: readonly LayoutNode[], column = this.page.width * MM, row?: Row): Content[] {
    return nodes.flatMap((node, index) => {
      if (this.holds(nodes, index - 1)) return [];
      const next = nodes[index + 1];
      if (!next || !this.holds(nodes, index)) return this.one(node, column, row);
      return [{ stack: [...this.one(node, column, row), ...this.one(next, column, row)], unbreakable: true }];
    });
  }

  /** Whether the text at this place stays on one page with the signatures that follow. */
  private holds(nodes: readonly LayoutNode[], index: number): boolean {
    const node = nodes[index];
    if (node?.kind !== 'text' || !node.keepNext || nodes[index + 1]?.kind !== 'columns') return false;
    const words = this.resolve(node.runs.map(({ text }) => text).join(''));
    return words.length <= HELD_AT_MOST && words.split('\n').length <= 8;
  }

  private value(name: string): FieldValue {
    return this.paper.values[name] ?? null;
  }
  private has(name: string): boolean {
    const value = this.value(name);
    return value !== null && value.length > 0;
  }
  private rows(list: string): readonly Row[] {
    const value = this.value(list);
    return numbered(typeof value === 'object' && value ? value : []);
  }
  private resolve(text: string, row?: Row): string {
    return text.replace(/\{([^{}]+)\}/gu, (_, name: string) => {
      const value = row?.[name] ?? this.value(name);
      return typeof value === 'string' && (value || row) ? value : DOTS;
    });
  }

  private text(node: TextNode, row?: Row): Content[] {
    const lines: Run[][] = [[]];
    for (const run of node.runs) {
      const resolved = this.resolve(run.text, row);
      const shown = node.caps ? resolved.toLocaleUpperCase('vi-VN') : resolved;
      shown.split(/\r\n?|\n/u).forEach((part, index) => {
        if (index > 0) lines.push([]);
        lines.at(-1)?.push({ ...run, text: part });
      });
    }
    return lines.map((runs) => ({
      text: runs.map(({ text, bold, italic }) => ({ text, bold: bold ?? false, italics: italic ?? false })),
      alignment: node.align,
      fontSize: node.size,
      margin: [0, node.before ?? 0, 0, node.after ?? 0],
      ...(node.indent && { leadingIndent: 36 }),
    }));
  }

  private one(node: LayoutNode, column: number, row?: Row): Content[] {
    switch (node.kind) {
      case 'text':
        return this.text(node, row);
      case 'rule': {
        const width = node.width * MM;
        const x1 = Math.max(0, (column - width) / 2);
        return [{ canvas: [{ type: 'line', x1, y1: 3, x2: x1 + width, y2: 3, lineWidth: 0.6 }], margin: [0, 1, 0, 1] }];
      }
      case 'space':
        return [{ text: '', margin: [0, 0, 0, node.points], fontSize: 1 }];
      case 'when':
        return this.has(node.field) === node.empty ? [] : this.draw(node.body, column, row);
      case 'each':
        return this.rows(node.list).flatMap((each) => this.draw(node.body, column, each));
      case 'columns':
        return [this.columns(node, column, row)];
      case 'table':
        return [this.table(node)];
      case 'qr':
        return [this.code()];
    }
  }

  private columns(node: Extract<LayoutNode, { kind: 'columns' }>, column: number, row?: Row): Content {
    const widths = node.widths.map((share) => (column * share) / 100);
    const stacks = node.cells.map((cell, index) => ({
      stack: this.draw(cell, widths[index], row),
      width: widths[index] ?? 'auto',
    }));
    return { stack: [{ columns: stacks, columnGap: 0 }], unbreakable: true };
  }

  private table(node: Extract<LayoutNode, { kind: 'table' }>): Content {
    // Four points inside on either side, and half a line.
    const padding = 8.6;
    const widths = node.widths.map((share) => (this.page.width * MM * share) / 100 - padding);
    return {
      margin: [0, 0, 0, 6],
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths,
        body: [
          node.head.map((text) => ({ text, bold: true, alignment: 'center' as const, fontSize: node.size })),
          ...this.rows(node.list).map((row) =>
            node.cells.map((text) => ({ text: this.resolve(text, row), fontSize: node.size })),
          ),
        ],
      },
    };
  }

  private code(): Content {
    const address = this.value(STANDING.lookup);
    if (typeof address !== 'string') return [];
    const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
    const side = (20 * MM) / modules.size;
    const canvas = [...modules.data].flatMap((dark, at) =>
      dark
        ? [
            {
              type: 'rect' as const,
              x: (at % modules.size) * side,
              y: Math.floor(at / modules.size) * side,
              w: side,
              h: side,
              color: 'black',
            },
          ]
        : [],
    );
    return { canvas };
  }
}

/** The standard layout as PDF, without an office suite. */
export async function standardPdf(paper: FilledPaper, size?: 'A4' | 'A5', stamp?: string): Promise<Buffer> {
  const page = layoutOf(paper.form, size);
  const [top, right, bottom, left] = page.margins.map((mm) => mm * MM) as [number, number, number, number];
  const definition: TDocumentDefinitions = {
    pageSize: page.size,
    pageOrientation: page.landscape ? 'landscape' : 'portrait',
    pageMargins: [left, top, right, bottom],
    defaultStyle: { font: 'Tinos', fontSize: page.bodySize, lineHeight: 1.05 },
    info: { title: paper.form.title, creator: 'Nghe Dân', producer: 'Nghe Dân' },
    header: (current: number) =>
      current === 1
        ? ''
        : { text: String(current), alignment: 'center', fontSize: page.bodySize - 1, margin: [0, 24, 0, 0] },
    ...(stamp === undefined
      ? {}
      : { watermark: { text: stamp, color: '#b42318', opacity: 0.25, bold: true, angle: -35 } }),
    content: new PdfPrinter(page, paper).draw(page.nodes),
  };
  return makePdf(definition);
}
