import { useState } from 'react';

export type ReceiptSize = 'a5' | '80mm';
export const RECEIPT_SIZES = [
  { value: 'a5', label: 'Giấy A5' },
  { value: '80mm', label: 'Cuộn 80 mm' },
] as const;
const KEY = 'nghe-dan.receipt-size';

/** The paper of the printer beside this machine: chosen once, remembered here, for whoever sits at it. */
export function useReceiptSize(): [ReceiptSize, (size: ReceiptSize) => void] {
  const [size, setSize] = useState<ReceiptSize>(() => {
    try {
      return localStorage.getItem(KEY) === '80mm' ? '80mm' : 'a5';
    } catch {
      return 'a5';
    }
  });
  return [
    size,
    (chosen) => {
      setSize(chosen);
      try {
        localStorage.setItem(KEY, chosen);
      } catch {
        // asked again next time
      }
    },
  ];
}
