import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError, isUuid } from '#libs/shared';

/** An id that is no id belongs to nothing: the same 404 as an id nobody has. */
@Injectable()
export class IdParam implements PipeTransform<string, string> {
  transform(value: string): string {
    const id = value.toLowerCase();
    if (isUuid(id)) return id;
    throw notFound();
  }
}

/** A row number that is none belongs to nothing. */
@Injectable()
export class RowIdParam implements PipeTransform<string, number> {
  transform(value: string): number {
    const id = /^[1-9]\d{0,9}$/.test(value) ? Number(value) : Number.NaN;
    if (id <= 2_147_483_647) return id;
    throw notFound('Không có mục này, hoặc mục nằm ngoài phạm vi của bạn.');
  }
}

export const notFound = (detail = 'Không có hồ sơ này, hoặc hồ sơ nằm ngoài phạm vi bạn được xem.'): AppError =>
  new AppError({ code: 'HTTP.NOT_FOUND', status: 404, title: 'Không tìm thấy', detail });
