export * from './ports.js';
export * from './national/fields.js';
export * from './national/record.js';
export * from './national/source.js';
export * from './national/sync.js';
export { EXPORT_FORMATS, type ExportFormat, MARK_WORDS, printRecords } from './national/print.js';
export {
  type AxisDocument,
  type AxisStatus,
  EDXML_PARTS,
  type Enclosed,
  type Organ,
  type ReadDocument,
  type ReadStatus,
} from './edxml/model.js';
export { readMessage } from './edxml/read.js';
export { documentIdOf, writeDocument, writeStatus } from './edxml/write.js';
export { type ArrivedPath, pathOf } from './edxml/path.js';
export { type ForwardedPetition, type PassedHop, PETITION_FILE, petitionFile, petitionIn } from './edxml/petition.js';
export { faultWords } from './edxml/refusals.js';
export { further, isStatusCode, isTaken, STATUS_CODES, type StatusCode } from './edxml/status-codes.js';
export { collectAnswers, deliverPackage, type DeliveryParts } from './use-cases/deliver-package.js';
export { finishReleases } from './use-cases/finish-releases.js';
export { sendMessage, type SendingParts } from './use-cases/send-message.js';
export { collectMessages, type KeptMessage, receiveMessage, type ReceivingParts } from './use-cases/receive-message.js';
