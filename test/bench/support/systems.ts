import { vietnamCalendar } from '#libs/calendar';
import { CaseworkService, EFFECT_KINDS, EffectRunner } from '#libs/casework';
import type { KeyVault } from '#libs/identity';
import { CaseworkOpener, IdentityTextSeal, RegisterPetition } from '#libs/intake';
import { OversightService } from '#libs/oversight';
import { ReceptionService } from '#libs/reception';
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
import type { ReceptionStage } from '../../../apps/cli/src/commands/demo/nation/replay-receptions.js';
import { DatedReceptionStore } from '../../../apps/cli/src/commands/demo/reception.js';
import type { HistorySystem } from '../../../apps/cli/src/commands/demo/bulk/memory-system.js';

const calendar = vietnamCalendar();
const systemNow = (): Date => new Date();

export function postgresSystem(connections: Connections, vault: KeyVault): HistorySystem {
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
        `SELECT parent_case_id AS parent, id FROM app.case_file WHERE procedure <> 'petition-handling' AND parent_case_id = ANY ($1::uuid[])`,
        [parents],
      );
      return new Map(rows.map(({ parent, id }) => [parent, id]));
    },
  };
}

/** Receptions written as clicks write them, each act on its own day. */
export function postgresReceptions(connections: Connections, vault: KeyVault): ReceptionStage {
  const store = new DatedReceptionStore();
  return {
    service: new ReceptionService({
      ...{
        work: new TransactionRunner(connections),
        store,
        petitions: new PostgresPetitions(),
        vault,
        calendar,
        systemNow,
      },
      registerPetition: { execute: () => Promise.reject(new Error('A history of receptions registers no petition')) },
    }),
    setTime: (instant) => {
      store.at = instant;
    },
  };
}
