import { vietnamCalendar } from '#libs/calendar';
import { CaseworkService, EFFECT_KINDS, EffectRunner } from '#libs/casework';
import type { KeyVault } from '#libs/identity';
import { CaseworkOpener, IdentityTextSeal, RegisterPetition } from '#libs/intake';
import { OversightService } from '#libs/oversight';
import { ReceptionService } from '#libs/reception';
import type { CaseFileId } from '#libs/shared';
import { procedures } from '#workflows';
import type { MemoryReceptionStore } from './memory-reception.js';
import {
  MemoryCaseFiles,
  MemoryKeys,
  MemoryMilestones,
  MemoryOutbox,
  MemoryPetitions,
  MemoryRecords,
  MemoryWork,
  type MemoryDatabase,
} from './memory-ports.js';

/** The services a click reaches, whatever they write to. */
export interface HistorySystem {
  readonly register: RegisterPetition;
  readonly casework: CaseworkService;
  readonly oversight: OversightService;
  /** Carries out what acts and firings have left to do. */
  settle(): Promise<void>;
  /** Files of matters by the handling file that opened them. */
  spawned(parents: readonly CaseFileId[]): Promise<ReadonlyMap<CaseFileId, CaseFileId>>;
}

const calendar = vietnamCalendar();
const systemNow = (): Date => new Date();

/** The product's own services over tables in memory: a history made here is written by COPY, equal row for row to a clicked one. */
export function memorySystem(db: MemoryDatabase, vault: KeyVault): HistorySystem {
  const files = new MemoryCaseFiles(db);
  const casework = new CaseworkService({ files, seal: new IdentityTextSeal(vault), procedures, calendar, systemNow });
  const register = new RegisterPetition({
    work: new MemoryWork(),
    petitions: new MemoryPetitions(db),
    keys: new MemoryKeys(),
    cases: new CaseworkOpener(casework),
    records: new MemoryRecords(),
    vault,
  });
  const oversight = new OversightService({ milestones: new MemoryMilestones(db), calendar, systemNow });
  const effects = new EffectRunner(new MemoryOutbox(db), casework);
  const children = new Map<CaseFileId, CaseFileId>();
  return {
    register,
    casework,
    oversight,
    settle: async () => {
      await effects.runPending(EFFECT_KINDS);
      for (const { id, parentCaseId, procedure } of db.tables.freshCases.splice(0))
        if (parentCaseId !== null && procedure !== 'petition-handling') children.set(parentCaseId, id);
    },
    spawned: async () => children,
  };
}

/** Citizen reception over a store in memory, with the numbers and audiences of the same tables. */
export const memoryReception = (
  db: MemoryDatabase,
  { store, vault }: { readonly store: MemoryReceptionStore; readonly vault: KeyVault },
): ReceptionService =>
  new ReceptionService({
    ...{ work: new MemoryWork(), store, petitions: new MemoryPetitions(db), vault, calendar, systemNow },
    registerPetition: { execute: () => Promise.reject(new Error('A history of receptions registers no petition')) },
  });
