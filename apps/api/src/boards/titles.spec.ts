import { procedures } from '#workflows';
import { inboxTitle, taskTitle, topicTitle } from './titles.js';

/** Effects as the machines hold them: `emit` keeps the effect as the event of the action. */
const topicsIn = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(topicsIn);
  if (typeof node === 'function') return topicsIn((node as { event?: unknown }).event);
  if (typeof node !== 'object' || node === null) return [];
  const { type, topic } = node as { type?: unknown; topic?: unknown };
  return [...(type === 'notify' && typeof topic === 'string' ? [topic] : []), ...Object.values(node).flatMap(topicsIn)];
};

describe('notices', () => {
  it('every topic of every procedure has a sentence of its own', () => {
    const topics = new Set(procedures.all().flatMap(({ machine }) => topicsIn(machine.config)));
    expect(topics.size).toBeGreaterThan(10);
    expect([...topics].filter((topic) => topicTitle(topic) === undefined)).toEqual([]);
  });

  it('a deadline’s notice names the limit and its day', () => {
    expect(inboxTitle('remind1', { rule: 'Thụ lý giải quyết khiếu nại lần đầu', due: '13/07/2026' })).toBe(
      'Sắp hết hạn, nhắc lần cuối: Thụ lý giải quyết khiếu nại lần đầu, hạn 13/07/2026',
    );
  });

  it('a paper to draft is named by its form', () => {
    expect(taskTitle('issue:ND124.03')).toBe('Soạn văn bản: Thông báo về việc thụ lý giải quyết khiếu nại (Mẫu số 03)');
  });
});
