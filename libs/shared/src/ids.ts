declare const idBrand: unique symbol;
type Id<Name extends string, Base = string> = Base & { readonly [idBrand]: Name };

export type PetitionId = Id<'Petition'>;
export type PetitionerId = Id<'Petitioner'>;
export type CaseFileId = Id<'CaseFile'>;
export type CaseEventId = Id<'CaseEvent'>;
export type DeadlineId = Id<'Deadline'>;
export type MilestoneId = Id<'Milestone'>;
export type EffectId = Id<'Effect'>;
export type AttachmentId = Id<'Attachment'>;
export type ImportBatchId = Id<'ImportBatch'>;
export type AgencyId = Id<'Agency', number>;
export type UserId = Id<'User', number>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);
