import type { Arrow, ArrowEffect, EventInfo, Region, Requirement, Stage } from '#libs/procedure';

/** How a later version differs from the tables of an earlier one: a change of arrows, told by their event. */
export type ArrowEdit = (arrow: Arrow) => Arrow;

export const on =
  (event: string, ...edits: readonly ArrowEdit[]): ArrowEdit =>
  (arrow) =>
    arrow.on === event ? edits.reduce((edited, edit) => edit(edited), arrow) : arrow;

export const alsoNeeds =
  (...codes: readonly string[]): ArrowEdit =>
  (arrow) => ({ ...arrow, needs: [...(arrow.needs ?? []), ...codes] });

export const alsoDoes =
  (...effects: readonly ArrowEffect[]): ArrowEdit =>
  (arrow) => ({ ...arrow, effects: [...(arrow.effects ?? []), ...effects] });

/** Each effect replaced by those it turns into. */
export const effectsBecome =
  (turn: (effect: ArrowEffect) => readonly ArrowEffect[]): ArrowEdit =>
  (arrow) =>
    arrow.effects ? { ...arrow, effects: arrow.effects.flatMap(turn) } : arrow;

export const editArrows = (arrows: readonly Arrow[], edits: readonly ArrowEdit[]): readonly Arrow[] =>
  arrows.map((arrow) => edits.reduce((edited, edit) => edit(edited), arrow));

export const editStages = <Name extends string>(
  stages: Readonly<Record<Name, Stage>>,
  edits: readonly ArrowEdit[],
): Record<Name, Stage> =>
  Object.fromEntries(
    Object.entries<Stage>(stages).map(([name, stage]) => [
      name,
      { ...stage, arrows: editArrows(stage.arrows ?? [], edits) },
    ]),
  ) as Record<Name, Stage>;

/** A stage with arrows of a later version after its own. */
export const withArrows = (stage: Stage, ...arrows: readonly Arrow[]): Stage => ({
  ...stage,
  arrows: [...(stage.arrows ?? []), ...arrows],
});

/** Events of an earlier version with some of them changed or replaced. */
export const editEvents = (
  events: readonly EventInfo[],
  changes: Readonly<Record<string, (event: EventInfo) => EventInfo>>,
): readonly EventInfo[] => events.map((event) => changes[event.type]?.(event) ?? event);

export const editRegion = (region: Region, edits: readonly ArrowEdit[]): Region => ({
  ...region,
  stages: editStages(region.stages, edits),
});

interface Parts {
  readonly opening: readonly Arrow[];
  readonly regions: readonly Readonly<Record<string, Stage>>[];
}

const arrowsOf = ({ opening, regions }: Parts): readonly Arrow[] => [
  ...opening,
  ...regions.flatMap((stages) => Object.values(stages).flatMap((stage) => stage.arrows ?? [])),
];

/** Of the events of a wider procedure those that some arrow carries, and corrections. */
export function eventsUsed(events: readonly EventInfo[], parts: Parts): readonly EventInfo[] {
  const carried = new Set(arrowsOf(parts).map((arrow) => arrow.on));
  return events.filter((event) => event.compensates === true || carried.has(event.type));
}

/** Of the requirements of a wider procedure those that some arrow, effect or correction asks. */
export function requirementsUsed(
  requirements: Readonly<Record<string, Requirement>>,
  { events, ...parts }: Parts & { readonly events: readonly EventInfo[] },
): Readonly<Record<string, Requirement>> {
  const asked = new Set([
    ...events.flatMap((event) => event.needs ?? []),
    ...arrowsOf(parts).flatMap((arrow) => [
      ...(arrow.needs ?? []),
      ...(arrow.effects ?? []).flatMap(({ when }) => (when === undefined ? [] : [when])),
    ]),
  ]);
  return Object.fromEntries(Object.entries(requirements).filter(([code]) => asked.has(code)));
}
