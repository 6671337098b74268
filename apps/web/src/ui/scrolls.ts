/** A wide table that is pushed sideways is reached by the keyboard too, even where it holds no link. */
export const SCROLLS = { tabIndex: 0, role: 'region', 'aria-label': 'Bảng, cuộn ngang được' } as const;
