/** After how many days from issue a first-instance decision takes effect: 30, or up to 45 where travel is hard (LKN Đ.44 k1). */
export const EFFECT_DAYS = { standard: 30, remote: 45 } as const;

export const effectDays = (remote: boolean): number => (remote ? EFFECT_DAYS.remote : EFFECT_DAYS.standard);
