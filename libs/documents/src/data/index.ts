export { type AgencyRow, paperAgency } from './paper-agency.js';
export { caseFileNotFound, PaperReader, type PaperRequest } from './paper-reader.js';
export {
  type IdentityRows,
  type OpenPaperRows,
  PaperSources,
  type PersonRow,
  type SealedColumns,
} from './paper-sources.js';
