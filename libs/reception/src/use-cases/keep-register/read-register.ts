import type { Actor } from '#libs/access';
import type { Tx } from '#libs/intake';
import type { LocalDate } from '#libs/shared';
import { roleOf } from '../../chain.js';
import type { ReceptionDependencies } from '../../dependencies.js';
import { wrongField } from '../../errors.js';
import type { ReceptionAgency, VisitRow } from '../../model.js';
import { agencyInScope, READERS } from '../../scope.js';
import { MAIN_BOOK, SEALED_BOOK } from '../receive-visit/receive-visit.js';
import { bookFor, cellsOf, type Book } from './register-book.js';

export interface RegisterQuery {
  readonly agencyCode?: string | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Denunciations have a book of their own, with numbers of their own; only who may see them finds lines in it. */
  readonly book?: 'main' | 'sealed' | 'all' | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface RegisterLine {
  readonly visitId: string;
  readonly sessionId: string;
  readonly sealed: boolean;
  readonly receptionistName: string;
  readonly petitionId: string | null;
  readonly cells: readonly string[];
}

export interface RegisterPage {
  readonly agency: ReceptionAgency;
  readonly book: Book;
  readonly items: readonly RegisterLine[];
  readonly nextCursor: string | null;
}

const SERIES = { main: [MAIN_BOOK], sealed: [SEALED_BOOK], all: [MAIN_BOOK, SEALED_BOOK] } as const;

/** The reception book of an agency, line by line as printed, denouncers masked. */
export function readRegister(deps: ReceptionDependencies, actor: Actor, query: RegisterQuery): Promise<RegisterPage> {
  roleOf(actor, READERS, 'Xem sổ tiếp công dân');
  const book = bookFor(query.from, query.to);
  if (!book)
    throw wrongField(
      '/from',
      'REGISTER.TWO_BOOKS',
      'Khoảng ngày vắt qua 01/07/2026, khi mẫu sổ thay đổi; hãy xem từng sổ, đến 30/06/2026 hoặc từ 01/07/2026.',
    );
  return deps.work.run(actor, async (tx) => {
    const agency = await agencyInScope(deps.store, tx, { actor, code: query.agencyCode });
    const limit = query.limit ?? 50;
    const visits = await deps.store.list(tx, 'visit', {
      where: { agency_id: agency.id, register_series: SERIES[query.book ?? 'all'] },
      day: { column: 'visited_on', from: query.from, to: query.to },
      order: { by: ['visited_on'] },
      ...(query.cursor === undefined ? {} : { after: readCursor(query.cursor) }),
      limit: limit + 1,
    });
    const shown = visits.slice(0, limit);
    const last = shown.at(-1);
    return {
      ...{ agency, book },
      items: await linesOf(deps, tx, { actor, agency, book, visits: shown }),
      nextCursor: visits.length > limit && last ? writeCursor(last) : null,
    };
  });
}

interface Shown {
  readonly actor: Actor;
  readonly agency: ReceptionAgency;
  readonly book: Book;
  readonly visits: readonly VisitRow[];
}

async function linesOf(
  deps: ReceptionDependencies,
  tx: Tx,
  { actor, agency, book, visits }: Shown,
): Promise<RegisterLine[]> {
  const ids = visits.map(({ id }) => id);
  const people =
    ids.length === 0
      ? []
      : await deps.store.list(tx, 'person', { where: { visit_id: ids }, order: { by: ['visit_id', 'ordinal'] } });
  const names = await deps.store.names(
    tx,
    visits.map(({ receptionistId }) => receptionistId),
  );
  return visits.map((visit) => ({
    ...{
      visitId: visit.id,
      sessionId: visit.sessionId,
      sealed: visit.visibleTo !== null,
      petitionId: visit.petitionId,
    },
    receptionistName: names.get(visit.receptionistId) ?? '',
    cells: cellsOf(book, {
      visit,
      people: people.filter(({ visitId }) => visitId === visit.id),
      identities: actor.agencyId === agency.id,
    }),
  }));
}

const writeCursor = ({ visitedOn, id }: VisitRow): string => Buffer.from(`${visitedOn} ${id}`).toString('base64url');

function readCursor(cursor: string): readonly string[] {
  const parts = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (parts.length !== 2 || !/^\d{4}-\d\d-\d\d$/.test(parts[0] ?? '') || !/^[0-9a-f-]{36}$/.test(parts[1] ?? ''))
    throw wrongField('/cursor', 'CURSOR.INVALID', 'Vị trí trang không đúng; hãy lấy lại từ trang trước.');
  return parts;
}
