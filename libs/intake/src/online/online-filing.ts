import { AppError } from '#libs/shared';
import type { PetitionerInput, PetitionInput } from '../use-cases/register-petition/petition-draft.js';
import { denouncesOnline } from './denounces.js';

/** What a citizen may choose. A denunciation is not among them: online is not one of its forms. */
export const ONLINE_KINDS = ['feedback', 'complaint', 'information'] as const;
export type OnlineKind = (typeof ONLINE_KINDS)[number];
export type OnlineSignature = 'digital' | 'scan';

export interface OnlineFiling {
  readonly kind: OnlineKind;
  readonly agencyCode: string;
  readonly content: string;
  readonly field?: string | undefined;
  readonly respondent?: string | undefined;
  readonly challengedDecision?: string | undefined;
  readonly sender: PetitionerInput;
  readonly signature?: OnlineSignature | undefined;
  readonly idempotencyKey: string;
}

const CITATION = {
  form: 'Luật Tố cáo 25/2018/QH14 Đ.22',
  information: 'Luật Tố cáo 25/2018/QH14 Đ.25',
  signature: 'Luật Khiếu nại 02/2011/QH13 Đ.8, Đ.11 k.5',
  split: 'Nghị định 154/2026/NĐ-CP Đ.14 k.4',
} as const;

const refuse = (code: string, title: string, detail: string): AppError =>
  new AppError({ code, status: 422, title, detail });

/** How a filing is taken, whatever it was called: what denounces becomes information. */
export function takenAs({ kind, content, respondent }: OnlineFiling): OnlineKind {
  if (kind === 'information') return kind;
  if (!denouncesOnline(content, kind === 'feedback' ? respondent : null)) return kind;
  if (kind === 'feedback') return 'information';
  throw refuse(
    'ONLINE.TWO_MATTERS',
    'Đơn vừa khiếu nại vừa nói đến hành vi vi phạm của cán bộ',
    `Hãy tách làm hai: đơn khiếu nại chỉ nói về quyết định, việc làm bị khiếu nại; phần còn lại gửi ở mục “Báo tin về hành vi vi phạm”, hoặc làm đơn tố cáo bằng giấy (${CITATION.split}).`,
  );
}

/** @throws AppError 422 where the sender or the signature the law asks for is missing. */
export function requireWhole(filing: OnlineFiling, taken: OnlineKind): void {
  const { sender, signature } = filing;
  const missing = [
    ['/fullName', 'Họ và tên', sender.fullName],
    ['/address', 'Địa chỉ', sender.address],
  ] as const;
  const errors = missing
    .filter(([, , value]) => !value?.trim())
    .map(([pointer, label]) => ({ pointer, code: 'FIELD.MISSING', message: `${label} không được để trống.` }));
  if (taken !== 'information' && filing.kind !== 'information' && errors.length > 0)
    throw new AppError({
      code: 'HTTP.INVALID',
      status: 422,
      title: 'Còn thiếu thông tin người gửi',
      detail: 'Cơ quan cần tên, địa chỉ để xem xét và trả lời.',
      errors,
    });
  if (taken === 'complaint' && signature === undefined)
    throw refuse(
      'ONLINE.NOT_SIGNED',
      'Đơn khiếu nại phải có chữ ký',
      `Gửi bản PDF đã ký số, hoặc bản quét, ảnh chụp đơn giấy đã ký hay điểm chỉ (${CITATION.signature}). Đơn chưa ký không được thụ lý.`,
    );
}

/** The petition as the register takes it. Information is sealed from the first byte, as an anonymous denunciation is. */
export function petitionOf(
  filing: OnlineFiling,
  { taken, today }: { taken: OnlineKind; today: string },
): PetitionInput {
  const { content, field, respondent, challengedDecision, sender } = filing;
  return {
    type: taken === 'information' ? 'denunciation' : taken,
    channel: 'online',
    receivedOn: today,
    field,
    content,
    petitioners: [sender],
    respondent: taken === 'feedback' ? undefined : respondent,
    challengedDecision: taken === 'complaint' ? challengedDecision : undefined,
    titleType: taken === 'information' ? 'Thông tin có nội dung tố cáo, gửi trực tuyến' : undefined,
  };
}

/** What the sender is told about how it was taken; nothing is promised. */
export function wordsFor(filing: OnlineFiling, taken: OnlineKind): readonly string[] {
  if (taken === 'information')
    return [
      ...(filing.kind === 'information'
        ? []
        : [
            'Nội dung nói đến hành vi vi phạm của người có chức vụ nên được nhận như thông tin báo tin và giữ kín với cơ quan được nói đến.',
          ]),
      `Gửi trực tuyến không phải là hình thức tố cáo (${CITATION.form}). Thông tin được xem xét nếu có nội dung rõ ràng, có tài liệu, chứng cứ cụ thể; cơ quan không hứa thụ lý hay trả lời (${CITATION.information}).`,
      'Muốn tố cáo: gửi đơn giấy có chữ ký hoặc điểm chỉ, hoặc đến trình bày trực tiếp.',
    ];
  if (taken === 'complaint')
    return [
      filing.signature === 'scan'
        ? 'Hãy giữ bản giấy đã ký; cơ quan sẽ yêu cầu nộp bản gốc để đối chiếu.'
        : 'Cơ quan sẽ kiểm tra chứng thư số và người ký trước khi thụ lý.',
      'Vào sổ chưa phải là thụ lý. Cơ quan báo bằng văn bản việc thụ lý hoặc không thụ lý.',
    ];
  return ['Cơ quan xem xét và trả lời ông/bà.'];
}
