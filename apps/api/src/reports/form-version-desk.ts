import type { Actor } from '#libs/access';
import type { ReportFormRegister } from '#libs/persistence';
import {
  type AddedForm,
  COLUMN_UNITS,
  FORM_TESTS,
  formOf,
  type FormRegister,
  readFormDocument,
  REPORT_FORMS,
  reportForm,
  type ReportForm,
} from '#libs/reporting';
import { AppError, type LocalDate } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { FIGURE_READERS } from './asked.js';
import type { EndFormVersionDto, FormVersionDto, FormVersionsDto, NewFormVersionDto } from './form-version.dto.js';

const WHAT = 'Phiên bản biểu mẫu báo cáo';

/** Form versions as data: read by whom forms are counted for, added and ended by the administrator of the province. */
export class FormVersionDesk {
  constructor(private readonly register: ReportFormRegister) {}

  async list(actor: Actor): Promise<FormVersionsDto> {
    mustBe(actor, [...FIGURE_READERS, 'administrator'], WHAT);
    const added = await this.register.all(actor);
    return {
      items: [...REPORT_FORMS.map((form) => toDto(form, null)), ...added.map((one) => toDto(one.form, one))],
      tests: Object.entries(FORM_TESTS).flatMap(([of, tests]) =>
        Object.entries(tests).map(([name, { says }]) => ({ of, name, says })),
      ),
      units: [...COLUMN_UNITS],
      mayEdit: actor.roles.includes('administrator') && actor.agencyId === actor.provinceId,
    };
  }

  /** @throws AppError 422 with every fault and its place in the document. */
  async add(actor: Actor, { definition, basis }: NewFormVersionDto): Promise<FormVersionDto> {
    mustBe(actor, ['administrator'], WHAT);
    const read = readFormDocument(definition);
    const faults = 'faults' in read ? read.faults : reportForm(read.form.id) ? [TAKEN] : [];
    if (faults.length > 0 || !('form' in read))
      throw new AppError({
        ...{ code: 'REPORT_FORM.FAULTS', status: 422, title: 'Biểu mẫu chưa đúng' },
        detail: `Có ${faults.length} chỗ phải sửa; chưa ghi gì.`,
        errors: faults.map(({ pointer, message }) => ({
          ...{ pointer: `/definition${pointer}`, code: 'REPORT_FORM.FAULTS' },
          message: pointer ? `${pointer}: ${message}` : message,
        })),
      });
    await this.register.add(actor, read.form, basis.trim());
    return this.one(actor, read.form.id);
  }

  async end(actor: Actor, id: string, { lastDay }: EndFormVersionDto): Promise<FormVersionDto> {
    mustBe(actor, ['administrator'], WHAT);
    await this.one(actor, id);
    await this.register.end(actor, id, lastDay as LocalDate);
    return this.one(actor, id);
  }

  private async one(actor: Actor, id: string): Promise<FormVersionDto> {
    const found = (await this.register.all(actor)).find(({ form }) => form.id === id);
    if (!found) throw notFound('Không có phiên bản biểu mẫu này trong những phiên bản đã đưa vào.');
    return toDto(found.form, found);
  }
}
const TAKEN = { pointer: '/id', message: 'trùng mã của biểu có sẵn; phiên bản mới cần một mã mới' };

/** A form by its id: of the product, or added to it. */
export async function formNamed(register: FormRegister, actor: Actor, id: string): Promise<ReportForm> {
  const form = await formOf(register, actor, id);
  if (!form) throw notFound('Không có biểu mẫu này.');
  return form;
}

const toDto = (form: ReportForm, added: AddedForm | null): FormVersionDto => ({
  ...{ id: form.id, code: form.code, circular: form.circular, title: form.title, notice: form.notice },
  ...{ validFrom: form.validFrom, validTo: form.validTo, columns: form.columns.length, builtIn: added === null },
  ...{ basis: added?.basis ?? null, recordedBy: added?.recordedBy ?? null },
  recordedAt: added?.recordedAt.toISOString() ?? null,
  definition: JSON.stringify(form, null, 2),
});
