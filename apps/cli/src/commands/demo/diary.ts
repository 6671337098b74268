import { addWorkingDays, vietnamCalendar } from '#libs/calendar';
import { maxDate, type JsonObject, type LocalDate, type Role } from '#libs/shared';
import type { SeededRandom } from './random.js';

/** One act an officer keys in: the same command that a click sends. */
export interface DemoAct {
  readonly procedure: 'petition-handling' | 'complaint' | 'disciplinary-complaint' | 'denunciation' | 'feedback';
  readonly on: LocalDate;
  readonly type: string;
  readonly as: Role;
  readonly inputs: JsonObject;
}

const calendar = vietnamCalendar();

/** Lays acts one after another on working days, so that a journey reads like a file kept by people. */
export class Diary {
  readonly acts: DemoAct[] = [];
  private day: LocalDate;
  private number: number;

  constructor(
    receivedOn: LocalDate,
    private readonly random: SeededRandom,
    private readonly procedure: DemoAct['procedure'],
  ) {
    this.day = receivedOn;
    this.number = random.between(10, 900);
  }

  get today(): LocalDate {
    return this.day;
  }

  wait(low: number, high = low): this {
    this.day = addWorkingDays(calendar, { from: this.day, days: this.random.between(low, high) });
    return this;
  }

  notBefore(day: LocalDate): this {
    this.day = maxDate(this.day, day);
    if (!calendar.isWorkingDay(this.day, 'ignore')) this.day = addWorkingDays(calendar, { from: this.day, days: 1 });
    return this;
  }

  act(type: string, as: Role, inputs: JsonObject = {}): this {
    this.acts.push({ procedure: this.procedure, on: this.day, type, as, inputs });
    return this;
  }

  /** The next document number of this file, e.g. `124/TB-UBND`. */
  paper(kind: string): string {
    this.number += this.random.between(1, 9);
    return `${this.number}/${kind}-UBND`;
  }
}
