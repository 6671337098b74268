import { foldText } from '../../text/fold.js';

const LEADER = /\bchu tich\b|\bct (uy ban|ubnd|xa|phuong|dac khu)\b/;
const PROVINCE_LEADER = /\b(chu tich|ct) ((uy ban nhan dan|ubnd) )?(tinh|thanh pho|tp)\b/;

/**
 * Whether a denunciation received at an agency of this level speaks of its chairman or deputy chairman. Those of a commune are
 * denounced to the chairman of the province, not to the commune's own (Luật Tố cáo 25/2018/QH14 Đ.13 k.4a as Luật 136/2025/QH15
 * has it): the file goes past them, and at the province it does not go past the one who resolves it. A wrong guess shows the
 * petition to fewer people of the commune, never to more.
 */
export const denouncesLeader = (level: string, texts: readonly (string | null)[]): boolean => {
  const leader = level === 'province' ? PROVINCE_LEADER : LEADER;
  return texts.some((text) => text !== null && leader.test(foldText(text)));
};
