import { randomBytes } from 'node:crypto';
import type { Actor } from '#libs/access';
import { vietnamCalendar, type WorkCalendar } from '#libs/calendar';
import {
  CaseworkService,
  EFFECT_KINDS,
  EffectRunner,
  type ApplyCommand,
  type CaseFileView,
  type OpenCommand,
} from '#libs/casework';
import { LocalKeyVault } from '#libs/identity';
import { IdentityTextSeal } from '#libs/intake';
import { OversightService } from '#libs/oversight';
import { PostgresCaseFiles, PostgresMilestones, PostgresOutbox, setClock, TransactionRunner } from '#libs/persistence';
import type { ProcedureRegistry } from '#libs/procedure';
import {
  instantOf,
  localDate,
  type AgencyId,
  type CaseFileId,
  type JsonObject,
  type LocalDate,
  type PetitionId,
  type PetitionType,
  type Role,
  type UserId,
} from '#libs/shared';
import { procedures } from '#workflows';
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from '#testing/support/postgres';

export interface OpenOptions {
  readonly receivedOn: string;
  readonly procedure?: OpenCommand['procedure'];
  readonly type?: PetitionType;
  readonly visibleTo?: readonly UserId[] | null;
  readonly assignee?: string;
  readonly facts?: JsonObject;
  readonly agency?: string;
}

export interface WorldOptions extends TestDatabaseOptions {
  /** Other machines than the product's. */
  readonly registry?: ProcedureRegistry;
}

/** The demo province in a database of its own, with case files that can be opened and walked. */
export class World {
  private number = 0;
  readonly casework: CaseworkService;

  private constructor(
    readonly db: TestDatabase,
    /** Casework of a process that counts by another calendar. */
    readonly caseworkBy: (calendar: WorkCalendar) => CaseworkService,
    readonly oversight: OversightService,
    readonly runner: TransactionRunner,
    private readonly people: ReadonlyMap<string, Actor>,
    private readonly agencies: ReadonlyMap<string, AgencyId>,
  ) {
    this.casework = caseworkBy(vietnamCalendar());
  }

  static async create({ registry = procedures, ...options }: WorldOptions = {}): Promise<World> {
    const db = await createTestDatabase(options);
    const { rows } = await db.admin.query<{
      id: UserId;
      username: string;
      full_name: string;
      roles: Role[];
      agency_id: AgencyId;
      province_id: AgencyId;
      agencies: AgencyId[];
    }>(
      `SELECT u.id, u.username, u.full_name, u.roles, u.agency_id, a.province_id, app.agency_subtree(u.agency_id) AS agencies
         FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id`,
    );
    const people = new Map(
      rows.map((row) => [
        row.username,
        {
          userId: row.id,
          fullName: row.full_name,
          roles: row.roles,
          agencyId: row.agency_id,
          provinceId: row.province_id,
          agencies: row.agencies,
        },
      ]),
    );
    const agencies = await db.admin.query<{ id: AgencyId; code: string }>('SELECT id, code FROM app.agency');
    const seal = new IdentityTextSeal(new LocalKeyVault(new Map([[1, randomBytes(32)]])));
    const caseworkBy = (calendar: WorkCalendar) =>
      new CaseworkService({
        files: new PostgresCaseFiles(db.connections),
        ...{ seal, procedures: registry, calendar },
        systemNow: () => new Date(),
      });
    const oversight = new OversightService({
      milestones: new PostgresMilestones(db.connections),
      calendar: vietnamCalendar(),
      systemNow: () => new Date(),
    });
    return new World(
      db,
      caseworkBy,
      oversight,
      new TransactionRunner(db.connections),
      people,
      new Map(agencies.rows.map(({ id, code }) => [code, id])),
    );
  }

  person(username: string): Actor {
    const found = this.people.get(username);
    if (!found) throw new Error(`No account ${username}`);
    return found;
  }

  /** Sets the business clock; before the first event it may go back. */
  async clock(day: string, time = '08:00'): Promise<void> {
    const { rows } = await this.db.admin.query<{ none: boolean }>(
      'SELECT NOT EXISTS (SELECT FROM app.case_event) AS none',
    );
    if (rows[0]?.none)
      await this.db.admin.query(
        `UPDATE app.business_clock SET offset_seconds = extract(epoch FROM $1::timestamptz - now())`,
        [`${day}T${time}:00+07:00`],
      );
    else await setClock(this.db.admin, localDate(day), time);
  }

  async petition({
    receivedOn,
    type = 'complaint',
    visibleTo = null,
    agency = 'XA-TANTHANH',
  }: OpenOptions): Promise<PetitionId> {
    this.number += 1;
    const { rows } = await this.db.admin.query<{ id: PetitionId }>(
      `INSERT INTO app.petition (agency_id, province_id, visible_to, type, channel, received_on, registered_at, register_year, register_series, register_number,
                                 register_label, lookup_hash, created_by)
       SELECT a.id, a.province_id, $2, $3, 'in_person', $4, app.business_now(), 2026, 'main', $5, $6, $7, $8 FROM app.agency a WHERE a.code = $1 RETURNING id`,
      [
        agency,
        visibleTo,
        type,
        receivedOn,
        this.number,
        `${this.number}/2026`,
        randomBytes(16),
        this.person('motcua').userId,
      ],
    );
    return rows[0]!.id;
  }

  async open(options: OpenOptions): Promise<CaseFileId> {
    const clerk = this.person('motcua');
    const agencyId = this.agencies.get(options.agency ?? 'XA-TANTHANH')!;
    const petitionId = await this.petition(options);
    const command: OpenCommand = {
      petitionId,
      procedure: options.procedure ?? 'complaint',
      agencyId,
      provinceId: clerk.provinceId,
      receivedOn: localDate(options.receivedOn),
      petitionType: options.type ?? 'complaint',
      visibleTo: options.visibleTo ?? null,
      remote: false,
      ...(options.assignee ? { assigneeId: this.person(options.assignee).userId } : {}),
      facts: { groupSize: 1, ...options.facts },
    };
    const opened = await this.runner.run(clerk, (tx) => this.casework.openCase(tx, clerk, command));
    return opened.caseFileId;
  }

  act(username: string, caseFileId: CaseFileId, { type, occurredOn, reason, ...rest }: Act): Promise<CaseFileView> {
    const { expectedRev, idempotency, ...inputs } = rest as Pick<ApplyCommand, 'expectedRev' | 'idempotency'> &
      JsonObject;
    return this.casework.apply(this.person(username), {
      caseFileId,
      type,
      inputs: inputs as JsonObject,
      ...(occurredOn ? { occurredOn: localDate(occurredOn) } : {}),
      ...(reason ? { reason } : {}),
      ...(expectedRev === undefined ? {} : { expectedRev }),
      ...(idempotency ? { idempotency } : {}),
    });
  }

  accept(caseFileId: CaseFileId, extra: Partial<Act> = {}): Promise<CaseFileView> {
    return this.act('lanhdao', caseFileId, {
      type: 'ACCEPT',
      documentNumber: '15/TB-UBND',
      conditionsChecked: true,
      ...extra,
    });
  }

  today(): Promise<LocalDate> {
    return this.db.admin
      .query<{ today: LocalDate }>('SELECT app.business_today() AS today')
      .then(({ rows }) => rows[0]!.today);
  }

  agency(code: string): AgencyId {
    return this.agencies.get(code)!;
  }

  /** Carries out what acts have left to do. */
  settle(): Promise<number> {
    return new EffectRunner(new PostgresOutbox(this.db.connections), this.casework).runPending(EFFECT_KINDS);
  }

  /** Moves the clock through every due instant up to a moment. */
  async pass(day: string, time = '17:00'): Promise<void> {
    await this.oversight.advanceBusinessClock(instantOf(localDate(day), time));
  }

  close(): Promise<void> {
    return this.db.drop();
  }
}

export interface Act {
  readonly type: string;
  readonly occurredOn?: string;
  readonly reason?: string;
  readonly [input: string]: unknown;
}
