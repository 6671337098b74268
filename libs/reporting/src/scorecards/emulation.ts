import type { AgencyId } from '#libs/shared';

/** How far a model has been recognised. */
export const EMULATION_LEVELS = {
  registered: 'Mới đăng ký',
  unit: 'Cấp cơ quan, đơn vị công nhận',
  commune: 'Cấp xã công nhận',
  province: 'Cấp tỉnh công nhận',
  national: 'Cấp trung ương công nhận',
} as const;
export type EmulationLevel = keyof typeof EMULATION_LEVELS;
export const EMULATION_ACTS = { added: 'Ghi vào sổ', corrected: 'Sửa', voided: 'Hủy' } as const;
export type EmulationAct = keyof typeof EMULATION_ACTS;

export interface EmulationModel {
  readonly year: number;
  readonly name: string;
  readonly field: string;
  readonly summary: string;
  readonly level: EmulationLevel;
  /** The paper that recognises it. */
  readonly decision: string | null;
}
/** One entry of the register: a model as it stood from then on. */
export interface EmulationEntry extends EmulationModel {
  readonly modelId: string;
  readonly rev: number;
  readonly agencyId: AgencyId;
  readonly kind: EmulationAct;
  readonly reason: string | null;
  readonly enteredByName: string;
  readonly enteredAt: Date;
}
