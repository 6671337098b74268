import type { Arrow, ArrowEffect, EventInfo, Stage } from '#libs/procedure';

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
