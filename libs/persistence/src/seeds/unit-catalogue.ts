import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '#libs/intake';
import { query, type Queryable } from '../query.js';

export interface AdministrativeUnit {
  readonly code: string;
  readonly provinceCode: string | null;
  readonly name: string;
  readonly type: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The units since 2025-07-01, each with the days it held its name and rank. */
export function readUnitCatalogue(): AdministrativeUnit[] {
  const text = readFileSync(join(import.meta.dirname, '../../data/administrative-units.csv'), 'utf8');
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code = '', provinceCode = '', name = '', type = '', validFrom = '', validTo = ''] = line.split(',');
      return {
        code,
        provinceCode: provinceCode || null,
        name: name.normalize('NFC'),
        type,
        validFrom,
        validTo: validTo || null,
      };
    });
}

export async function seedUnits(db: Queryable): Promise<void> {
  const units = readUnitCatalogue();
  await query(
    db,
    `INSERT INTO app.administrative_unit (code, province_code, name, name_folded, type, valid_from, valid_to)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[])
     ON CONFLICT (code, valid_from) DO UPDATE SET province_code = excluded.province_code, name = excluded.name,
       name_folded = excluded.name_folded, type = excluded.type, valid_to = excluded.valid_to`,
    [
      units.map(({ code }) => code),
      units.map(({ provinceCode }) => provinceCode),
      units.map(({ name }) => name),
      units.map(({ name }) => foldText(name)),
      units.map(({ type }) => type),
      units.map(({ validFrom }) => validFrom),
      units.map(({ validTo }) => validTo),
    ],
  );
}
