/** Words for the codes of administration. */
export const LEVEL: Record<string, string> = {
  central: 'Trung ương',
  province: 'Cấp tỉnh',
  department: 'Sở, ngành',
  commune: 'Cấp xã',
  unit: 'Đơn vị trực thuộc',
};
export const KIND: Record<string, string> = {
  committee: 'Ủy ban nhân dân',
  department: 'Cơ quan chuyên môn',
  inspectorate: 'Cơ quan thanh tra',
  reception: 'Ban Tiếp công dân',
  other: 'Đơn vị khác',
};
export const options = (words: Record<string, string>, but: readonly string[] = []) =>
  Object.entries(words)
    .filter(([value]) => !but.includes(value))
    .map(([value, label]) => ({ value, label }));

export const required = (what: string, min = 1) => ({
  required: true,
  whitespace: true,
  min,
  message: min > 1 ? `Nhập ${what}, ít nhất ${min} ký tự` : `Nhập ${what}`,
});
export const picked = (what: string) => ({ required: true, message: `Chọn ${what}` });
