import { cite } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import type { Signing } from '../../form.js';

/** Who the law makes responsible for deciding, or the deputy who stands in; never by order (TL.) or delegation (TUQ.). */
export const byResolver = (basis: Citation): Signing => ({
  by: 'resolver',
  capacities: ['self', 'KT'],
  seal: 'agency',
  basis,
});

/** Head of the agency, the deputy, or a unit by order: papers that decide nothing. */
export const byHead = (basis: Citation): Signing => ({
  by: 'head',
  capacities: ['self', 'KT', 'TL'],
  seal: 'agency',
  basis,
});

export const byVerifier = (basis: Citation, seal: Signing['seal'] = 'none'): Signing => ({
  by: 'verifier',
  capacities: ['self'],
  seal,
  basis,
});

export const byReceiver = (basis: Citation): Signing => ({ by: 'receiver', capacities: ['self'], seal: 'none', basis });

/** Everybody present signs in the columns of the paper itself. */
export const byParties = (basis: Citation): Signing => ({ by: 'parties', capacities: ['self'], seal: 'none', basis });

export const byPetitioner = (basis: Citation): Signing => ({
  by: 'petitioner',
  capacities: ['self'],
  seal: 'none',
  basis,
});

/** A paper no law orders: the agency's own rule, said so wherever the paper is listed. */
export const internalRule = (what: string): Citation => cite(`Quy định nội bộ về ${what}`, 'M');
