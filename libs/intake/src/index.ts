export * from './ports.js';
export { IdentityTextSeal } from './identity-text-seal.js';
export { uuidAt } from './ids.js';
export { CaseworkOpener } from './casework-opener.js';
export * from './person/address.js';
export * from './person/person-name.js';
export * from './person/personal-id.js';
export * from './register/check-zip.js';
export * from './register/dry-run-report.js';
export * from './register/read-date.js';
export * from './register/read-register.js';
export { readWorkbook } from './register/read-workbook.js';
export type { RegisterFault, RegisterRow } from './register/read-row.js';
export * from './register/vocabulary.js';
export * from './resend/bands.js';
export * from './resend/find-in-batch.js';
export * from './resend/score.js';
export * from './text/clean-text.js';
export * from './text/escape-cell.js';
export * from './text/fold.js';
export * from './text/legacy-encoding.js';
export * from './use-cases/attach-files/attach-files.js';
export * from './use-cases/attach-files/read-attachment.js';
export * from './use-cases/attach-files/make-working-copy.js';
export * from './use-cases/check-resends/check-resends.js';
export { ImportRegister, type ImportPorts, type ImportPreview } from './use-cases/import-register/import-register.js';
export { UndoImport } from './use-cases/import-register/undo-import.js';
export {
  CorrectPetition,
  type CorrectionCommand,
  type CorrectionView,
} from './use-cases/correct-petition/correct-petition.js';
export type { FieldChange } from './use-cases/correct-petition/read-correction.js';
export { UndoRegistration } from './use-cases/undo-registration/undo-registration.js';
export { LinkResend, type LinkCommand } from './use-cases/link-resend/link-resend.js';
export {
  lookupHash,
  lookupSecretHash,
  normalizeCode,
  ReceiptCodes,
} from './use-cases/register-petition/receipt-codes.js';
export * from './use-cases/register-petition/petition-draft.js';
export {
  PetitionWriter,
  openCommandOf,
  type PetitionRows,
  type WritingContext,
} from './use-cases/register-petition/petition-writer.js';
export * from './use-cases/register-petition/register-petition.js';
export { ForwardPetition, type AcknowledgedPetition } from './use-cases/forward-petition/acknowledge-petition.js';
export { SplitPetition, type PetitionPart, type SplitPart } from './use-cases/split-petition/split-petition.js';
export {
  VOID_REASONS,
  VoidPetition,
  type VoidCommand,
  type VoidReason,
} from './use-cases/void-petition/void-petition.js';
export * from './online/online-filing.js';
export { denouncesOnline } from './online/denounces.js';
export { checkPdfSignature, type SignatureFinding } from './online/pdf-signature.js';
export { FileOnline, type FiledOnline, type OnlineFile } from './use-cases/file-online/file-online.js';
