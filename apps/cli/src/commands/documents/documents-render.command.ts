import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  docxText,
  fill,
  type FilledPaper,
  type FormDefinition,
  formInForce,
  formProblems,
  forms,
  missingGlyphs,
  OfficeConverter,
  renderDocx,
  sampleTyped,
  standardPdf,
  withNumber,
} from '#libs/documents';
import type { LocalDate } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { PartialFailure, UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { dayOption, inputPath } from '../../options.js';
import { IDENTITY_MARKS, matterOf, SampleCases } from './sample-case.js';

interface RenderCommandOptions {
  out?: string;
  form?: string;
  on?: LocalDate;
  pdf?: boolean;
}
interface Rendered {
  readonly form: FormDefinition;
  readonly name: string;
  readonly paper: FilledPaper;
  readonly docx: Buffer;
  readonly faults: string[];
}

const LOOKUP = 'https://nghedan.example/tra-cuu?ma=K7QD-M2XR-9TFA';

@SubCommand({ name: 'render', description: 'Điền mọi văn bản cho một vụ việc mẫu rồi ghi ra thư mục' })
export class DocumentsRenderCommand extends CliCommand {
  private readonly samples = new SampleCases();

  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { out, form: code, on, pdf }: RenderCommandOptions): Promise<void> {
    if (!out) throw new UsageError('Cần --out THƯ-MỤC');
    const wanted = chosen(code, on);
    const folder = inputPath(out);
    await mkdir(folder, { recursive: true });
    const papers: Rendered[] = [];
    for (const form of wanted) {
      papers.push(...(await this.renderForm(form)));
      if (papers.length % 20 === 0) this.io.say(`Đã điền ${papers.length} văn bản …`);
    }
    for (const { name, docx } of papers) await writeFile(join(folder, `${name}.docx`), docx);
    const how = pdf ? await this.writePdfs(folder, papers) : new Map<Rendered, string>();
    for (const paper of papers)
      this.io.print(
        [
          paper.name.padEnd(34),
          paper.form.audience === 'anyone' ? 'không danh tính' : 'có danh tính  ',
          (how.get(paper) ?? 'docx').padEnd(22),
          paper.faults.length ? `LỖI: ${paper.faults.join('; ')}` : 'đạt',
        ].join('  '),
      );
    const bad = papers.filter(({ faults }) => faults.length > 0);
    this.io.print(
      `${papers.length} tệp của ${wanted.length} mẫu trong ${out}: ${papers.length - bad.length} đạt, ${bad.length} lỗi.`,
    );
    if (bad.length > 0) throw new PartialFailure(`${bad.length} papers failed`);
  }

  private async renderForm(form: FormDefinition): Promise<Rendered[]> {
    const rendered: Rendered[] = [];
    const problems = formProblems(form);
    const paper = await this.paperOf(form);
    for (const size of form.sizes) {
      const docx = await renderDocx(paper, { size });
      const name = [form.code, form.validFrom, ...(form.sizes.length > 1 ? [size] : [])].join('_');
      rendered.push({ form, name, paper, docx, faults: [...problems, ...faultsIn(docxText(docx), paper)] });
    }
    return rendered;
  }

  private async paperOf(form: FormDefinition): Promise<FilledPaper> {
    const { officer, chairman, today, reader } = this.samples;
    const caseFileId = await this.samples.open(matterOf(form.code));
    const { subject } = await reader.read(
      {},
      {
        ...{ caseFileId, form, orderedBy: null },
        officer: { fullName: officer.fullName, title: 'Chuyên viên' },
      },
    );
    const byHead = form.signing.by === 'resolver' || form.signing.by === 'head';
    const signer = {
      fullName: (byHead ? chairman : officer).fullName,
      capacity: form.signing.capacities[0] ?? ('self' as const),
      position: byHead ? 'Chủ tịch' : 'Chuyên viên',
    };
    const filled = fill(subject, sampleTyped(form), {
      lookup: LOOKUP,
      ...(form.signing.by !== 'petitioner' && { signer }),
    });
    const number = form.numberKind === undefined ? null : `15/${[form.numberKind, 'UBND'].filter(Boolean).join('-')}`;
    return withNumber(filled, number, today < form.validFrom ? form.validFrom : today);
  }

  private async writePdfs(folder: string, papers: readonly Rendered[]): Promise<Map<Rendered, string>> {
    const how = new Map<Rendered, string>();
    const office = new OfficeConverter();
    for (let from = 0; from < papers.length; from += 25) {
      const some = papers.slice(from, from + 25);
      const converted = await office.convert(some.map(({ docx }) => docx));
      for (const [index, paper] of some.entries()) {
        const size = paper.name.endsWith('_A5') ? 'A5' : undefined;
        const standard = await standardPdf(paper.paper, size);
        const own = converted[index];
        await writeFile(join(folder, `${paper.name}.pdf`), own ?? standard);
        if (own) await writeFile(join(folder, `${paper.name}.chuan.pdf`), standard);
        how.set(paper, own ? 'docx, pdf LibreOffice' : 'docx, pdf chuẩn');
      }
      this.io.say(`Đã in ${Math.min(from + 25, papers.length)}/${papers.length} tệp PDF`);
    }
    return how;
  }

  @Option({ flags: '--out <thư mục>', description: 'nơi ghi các tệp' })
  out(text: string): string {
    return text;
  }
  @Option({ flags: '--form <mã>', description: 'chỉ một văn bản, ví dụ ND124.03' })
  form(text: string): string {
    return text;
  }
  @Option({ flags: '--on <ngày>', description: 'phiên bản có hiệu lực ngày này; bỏ trống thì mọi phiên bản' })
  on(text: string): LocalDate {
    return dayOption('--on', text);
  }
  @Option({ flags: '--pdf', description: 'ghi thêm tệp PDF' })
  pdf(): boolean {
    return true;
  }
}

function chosen(code: string | undefined, on: LocalDate | undefined): readonly FormDefinition[] {
  const codes = [...new Set(forms.map((form) => form.code))].filter((one) => code === undefined || one === code);
  if (code !== undefined && codes.length === 0) throw new UsageError(`--form: không có văn bản ${code}`);
  return on === undefined
    ? forms.filter((form) => codes.includes(form.code))
    : codes.flatMap((one) => formInForce(one, on) ?? []);
}

/** What must not be on paper: a brace, a placeholder, a word of the programmer, a letter the font lacks, an identity. */
function faultsIn(text: string, paper: FilledPaper): string[] {
  const glyphs = missingGlyphs(text);
  const named = paper.form.audience === 'anyone' ? IDENTITY_MARKS.filter((mark) => text.includes(mark)) : [];
  return [
    ...(/[{}]/u.test(text) ? ['còn dấu ngoặc nhọn'] : []),
    ...(/\b(undefined|null|NaN|\[object)\b/u.test(text) ? ['còn chữ của máy'] : []),
    ...(glyphs.length ? [`phông chữ thiếu: ${glyphs.join(' ')}`] : []),
    ...(named.length ? [`lộ danh tính: ${named.join(', ')}`] : []),
    ...(paper.missing.length ? [`chưa điền: ${paper.missing.join(', ')}`] : []),
  ];
}
