import { vietnamCalendar } from '#libs/calendar';
import { CaseworkService, EFFECT_KINDS, EffectRunner } from '#libs/casework';
import type { KeyVault } from '#libs/identity';
import { CaseworkOpener, IdentityTextSeal, RegisterPetition } from '#libs/intake';
import { OversightService } from '#libs/oversight';
import {
  PostgresCaseFiles,
  PostgresCaseRecords,
  PostgresMilestones,
  PostgresOutbox,
  PostgresPetitions,
  PostgresRegistrationKeys,
  TransactionRunner,
  type Connections,
} from '#libs/persistence';
import type { CaseFileId } from '#libs/shared';
import { procedures } from '#workflows';
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
export interface BenchSystem {
  readonly register: RegisterPetition;
  readonly casework: CaseworkService;
  readonly oversight: OversightService;
  /** Carries out what acts and firings have left to do. */
  settle(): Promise<void>;
  /** Complaint files by the handling file that opened them. */
  spawned(parents: readonly CaseFileId[]): Promise<ReadonlyMap<CaseFileId, CaseFileId>>;
}

const calendar = vietnamCalendar();
const systemNow = (): Date => new Date();

export function postgresSystem(connections: Connections, vault: KeyVault): BenchSystem {
  const work = new TransactionRunner(connections);
  const files = new PostgresCaseFiles(connections);
  const casework = new CaseworkService({ files, seal: new IdentityTextSeal(vault), procedures, calendar, systemNow });
  const register = new RegisterPetition({
    work,
    petitions: new PostgresPetitions(),
    keys: new PostgresRegistrationKeys(),
    cases: new CaseworkOpener(casework),
    records: new PostgresCaseRecords(systemNow),
    vault,
  });
  const oversight = new OversightService({ milestones: new PostgresMilestones(connections), calendar, systemNow });
  const effects = new EffectRunner(new PostgresOutbox(connections), casework);
  return {
    register,
    casework,
    oversight,
    settle: async () => void (await effects.runPending(EFFECT_KINDS)),
    spawned: async (parents) => {
      const { rows } = await connections.admin.query<{ parent: CaseFileId; id: CaseFileId }>(
        `SELECT parent_case_id AS parent, id FROM app.case_file WHERE procedure = 'complaint' AND parent_case_id = ANY ($1::uuid[])`,
        [parents],
      );
      return new Map(rows.map(({ parent, id }) => [parent, id]));
    },
  };
}

export function memorySystem(db: MemoryDatabase, vault: KeyVault): BenchSystem {
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
        if (parentCaseId !== null && procedure === 'complaint') children.set(parentCaseId, id);
    },
    spawned: async () => children,
  };
}
