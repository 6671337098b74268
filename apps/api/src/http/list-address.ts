import { GLOBAL_PREFIX } from '../controllers-prefix.js';

type Wanted = Readonly<Record<string, string | number | undefined>>;

/**
 * The request that lists exactly what a figure counts. One address may serve many figures: what differs between them stands in
 * braces, such as `{measure}`, for who follows it to fill in (RFC 6570).
 */
export function listAddress(path: string, wanted: Wanted): string {
  const set = Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  const search = new URLSearchParams(set).toString().replaceAll(/%7B(\w+)%7D/g, '{$1}');
  return `/${GLOBAL_PREFIX}/${path}${search === '' ? '' : `?${search}`}`;
}
