import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { poolConfig, type DatabaseRole } from '../connections.js';
import { AdministrativeUnitEntity } from './administrative-unit.entity.js';
import { AgencyEntity } from './agency.entity.js';
import { AppUserEntity } from './app-user.entity.js';
import { DelegationEntity } from './delegation.entity.js';

export { AdministrativeUnitEntity, AgencyEntity, AppUserEntity, DelegationEntity };

/** Tables an administrator reads and edits one row at a time. Case data goes through statements, never through here. */
export const ENTITIES = [AdministrativeUnitEntity, AgencyEntity, AppUserEntity, DelegationEntity] as const;

/** A TypeORM source acting as a role; its tables are made by the migrations, never from the entities. */
export function createEntitySource(url: string, role: DatabaseRole): DataSource {
  const { options, application_name } = poolConfig(url, role);
  return new DataSource({
    type: 'postgres',
    url,
    schema: 'app',
    entities: [...ENTITIES],
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: 3,
    extra: { options, application_name },
  });
}
