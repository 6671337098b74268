import { DOMParser, type Element as XmlElement } from '@xmldom/xmldom';
import { refusedPackage } from './refusals.js';

/** The envelope is some kilobytes; files in base64 make up the rest. */
export const MAX_MESSAGE_BYTES = 48 * 1024 * 1024;
const MAX_DEPTH = 24;
const MAX_ELEMENTS = 4_000;

/**
 * The root of a message. A document type, an entity of one's own, a processing instruction, another encoding, too much depth:
 * none of them has a place in a message, and each is refused before a parser sees it.
 */
export function rootOf(bytes: Buffer): XmlElement {
  if (bytes.length > MAX_MESSAGE_BYTES) throw refusedPackage('TOO_LARGE');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw refusedPackage('ENCODING', { cause: error });
  }
  refuseHostile(text);
  try {
    const root = new DOMParser({
      locator: false,
      onError: (level, message) => {
        if (level !== 'warning') throw new SyntaxError(message);
      },
    }).parseFromString(text, 'text/xml').documentElement;
    if (root) return root;
  } catch (error) {
    throw refusedPackage('NOT_XML', { cause: error });
  }
  throw refusedPackage('NOT_XML');
}

function refuseHostile(text: string): void {
  const prolog = /^\s*<\?xml\s[^>]*\?>/.exec(text)?.[0] ?? '';
  if (/encoding\s*=\s*["'](?!utf-8["'])/i.test(prolog)) throw refusedPackage('ENCODING');
  if (/<!(?!--)/.test(text)) throw refusedPackage('DOCTYPE');
  if (text.slice(prolog.length).includes('<?')) throw refusedPackage('DOCTYPE');
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1];
    if (next === '/') depth -= 1;
    else if (next !== '!' && next !== '?') {
      elements += 1;
      const end = text.indexOf('>', at);
      if (end === -1) throw refusedPackage('NOT_XML');
      if (text[end - 1] !== '/') depth += 1;
    }
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) throw refusedPackage('TOO_DEEP');
  }
}

/** Children of this name, whatever their prefix: senders write the namespace in different ways. */
export function children(parent: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling)
    if (node.nodeType === 1 && (node as XmlElement).localName === name) found.push(node as XmlElement);
  return found;
}
export const child = (parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => children(at, name)[0], parent);

const MAX_TEXT = 1_000;
export function textAt(parent: XmlElement | undefined, ...path: string[]): string {
  const text =
    child(parent, ...path)
      ?.textContent?.normalize('NFC')
      .trim() ?? '';
  if (text.length > MAX_TEXT) throw refusedPackage('FIELD');
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
export const escaped = (text: string): string =>
  text.replace(UNWRITABLE, '').replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
