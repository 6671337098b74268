/** A key that names one attempt, so that a repeated send is answered and not done twice. Works without HTTPS too. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
