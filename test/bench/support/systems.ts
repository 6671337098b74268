import { SYSTEM_ACTOR } from '#libs/access';
import { vietnamCalendar } from '#libs/calendar';
import { CaseworkService, type CaseRow, type OpenCommand } from '#libs/casework';
import type { KeyVault } from '#libs/identity';
import { CaseworkOpener, IdentityTextSeal, RegisterPetition } from '#libs/intake';
import { OversightService } from '#libs/oversight';
import {
  PostgresCaseFiles,
  PostgresCaseRecords,
  PostgresMilestones,
  PostgresPetitions,
  PostgresRegistrationKeys,
  TransactionRunner,
  type Connections,
} from '#libs/persistence';
import type { CaseFileId, PetitionType } from '#libs/shared';
import { procedures } from '#workflows';
import {
  MemoryCaseFiles,
  MemoryKeys,
  MemoryMilestones,
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
  /** Opens the files that `case.spawn` effects ask for and answers them by the file that asked. */
  spawn(): Promise<ReadonlyMap<CaseFileId, CaseFileId>>;
}

const calendar = vietnamCalendar();
const systemNow = (): Date => new Date();

interface Parent extends Pick<CaseRow, 'id' | 'petitionId' | 'agencyId' | 'provinceId' | 'visibleTo' | 'receivedOn' | 'remote'> {
  readonly petitionType: PetitionType;
  readonly count: number;
}

const complaintOf = ({ id, count, ...parent }: Parent): OpenCommand => ({
  ...parent,
  parentCaseId: id,
  procedure: 'complaint',
  facts: { groupSize: count },
});

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
  const spawned = new Map<CaseFileId, CaseFileId>();
  const spawn = async () => {
    const { rows } = await connections.admin.query<Parent>(
      `SELECT c.id, c.petition_id AS "petitionId", c.agency_id AS "agencyId", c.province_id AS "provinceId", c.visible_to AS "visibleTo",
              to_char(c.received_on, 'YYYY-MM-DD') AS "receivedOn", c.remote, p.type AS "petitionType", p.petitioner_count AS count
         FROM app.effect e JOIN app.case_file c ON c.id = e.case_id JOIN app.petition p ON p.id = c.petition_id
        WHERE e.kind = 'case.spawn' AND e.payload ->> 'procedure' = 'complaint'
          AND NOT EXISTS (SELECT FROM app.case_file f WHERE f.parent_case_id = c.id) ORDER BY e.id`,
    );
    for (const parent of rows) {
      const opened = await work.run(SYSTEM_ACTOR, (tx) => casework.openCase(tx, SYSTEM_ACTOR, complaintOf(parent)));
      spawned.set(parent.id, opened.caseFileId);
    }
    return spawned;
  };
  return { register, casework, oversight, spawn };
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
  const spawned = new Map<CaseFileId, CaseFileId>();
  let seen = 0;
  const spawn = async () => {
    const { effects, cases, petitions } = db.tables;
    for (; seen < effects.length; seen += 1) {
      const { kind, payload, caseId } = effects[seen]!;
      const row = cases.get(caseId);
      const petition = row && petitions.get(row.petitionId);
      if (kind !== 'case.spawn' || payload.procedure !== 'complaint' || !row || !petition) continue;
      const { id, petitionId, agencyId, provinceId, visibleTo, receivedOn, remote } = row;
      const about = { petitionType: petition.type, count: petition.petitionerCount };
      const command = complaintOf({ id, petitionId, agencyId, provinceId, visibleTo, receivedOn, remote, ...about });
      spawned.set(id, (await casework.openCase({}, SYSTEM_ACTOR, command)).caseFileId);
    }
    return spawned;
  };
  return { register, casework, oversight, spawn };
}
