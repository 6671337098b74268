import { Button } from 'antd';
import { day } from '../ui/dates.js';

type Name = 'stage' | 'receivedFrom' | 'receivedTo' | 'closedFrom' | 'sealed' | 'reach';

/** Conditions that came with the link of a board and have no control of their own: said in words, each can be dropped. */
export function LinkedFilters({
  filters,
  change,
}: {
  filters: Partial<Record<Name, string>>;
  change: (next: Partial<Record<Name, string | undefined>>) => void;
}) {
  const { stage, receivedFrom, receivedTo, closedFrom, sealed, reach } = filters;
  const received = [receivedFrom && `từ ${day(receivedFrom)}`, receivedTo && `đến ${day(receivedTo)}`].filter(Boolean);
  const drop = (words: string, names: readonly Name[]) => (
    <Button key={words} onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}>
      Bỏ lọc: {words}
    </Button>
  );
  return (
    <>
      {stage && drop('một giai đoạn', ['stage'])}
      {received.length > 0 && drop(`nhận đơn ${received.join(' ')}`, ['receivedFrom', 'receivedTo'])}
      {closedFrom && drop(`kết thúc từ ${day(closedFrom)}`, ['closedFrom'])}
      {sealed === 'no' && drop('không gồm hồ sơ được bảo mật', ['sealed'])}
      {reach === 'own' && drop('riêng cơ quan này', ['reach'])}
    </>
  );
}
