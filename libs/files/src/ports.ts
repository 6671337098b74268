export { BlobStore, FileInspector, type InspectedFile, type StoredBlob } from '#libs/intake';

export type ScanVerdict = { readonly clean: true } | { readonly clean: false; readonly threat: string };

/**
 * Hook for a virus scanner (ClamAV over a socket, a vendor's service). It sees the bytes before they are stored or
 * sealed. A scanner that cannot answer throws: an unscanned file is not kept.
 */
export abstract class VirusScanner {
  abstract scan(bytes: Buffer): Promise<ScanVerdict>;
}

/** Where no scanner is installed. Named, so that the wiring says so. */
export class NoVirusScanner extends VirusScanner {
  override async scan(): Promise<ScanVerdict> {
    return { clean: true };
  }
}
