import { Workbook } from '@cj-tech-master/excelts';
import {
  type Actor,
  type AgencyLevel,
  checkPeople,
  type NewPerson,
  oneTimePassword,
  type PasswordHasher,
  PEOPLE_COLUMNS,
  type PersonFault,
  ROLE_GUIDES,
} from '#libs/access';
import { escapeCell } from '#libs/intake';
import type { AccountRegister, AgencyDirectory } from '#libs/persistence';
import { AppError, type AgencyId } from '#libs/shared';
import type { UploadedFile } from '../petitions/petition-desk.js';
import { administeredBy } from './administered.js';
import { MOST_PEOPLE, readPeopleFile } from './people-file.js';
import type { PeopleImportedDto, PeoplePreviewDto } from './users.dto.js';

const WHAT = 'Nhập tài khoản từ Excel';

interface Checked {
  readonly rows: number;
  readonly people: readonly NewPerson<AgencyId>[];
  readonly faults: readonly PersonFault[];
}

/** Accounts from a sheet: looked at first, then all of them in one transaction or none. Nothing is kept in between. */
export class PeopleImportDesk {
  constructor(
    private readonly parts: {
      readonly accounts: AccountRegister;
      readonly directory: AgencyDirectory;
      readonly hasher: PasswordHasher;
    },
  ) {}

  async preview(actor: Actor, file: UploadedFile): Promise<PeoplePreviewDto> {
    const { rows, people, faults } = await this.check(actor, file);
    return {
      rows,
      people: people.map(({ agencyId: _, roles, ...person }) => ({ ...person, roles: [...roles] })),
      faults: [...faults],
    };
  }

  async commit(actor: Actor, file: UploadedFile): Promise<PeopleImportedDto> {
    const { people, faults } = await this.check(actor, file);
    if (faults.length > 0 || people.length === 0)
      throw new AppError({
        code: 'PEOPLE.FAULTS',
        status: 422,
        title: 'Chưa nhập được tài khoản nào',
        detail:
          people.length === 0 && faults.length === 0 ? 'Tệp không có dòng nào.' : 'Tệp còn lỗi; sửa hết rồi nhập lại.',
        errors: faults.slice(0, 100).map(({ row, column, code, message }) => ({
          ...{ pointer: `/rows/${row}`, code },
          message: `Dòng ${row}, cột ${column}: ${message}`,
        })),
      });
    const passwords = people.map(() => oneTimePassword());
    const hashes = await Promise.all(passwords.map((password) => this.parts.hasher.hash(password)));
    const ids = await this.parts.accounts.add(
      actor,
      people.map(({ row: _, agencyCode: __, ...person }, i) => ({ ...person, passwordHash: hashes[i] ?? '' })),
      { fromSheet: true },
    );
    return {
      items: people.map(({ username, fullName, agencyCode }, i) => ({
        ...{ id: ids[i] ?? 0, username, fullName, agencyCode },
        password: passwords[i] ?? '',
      })),
    };
  }

  async template(actor: Actor): Promise<Buffer> {
    const context = await this.context(actor, []);
    const book = new Workbook();
    const main = book.addWorksheet('Tài khoản');
    main.addRow(PEOPLE_COLUMNS.map((column) => column.heading));
    main.columns.forEach((column) => (column.width = 28));
    main.getRow(1).font = { bold: true };
    const roles = book.addWorksheet('Vai trò');
    roles.addRow(['Vai trò', 'Được làm gì', 'Được xem gì']);
    for (const { title, may, sees } of ROLE_GUIDES) roles.addRow([title, may, sees].map(escapeCell));
    const agencies = book.addWorksheet('Mã cơ quan');
    agencies.addRow(['Mã cơ quan', 'Tên cơ quan']);
    for (const [code, { name }] of context.agencies) agencies.addRow([code, name].map(escapeCell));
    for (const sheet of [roles, agencies]) {
      sheet.getRow(1).font = { bold: true };
      sheet.columns.forEach((column) => (column.width = 48));
    }
    const example = book.addWorksheet('Ví dụ');
    example.addRow(PEOPLE_COLUMNS.map((column) => column.heading));
    example.addRow(PEOPLE_COLUMNS.map((column) => column.example));
    example.columns.forEach((column) => (column.width = 28));
    return Buffer.from((await book.xlsx.writeBuffer()) as unknown as ArrayBuffer);
  }

  private async check(actor: Actor, file: UploadedFile): Promise<Checked> {
    await administeredBy(actor, this.parts.directory, WHAT);
    const rows = await readPeopleFile(file.bytes);
    if (rows.length > MOST_PEOPLE)
      throw new AppError({
        code: 'PEOPLE.TOO_MANY',
        status: 422,
        title: 'Tệp có quá nhiều dòng',
        detail: `Mỗi lần nhập không quá ${MOST_PEOPLE} tài khoản; hãy tách thành nhiều tệp.`,
      });
    const names = rows.map(({ cells }) => (cells.username ?? '').trim().toLowerCase());
    return { rows: rows.length, ...checkPeople(rows, await this.context(actor, names)) };
  }

  private async context(actor: Actor, names: readonly string[]) {
    const mine = await administeredBy(actor, this.parts.directory, WHAT);
    const all = await this.parts.directory.all();
    const agencies = mine.flatMap((id) => {
      const row = all.get(id);
      return row && row.validTo === null ? [row] : [];
    });
    return {
      agencies: new Map(agencies.map(({ id, code, name, level }) => [code, { id, name, level: level as AgencyLevel }])),
      takenUsernames: await this.parts.accounts.takenUsernames(actor, names),
    };
  }
}
