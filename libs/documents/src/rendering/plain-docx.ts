import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';

export interface PlainText {
  readonly agency: string;
  readonly title: string;
  readonly notice: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}
const FONT = 'Times New Roman';
const run = (text: string, more: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun =>
  new TextRun({ text, font: FONT, size: 28, ...more });
const centred = (text: TextRun): Paragraph =>
  new Paragraph({ children: [text], alignment: AlignmentType.CENTER, spacing: { after: 160 } });

/** A text with headings that is written on in a word processor. */
export function plainDocx({ agency, title, notice, sections }: PlainText): Promise<Buffer> {
  const body = [
    centred(run(agency.toLocaleUpperCase('vi'), { bold: true })),
    centred(run(title.toLocaleUpperCase('vi'), { bold: true, size: 30 })),
    centred(run(notice, { italics: true, size: 22 })),
    ...sections.flatMap(({ heading, lines }) => [
      new Paragraph({ children: [run(heading, { bold: true })], spacing: { before: 200, after: 100 } }),
      ...lines.map(
        (line) => new Paragraph({ children: [run(line)], indent: { firstLine: 567 }, spacing: { after: 80 } }),
      ),
    ]),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children: body }] }));
}
