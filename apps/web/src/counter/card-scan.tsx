import { Alert, Form } from 'antd';
import { useState } from 'react';
import type { Card } from './card-text.js';
import type { PersonValues, PetitionValues } from './petition-form.js';
import { useCardScanner } from './use-card-scanner.js';

type Told = { readonly type: 'success' | 'warning' | 'error'; readonly title: string; readonly more?: string };

const taken = (person: PersonValues | undefined): boolean => Boolean(person?.fullName || person?.personalId);

/** Whose card it is: the person whose fields have the focus, else the first nobody is written for. */
function personAt(place: Element | null, people: readonly PersonValues[]): number {
  const blocks = [...document.querySelectorAll('.counter .person')];
  const focused = blocks.findIndex((block) => block.contains(place));
  if (focused >= 0) return focused;
  const free = people.findIndex((person) => !taken(person));
  return free >= 0 ? free : 0;
}

/** The card's words beside what was typed; the address that the petition itself gives stays. */
function merge(person: PersonValues, card: Card): { readonly person: PersonValues; readonly kept: string | null } {
  const written = person.address?.trim();
  const address = written || card.address;
  return {
    person: { ...person, ...card, address },
    kept: written && written !== card.address ? `Giữ địa chỉ ghi trong đơn; trên thẻ ghi: ${card.address}.` : null,
  };
}

/** Reads identity cards from a wedge scanner into the form, and says what happened. */
export function CardScan({ active }: { active: boolean }) {
  const form = Form.useFormInstance<PetitionValues>();
  const [told, setTold] = useState<Told | null>(null);
  useCardScanner(active, (reading, place) => {
    if ('fault' in reading) return setTold({ type: 'error', title: 'Chưa đọc được thẻ căn cước', more: reading.fault });
    const people = form.getFieldValue('petitioners') as PersonValues[];
    const index = personAt(place, people);
    const before = people[index] ?? {};
    const { person, kept } = merge(before, reading.card);
    form.setFieldValue(['petitioners', index], person);
    document.getElementById(`petitioners_${index}_phone`)?.focus();
    const replaced = taken(before) && before.personalId?.replaceAll(/\s/g, '') !== person.personalId;
    const more = [replaced && `Đã thay cho người ghi trước: ${before.fullName || before.personalId}.`, kept];
    setTold({
      type: replaced ? 'warning' : 'success',
      title: `Đã điền từ thẻ căn cước: ${person.fullName}`,
      more: more.filter(Boolean).join(' ') || 'Đối chiếu với người đứng trước mặt; nhập tiếp số điện thoại.',
    });
  });
  if (!told) return null;
  return (
    <Alert
      type={told.type}
      showIcon
      role={told.type === 'error' ? 'alert' : 'status'}
      title={told.title}
      description={told.more}
      closable={{ onClose: () => setTold(null), 'aria-label': 'Đóng thông báo' }}
    />
  );
}
