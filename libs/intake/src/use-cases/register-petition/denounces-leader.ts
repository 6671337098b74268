import { foldText } from '../../text/fold.js';

const LEADER = /\bchu tich\b|\bct (uy ban|ubnd|xa|phuong|dac khu)\b/;

/**
 * Whether a denunciation speaks of a chairman or deputy chairman. Those of a commune are denounced to the chairman of the
 * province, not to the commune's own (Luật Tố cáo 25/2018/QH14 Đ.13 k.4a as Luật 136/2025/QH15 has it): the file goes past
 * them. A wrong guess shows the petition to fewer people of the commune, never to more.
 */
export const denouncesLeader = (texts: readonly (string | null)[]): boolean =>
  texts.some((text) => text !== null && LEADER.test(foldText(text)));
