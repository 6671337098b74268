import type { Align } from '../form.js';

/** A run of text; what stands between braces is a placeholder. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}
export interface TextNode {
  readonly kind: 'text';
  readonly runs: readonly Run[];
  readonly align: Align;
  /** Points. */
  readonly size: number;
  readonly indent?: boolean;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  /** Printed in capitals whatever the value. */
  readonly caps?: boolean;
}
/** What both printers draw: one layout, a Word file with placeholders or a PDF with values. */
export type LayoutNode =
  | TextNode
  | { readonly kind: 'rule'; readonly width: number }
  | { readonly kind: 'space'; readonly points: number }
  | {
      readonly kind: 'columns';
      readonly widths: readonly number[];
      readonly cells: readonly (readonly LayoutNode[])[];
    }
  | {
      readonly kind: 'table';
      readonly list: string;
      readonly head: readonly string[];
      readonly widths: readonly number[];
      readonly cells: readonly string[];
      readonly size: number;
    }
  | { readonly kind: 'when'; readonly field: string; readonly empty: boolean; readonly body: readonly LayoutNode[] }
  | { readonly kind: 'each'; readonly list: string; readonly body: readonly LayoutNode[] }
  | { readonly kind: 'qr' };

export interface PageLayout {
  readonly size: 'A4' | 'A5';
  readonly landscape: boolean;
  /** Millimetres: top, right, bottom, left (NĐ 30/2020, phụ lục I: 20–25, 15–20, 20–25, 30–35). */
  readonly margins: readonly [number, number, number, number];
  /** Text width in millimetres. */
  readonly width: number;
  readonly bodySize: number;
  readonly nodes: readonly LayoutNode[];
}
