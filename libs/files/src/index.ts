export { NoVirusScanner, VirusScanner, type ScanVerdict } from './ports.js';
export { FolderImportStaging } from './folder-import-staging.js';
export { BlobDamaged, FolderBlobStore } from './folder-blob-store.js';
export { SniffingFileInspector, type InspectorOptions } from './sniffing-file-inspector.js';
export { SmtpGateway } from './gateways/smtp-gateway.js';
export { HttpGateway } from './gateways/http-gateway.js';
export { DryRunGateway } from './gateways/dry-run-gateway.js';
export { type Exchange, PartialFiles, type PartialFilesOptions } from './partial-files.js';
