/** A browser's name out of what it calls itself. */
export function browserOf(agent: string | null): string {
  if (!agent) return 'Chương trình khác';
  const found = [
    ['Edg/', 'Edge'],
    ['coc_coc', 'Cốc Cốc'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([mark = '']) => agent.includes(mark));
  const phone = /Mobile|Android|iPhone/.test(agent) ? ' trên điện thoại' : '';
  return found ? `${found[1]}${phone}` : 'Chương trình khác';
}
