import { SYSTEM_ACTOR } from '#libs/access';
import { CASE_LINKS } from '#libs/procedure';
import {
  isLocalDate,
  PETITION_TYPES,
  PROCEDURES,
  type AgencyId,
  type JsonValue,
  type PetitionType,
  type ProcedureName,
} from '#libs/shared';
import type { CaseRow } from '../../model.js';
import type { EffectOutcome } from '../../outbox.js';
import type { Place } from '../../related-files.js';
import type { OpenCommand } from '../../types.js';
import { isOneOf, listOf, objectOf, type Carrying, type OrderedEffect } from './carrying.js';

/**
 * The new file starts from what was stated when its parent was opened: same day of receipt, so the same clocks run on.
 * At another agency it is received on the day of the act, by that agency's resolver.
 */
export async function spawnFiles(around: Carrying, effect: OrderedEffect): Promise<EffectOutcome> {
  const { tx, outbox, casework } = around;
  const { payload, event } = effect;
  const { procedure } = payload;
  if (!isOneOf(PROCEDURES, procedure)) return { refused: 'EFFECT.MALFORMED' };
  const { row } = await outbox.around(tx, effect.caseId);
  const place = typeof payload.agencyId === 'number' ? await placeOf(around, row, payload.agencyId as AgencyId) : row;
  if (!place) return { refused: 'EFFECT.AGENCY_UNKNOWN' };
  const facts = { ...(await outbox.openingFacts(tx, row.id)), ...objectOf(payload.carry) };
  const home = homeOf(row, place, event.occurredOn);
  const commands: OpenCommand[] = [];
  for (const part of payload.per === 'content' ? listOf(event.facts.contents) : [null]) {
    const child = {
      petitionId: row.petitionId,
      procedure: procedure as ProcedureName,
      parentCaseId: row.id,
      part: part === null ? null : String(part),
    };
    if (await outbox.hasChild(tx, child)) continue;
    const petitionType = typeFor(part ?? row.knownFacts.classifiedAs ?? facts.petitionType);
    const receivedOn = isLocalDate(objectOf(payload.carry).receivedOn) ? facts.receivedOn : home.receivedOn;
    commands.push({
      ...child,
      ...home,
      receivedOn: receivedOn as CaseRow['receivedOn'],
      petitionType,
      facts,
      occurredOn: event.occurredOn,
    });
  }
  if (commands.length === 0) return { refused: 'SPAWN.ALREADY_OPEN' };
  const opened = await casework.openCases(tx, SYSTEM_ACTOR, commands);
  for (const { caseFileId } of opened) await tieToParent(around, { effect, row, place, caseFileId });
  return undefined;
}

/** The named agency, where it is another than the parent's. */
async function placeOf({ tx, outbox }: Carrying, row: CaseRow, agencyId: AgencyId): Promise<Place | CaseRow | null> {
  if (agencyId === row.agencyId) return row;
  return outbox.related.place(tx, agencyId, row.petitionId);
}

const isPlace = (place: Place | CaseRow): place is Place => 'audience' in place;

function homeOf(row: CaseRow, place: Place | CaseRow, occurredOn: CaseRow['receivedOn']) {
  const { agencyId, provinceId, remote } = place;
  if (isPlace(place)) {
    const visibleTo = row.visibleTo === null ? null : place.audience;
    return { agencyId, provinceId, remote, visibleTo, receivedOn: occurredOn };
  }
  const { visibleTo, receivedOn, assigneeId } = row;
  return { agencyId, provinceId, remote, visibleTo, receivedOn, ...(assigneeId === null ? {} : { assigneeId }) };
}

interface Tie {
  readonly effect: OrderedEffect;
  readonly row: CaseRow;
  readonly place: Place | CaseRow;
  readonly caseFileId: CaseRow['id'];
}

/** Link, petition made readable where the child is, standing grants taken along. */
async function tieToParent({ tx, outbox }: Carrying, { effect, row, place, caseFileId }: Tie): Promise<void> {
  const { related } = outbox;
  const { link } = effect.payload;
  const at = { createdBy: effect.event.id, createdAt: effect.event.recordedAt };
  if (isOneOf(CASE_LINKS, link)) await related.link(tx, { fromCase: caseFileId, toCase: row.id, kind: link, ...at });
  if (isPlace(place)) {
    if (row.visibleTo === null) await related.showPetition(tx, row.petitionId, place.agencyId);
    else await related.sharePetition(tx, row.petitionId, place.audience);
  } else if (row.visibleTo !== null) {
    const standing = await related.granted(tx, row.id);
    await related.grant(
      tx,
      standing.map((one) => ({ ...one, caseId: caseFileId })),
    );
  }
}

function typeFor(value: JsonValue | undefined): PetitionType {
  if (!isOneOf(PETITION_TYPES, value)) throw new Error('The file does not say what kind of petition it is about');
  return value;
}
