import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access';
import { AppError, dayOf, type LocalDate } from '#libs/shared';
import type { FormDefinition } from '../form.js';
import { forms } from '../forms/index.js';
import {
  type FilledPaper,
  fillDocx,
  formInForce,
  formVersions,
  OfficeConverter,
  sampleFilled,
  standardPdf,
  standardTemplate,
} from '../rendering/index.js';
import { templateFaults } from './check-template.js';
import { paperNotFound } from './errors.js';
import type { PaperBlobs, Papers, TemplateRow } from './papers.js';
import { templateOn } from './template-on.js';

const EDITORS = ['administrator', 'unitHead', 'chairman', 'provinceChairman'] as const;

export interface TemplateLine {
  readonly form: string;
  readonly title: string;
  readonly formNumber: string | null;
  readonly citation: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** The citation was read in the text of the law. */
  readonly confirmed: boolean;
  /** Prescribed on the day asked for. */
  readonly inForce: boolean;
  /** The agency's own template that prints on that day; null: the standard one. */
  readonly usedId: string | null;
  readonly sizes: readonly ('A4' | 'A5')[];
  readonly own: readonly {
    readonly id: string;
    readonly validFrom: LocalDate;
    readonly sha256: string;
    readonly uploadedByName: string | null;
    readonly sizeBytes: number;
  }[];
}
export interface TemplateUpload {
  readonly form: string;
  /** Version of the form; the newest one where absent. */
  readonly formFrom?: LocalDate;
  readonly validFrom: LocalDate;
  readonly bytes: Buffer;
}
export interface TemplateServiceParts {
  readonly papers: Papers;
  readonly blobs: PaperBlobs;
  readonly office?: OfficeConverter;
}

/** Templates an agency edits in Word: the standard one to start from, the check, versions by effective date. */
export class TemplateService {
  private readonly office: OfficeConverter;

  constructor(private readonly parts: TemplateServiceParts) {
    this.office = parts.office ?? new OfficeConverter();
  }

  /** Every form in every version, and what prints on a day; today where none is asked for. */
  list(actor: Actor, on?: LocalDate): Promise<TemplateLine[]> {
    return this.parts.papers.run(actor, async (tx) => {
      const own = await this.parts.papers.templates(tx, actor.agencyId);
      const day = on ?? dayOf(await this.parts.papers.now(tx));
      return forms.map((form) => ({
        form: form.code,
        title: form.title,
        formNumber: form.formNumber ?? null,
        citation: form.citation.text,
        validFrom: form.validFrom,
        validTo: form.validTo,
        confirmed: form.citation.mark !== 'M',
        inForce: formInForce(form.code, day) === form,
        usedId: templateOn(own, form, day)?.id ?? null,
        sizes: form.sizes,
        own: own
          .filter((one) => one.form === form.code && one.formFrom === form.validFrom)
          .map(({ id, validFrom, sha256, sizeBytes, uploadedByName }) => ({
            id,
            validFrom,
            sizeBytes,
            sha256: sha256.toString('hex'),
            uploadedByName: uploadedByName ?? null,
          })),
      }));
    });
  }

  standard(
    code: string,
    { formFrom, size }: { readonly formFrom?: LocalDate; readonly size?: 'A4' | 'A5' },
  ): Promise<Buffer> {
    return standardTemplate(versionOf(code, formFrom), size);
  }

  /** @throws AppError 422 with every fault of the file. */
  async upload(actor: Actor, { form: code, formFrom, validFrom, bytes }: TemplateUpload): Promise<string> {
    mustEdit(actor);
    const form = versionOf(code, formFrom);
    const found = templateFaults(form, bytes);
    const faults = found.length > 0 ? found : await this.tryOut(form, bytes);
    if (faults.length)
      throw new AppError({
        code: 'TEMPLATE.REFUSED',
        status: 422,
        title: 'Mẫu đã sửa chưa dùng được',
        detail: faults.join(' '),
        errors: faults.map((message) => ({ pointer: '/file', code: 'TEMPLATE.FAULT', message })),
      });
    const { papers, blobs } = this.parts;
    const { key } = await blobs.put(bytes);
    return papers.run(actor, async (tx) => {
      const today = dayOf(await papers.now(tx));
      if (validFrom < today)
        throw new AppError({
          code: 'TEMPLATE.PAST',
          status: 422,
          title: 'Ngày áp dụng đã qua',
          detail: 'Mẫu mới áp dụng từ hôm nay trở đi; văn bản đã ban hành giữ mẫu cũ.',
        });
      const id = randomUUID();
      await papers.addTemplate(tx, actor, {
        ...{ id, agencyId: actor.agencyId, form: code, formFrom: form.validFrom, validFrom },
        ...{ blobKey: key, sha256: createHash('sha256').update(bytes).digest(), sizeBytes: bytes.length },
      });
      return id;
    });
  }

  async bytes(actor: Actor, id: string): Promise<{ readonly template: TemplateRow; readonly bytes: Buffer }> {
    const template = await this.parts.papers.run(actor, async (tx) =>
      (await this.parts.papers.templates(tx, actor.agencyId)).find((one) => one.id === id),
    );
    if (!template) throw paperNotFound();
    return { template, bytes: await this.parts.blobs.get(template.blobKey) };
  }

  /** The template filled with invented people and matters. */
  async preview(actor: Actor, id: string, kind: 'docx' | 'pdf'): Promise<Buffer> {
    const { template, bytes } = await this.bytes(actor, id);
    const form = versionOf(template.form, template.formFrom);
    const paper = sampleFilled(form);
    const docx = await fillDocx(bytes, paper);
    if (kind === 'docx') return docx;
    return this.pdf(paper, docx);
  }

  /** The standard form filled with invented people and matters. */
  async standardPreview(code: string, formFrom?: LocalDate): Promise<Buffer> {
    return standardPdf(sampleFilled(versionOf(code, formFrom)));
  }

  private async pdf(paper: FilledPaper, docx: Buffer): Promise<Buffer> {
    const [converted] = await this.office.convert([docx]);
    return converted ?? standardPdf(paper);
  }

  private async tryOut(form: FormDefinition, bytes: Buffer): Promise<readonly string[]> {
    return fillDocx(bytes, sampleFilled(form)).then(
      () => [],
      () => ['Không điền được mẫu này; hãy xem lại các dấu ngoặc nhọn.'],
    );
  }
}

function mustEdit(actor: Actor): void {
  if (EDITORS.some((role) => actor.roles.includes(role))) return;
  throw new AppError({
    code: 'ACCESS.ROLE',
    status: 403,
    title: 'Vai trò của bạn không được làm việc này',
    detail: 'Mẫu văn bản của cơ quan do quản trị, trưởng phòng hoặc người đứng đầu thay đổi.',
  });
}

function versionOf(code: string, formFrom: LocalDate | undefined): FormDefinition {
  const versions = formVersions(code);
  const form = formFrom ? versions.find(({ validFrom }) => validFrom === formFrom) : versions.at(-1);
  if (form) return form;
  throw new AppError({
    code: 'PAPER.FORM_UNKNOWN',
    status: 404,
    title: 'Không có mẫu văn bản',
    detail: `Không có mẫu “${code}”.`,
  });
}
