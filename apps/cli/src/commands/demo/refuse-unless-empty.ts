import { query, type Queryable } from '#libs/persistence';
import { AppError } from '#libs/shared';

/** @throws AppError 409 where somebody has registered a petition. */
export async function refuseUnlessEmpty(admin: Queryable): Promise<void> {
  const [row] = await query<{ filled: boolean }>(admin, 'SELECT EXISTS (SELECT FROM app.petition) AS filled');
  if (row?.filled)
    throw new AppError({
      code: 'DEMO.NOT_EMPTY',
      status: 409,
      title: 'Đã có dữ liệu',
      detail: 'Chỉ tạo dữ liệu trình diễn khi sổ tiếp nhận còn trống.',
    });
}
