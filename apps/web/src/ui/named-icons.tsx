/** Icons that are a control by themselves, with their name. */
const named = (sign: string, name: string) => (
  <span>
    <span aria-hidden="true">{sign}</span>
    <span className="visually-hidden">{name}</span>
  </span>
);
export const CLEARABLE = { clearIcon: named('×', 'Xóa chữ đang tìm') };
export const MORE_TABS = { icon: named('⋯', 'Mục khác') };
