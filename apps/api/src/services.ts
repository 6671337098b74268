import { join } from 'node:path';
import type { LiveCalendar } from '#libs/calendar';
import { CaseworkService, type TextSeal } from '#libs/casework';
import { PaperPrinter, PaperReader, PaperSeal, PaperService, PaperViews, TemplateService } from '#libs/documents';
import { FolderBlobStore, FolderImportStaging, NoVirusScanner, PageRenderer, SniffingFileInspector } from '#libs/files';
import { IdentityDesk, type KeyVault, openKeyVault, SecrecyDesk } from '#libs/identity';
import {
  AttachFiles,
  CaseworkOpener,
  CheckResends,
  CorrectPetition,
  FileOnline,
  ForwardPetition,
  IdentityTextSeal,
  ImportRegister,
  LinkResend,
  MakeWorkingCopy,
  ReadAttachment,
  ReceiptCodes,
  RegisterPetition,
  SplitPetition,
  UndoImport,
  UndoRegistration,
  VoidPetition,
} from '#libs/intake';
import {
  type Config,
  type Database,
  KEY_LOOK_MS,
  PostgresAttachments,
  PostgresCaseFiles,
  PostgresCaseRecords,
  PostgresCorrections,
  PostgresForwarding,
  PostgresIdentityRecords,
  PostgresImports,
  PostgresKeyChecks,
  PostgresOnlineFilings,
  PostgresPapers,
  PostgresPaperSources,
  PostgresPetitions,
  PostgresReceptionStore,
  PostgresRegistrationKeys,
  PostgresSecrecyRecords,
  TrainingMode,
  TransactionRunner,
} from '#libs/persistence';
import { ReceptionService } from '#libs/reception';
import type { PetitionId } from '#libs/shared';
import { procedures } from '#workflows';

export interface Services {
  readonly identity: IdentityDesk;
  readonly secrecy: SecrecyDesk;
  readonly makeWorkingCopy: MakeWorkingCopy;
  readonly renderer: PageRenderer;
  readonly casework: CaseworkService;
  readonly registerPetition: RegisterPetition;
  readonly checkResends: CheckResends;
  readonly linkResend: LinkResend;
  readonly voidPetition: VoidPetition;
  readonly undoRegistration: UndoRegistration;
  readonly correctPetition: CorrectPetition;
  readonly attachFiles: AttachFiles;
  readonly readAttachment: ReadAttachment;
  readonly importRegister: ImportRegister;
  readonly undoImport: UndoImport;
  readonly papers: PaperService;
  readonly paperViews: PaperViews;
  readonly templates: TemplateService;
  readonly reception: ReceptionService;
  readonly forwardPetition: ForwardPetition;
  readonly splitPetition: SplitPetition;
  readonly fileOnline: FileOnline;
  readonly vault: KeyVault;
  readonly training: TrainingMode;
  readonly seal: TextSeal;
}

/** Casework and intake on their adapters. */
export async function openServices(
  config: Config,
  { connections }: Database,
  calendar: LiveCalendar,
): Promise<Services> {
  const pool = connections.app;
  const work = new TransactionRunner(connections);
  const apart = connections.urls.admin === undefined ? pool : connections.admin;
  const training = new TrainingMode(pool, config.mode === 'demo', apart);
  const vault = await openKeyVault({
    masterKey: config.masterKeys,
    dataDir: config.dataDir,
    checks: new PostgresKeyChecks(pool),
    lookEveryMs: KEY_LOOK_MS,
  });
  const seal = new IdentityTextSeal(vault);
  const casework = new CaseworkService({
    files: new PostgresCaseFiles(connections),
    seal,
    procedures,
    calendar,
    systemNow: () => new Date(),
  });
  const petitions = new PostgresPetitions();
  const records = new PostgresCaseRecords(() => new Date());
  const cases = new CaseworkOpener(casework);
  const register = { work, petitions, records, cases, vault };
  const blobs = new FolderBlobStore(join(config.dataDir, 'blobs'));
  const forwarding = { ...register, forwarding: new PostgresForwarding() };
  const files = {
    ...register,
    attachments: new PostgresAttachments(),
    blobs,
    inspector: new SniffingFileInspector({ scanner: new NoVirusScanner() }),
  };
  const imports = {
    ...register,
    imports: new PostgresImports(work),
    staging: new FolderImportStaging(join(config.dataDir, 'staging')),
  };
  const registerPetition = new RegisterPetition({ ...register, keys: new PostgresRegistrationKeys() });
  const attachFiles = new AttachFiles(files);
  return {
    ...paperServices({ papers: new PostgresPapers(work), vault, blobs, training }),
    training,
    casework,
    identity: new IdentityDesk(new PostgresIdentityRecords(work), vault),
    secrecy: new SecrecyDesk(new PostgresSecrecyRecords(work, records), vault),
    makeWorkingCopy: new MakeWorkingCopy(files),
    renderer: new PageRenderer(),
    registerPetition,
    checkResends: new CheckResends(work, petitions, vault),
    linkResend: new LinkResend(register),
    voidPetition: new VoidPetition(register),
    attachFiles,
    undoRegistration: new UndoRegistration(register),
    correctPetition: new CorrectPetition({ ...forwarding, corrections: new PostgresCorrections() }),
    readAttachment: new ReadAttachment(files),
    importRegister: new ImportRegister(imports),
    undoImport: new UndoImport(imports),
    reception: new ReceptionService({
      ...{ work, petitions, registerPetition, vault },
      ...{ store: new PostgresReceptionStore(), calendar, systemNow: () => new Date() },
    }),
    forwardPetition: new ForwardPetition(forwarding),
    fileOnline: new FileOnline({
      ...files,
      ...{ registerPetition, attachFiles, filings: new PostgresOnlineFilings(pool) },
    }),
    splitPetition: new SplitPetition({ ...forwarding, casework }),
    vault,
    seal,
  };
}

/** Printed above every paper while people are only practising. */
const TRAINING_STAMP = 'BẢN TẬP HUẤN';
export const trainingStamp = async (training: TrainingMode): Promise<string | undefined> =>
  (await training.isOn()) ? TRAINING_STAMP : undefined;

interface PaperParts {
  readonly papers: PostgresPapers;
  readonly vault: KeyVault;
  readonly blobs: FolderBlobStore;
  readonly training: TrainingMode;
}

function paperServices({ papers, vault, blobs, training }: PaperParts) {
  const seal = new PaperSeal(vault);
  const printer = new PaperPrinter({ papers, blobs, seal, stamp: () => trainingStamp(training) });
  const codes = new ReceiptCodes(vault);
  const service = new PaperService({
    ...{ papers, seal, printer, reader: new PaperReader(new PostgresPaperSources(), vault) },
    lookupCode: (petitionId) => codes.code(petitionId as PetitionId),
  });
  return {
    papers: service,
    paperViews: new PaperViews({ papers, seal, service }),
    templates: new TemplateService({ papers, blobs }),
  };
}
