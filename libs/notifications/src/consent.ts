import type { Actor } from '#libs/access';
import { AppError, type PetitionId } from '#libs/shared';
import type { Contacts, NewContact } from './ports.js';
import type { Contact, ContactOwner } from './types.js';

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[^\s@<>"]{2,}$/;
const PHONE = /^(?:\+84|0)\d{9,10}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const invalid = (pointer: string, message: string): AppError =>
  new AppError({
    code: 'NOTICE.INVALID',
    status: 422,
    title: 'Thông tin nhận thông báo chưa hợp lệ',
    detail: message,
    errors: [{ pointer, code: 'NOTICE.INVALID', message }],
  });

const sealedPetition = (): AppError =>
  new AppError({
    code: 'NOTICE.DENUNCIATION',
    status: 409,
    title: 'Không nhắn tin về đơn này',
    detail: 'Đơn có nội dung tố cáo: thông tin người tố cáo được giữ bí mật, không gửi thư điện tử, SMS hay Zalo.',
    unmet: [{ code: 'notDenunciation', title: 'Đơn không có nội dung tố cáo', citation: 'LTC Đ.8 k3, Đ.56' }],
  });

/** @throws AppError 404, 409 for a denunciation, 422. */
export async function giveContact(
  contacts: Contacts,
  actor: Actor,
  { owner, contact }: { owner: ContactOwner; contact: NewContact },
): Promise<Contact> {
  const address = contact.address.trim().replaceAll(/[\s.]+(?=\d)/g, contact.channel === 'email' ? '$&' : '');
  if (contact.channel === 'email' ? !EMAIL.test(address) : !PHONE.test(address))
    throw invalid(
      '/address',
      contact.channel === 'email'
        ? 'Địa chỉ thư điện tử chưa đúng.'
        : 'Số điện thoại chưa đúng: cần 10 hoặc 11 chữ số, bắt đầu bằng 0.',
    );
  for (const name of ['quietFrom', 'quietTo'] as const)
    if (!TIME.test(contact[name])) throw invalid(`/${name}`, 'Giờ viết theo dạng GG:PP, ví dụ 21:00.');
  if ('petitionId' in owner) await mustBeOpen(contacts, actor, owner.petitionId);
  return contacts.give(actor, owner, { ...contact, address });
}

async function mustBeOpen(contacts: Contacts, actor: Actor, petitionId: PetitionId): Promise<void> {
  const sealed = await contacts.petitionIsSealed(actor, petitionId);
  if (sealed === null)
    throw new AppError({
      code: 'HTTP.NOT_FOUND',
      status: 404,
      title: 'Không tìm thấy',
      detail: 'Không có đơn này, hoặc đơn nằm ngoài phạm vi bạn được xem.',
    });
  if (sealed) throw sealedPetition();
}
