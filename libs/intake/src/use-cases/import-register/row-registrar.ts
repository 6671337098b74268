import type { Actor } from '#libs/access';
import type { KeyVault } from '#libs/identity';
import { isSealedType, type ImportBatchId, type JsonObject, type UserId } from '#libs/shared';
import { parseAddress } from '../../person/address.js';
import type { Agency, CaseOpener, Imports, Petitions, Tx } from '../../ports.js';
import { openCommandOf, PetitionWriter, type PetitionRows } from '../register-petition/petition-writer.js';
import { remotePlaceOf } from '../register-petition/remote-place.js';
import { draftOfRow, isReady, oldNumbers, type OldPlace, type ReadyRow } from './row-draft.js';
import { recorder, type Staged } from './staged-rows.js';

export interface RegistrarPorts {
  readonly petitions: Petitions;
  readonly imports: Imports;
  readonly cases: CaseOpener;
  readonly vault: KeyVault;
}

const CHUNK = 100;

/** Somebody pressed “dừng” while rows were being registered: all of them are taken back. */
export class Cancelled extends Error {}

/** Registers the ready rows of a batch inside one transaction, a chunk at a time, and notes what became of every row. */
export class RowRegistrar {
  private readonly writer: PetitionWriter;

  constructor(private readonly ports: RegistrarPorts) {
    this.writer = new PetitionWriter(ports.vault);
  }

  async registerAll(
    tx: Tx,
    actor: Actor,
    { batchId, staged, agency }: { readonly batchId: ImportBatchId; readonly staged: Staged; readonly agency: Agency },
  ): Promise<void> {
    const { imports, petitions } = this.ports;
    const now = await petitions.now(tx);
    const ready = staged.rows.filter(isReady);
    const places = oldNumbers(ready);
    const series = await this.seriesByYear(tx, agency, places);
    const audience = await this.audiences(tx, actor, agency);
    const record = recorder(staged);
    const unitOf = this.unitMatcher(tx, agency);
    await imports.addRows(
      tx,
      batchId,
      staged.rows.filter((row) => !isReady(row)).map((row) => record(row, null)),
    );
    for (let at = 0; at < ready.length; at += CHUNK) {
      const { cancelled } = await imports.progress(actor, batchId, at);
      if (cancelled) throw new Cancelled();
      const chunk = ready.slice(at, at + CHUNK);
      const written: PetitionRows[] = [];
      const remote: boolean[] = [];
      for (const row of chunk) {
        const place = places.get(row) as OldPlace;
        const year = Number(row.receivedOn.slice(0, 4));
        const draft = draftOfRow(row, { unitCode: await unitOf(row), level: agency.level });
        remote.push((await remotePlaceOf(petitions, tx, { draft, agency })).remote);
        const visibleTo = isSealedType(row.type) ? audience(draft.denouncesHead) : null;
        written.push(
          await this.writer.rows(draft, {
            agency,
            userId: actor.userId,
            now,
            place: { year, series: series.get(year) ?? 'old-book', ...place },
            visibleTo,
            importBatchId: batchId,
          }),
        );
      }
      await petitions.insert(
        tx,
        written.map(({ petition }) => petition),
        written.flatMap(({ petitioners }) => petitioners),
      );
      const opened = await this.ports.cases.open(
        tx,
        actor,
        written.map((rows, i) => openCommandOf(rows, remote[i] ?? agency.remote, oldBookFacts(batchId, chunk[i]))),
      );
      await petitions.setCaseFiles(tx, opened);
      await imports.addRows(
        tx,
        batchId,
        chunk.map((row, i) => record(row, written[i]?.petition.id ?? null)),
      );
    }
  }

  /** Both audiences are asked once: they are the same for every denunciation of the file. */
  private async audiences(
    tx: Tx,
    actor: Actor,
    agency: Agency,
  ): Promise<(denouncesHead: boolean) => readonly UserId[]> {
    const [usual, pastHead] = await Promise.all(
      [false, true].map((denouncesHead) => this.ports.petitions.sealedAudience(tx, agency.id, { denouncesHead })),
    );
    const withActor = (others: readonly UserId[] | undefined): readonly UserId[] =>
      [...new Set([actor.userId, ...(others ?? [])])].sort((a, b) => a - b);
    return (denouncesHead) => withActor(denouncesHead ? pastHead : usual);
  }

  private async seriesByYear(
    tx: Tx,
    agency: Agency,
    places: ReadonlyMap<ReadyRow, OldPlace>,
  ): Promise<ReadonlyMap<number, string>> {
    const byYear = new Map<number, number[]>();
    for (const [row, { number }] of places)
      byYear.set(Number(row.receivedOn.slice(0, 4)), [
        ...(byYear.get(Number(row.receivedOn.slice(0, 4))) ?? []),
        number,
      ]);
    const series = new Map<number, string>();
    for (const [year, numbers] of byYear)
      series.set(year, await this.ports.petitions.freeOldSeries(tx, { agencyId: agency.id, year, numbers }));
    return series;
  }

  /** An address with a district is of the old map: its commune may be another one of the same name, so it stays text. */
  private unitMatcher(tx: Tx, agency: Agency): (row: ReadyRow) => Promise<string | null> {
    const known = new Map<string, string | null>();
    return async (row) => {
      if (!row.address || isSealedType(row.type)) return null;
      const { commune, district } = parseAddress(row.address);
      if (commune === '' || district !== '') return null;
      const key = `${commune} ${row.receivedOn}`;
      if (!known.has(key)) {
        const place = { provinceId: agency.provinceId, commune, on: row.receivedOn };
        known.set(key, await this.ports.petitions.unitCode(tx, place));
      }
      return known.get(key) ?? null;
    };
  }
}

const oldBookFacts = (batchId: ImportBatchId, row: ReadyRow | undefined): JsonObject => ({
  oldBook: { batchId, row: row?.row ?? null, acceptedOn: row?.acceptedOn ?? null },
});
