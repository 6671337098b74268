import type { Actor } from '#libs/access';
import type {
  AgencyListDto,
  CalendarDto,
  CalendarQuery,
  ProcedureListDto,
  StageMapDto,
  UnitListDto,
  UnitQuery,
  UserListDto,
  UserListQuery,
} from './reference.dto.js';

export abstract class ReferenceDesk {
  abstract agencies(actor: Actor): Promise<AgencyListDto>;
  abstract users(actor: Actor, query: UserListQuery): Promise<UserListDto>;
  /** Units of the asker's own province come first. */
  abstract units(actor: Actor, query: UnitQuery): Promise<UnitListDto>;
  abstract procedures(): Promise<ProcedureListDto>;
  abstract stageMap(name: string, version?: number): Promise<StageMapDto>;
  abstract calendar(query: CalendarQuery): Promise<CalendarDto>;
}
