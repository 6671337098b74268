import { whyNot } from './recovery.js';

const SAID = `LOG:  starting point-in-time recovery
LOG:  redo done at 0/5000148
LOG:  last completed transaction was at log time 2026-11-22 11:59:39.034+00
FATAL:  recovery ended before configured recovery target was reached
LOG:  startup process (PID 7) exited with exit code 1`;

describe('why a log could not be replayed', () => {
  it('says how far the log goes where the instant lies beyond', () => {
    expect(whyNot(SAID, { until: '2100-01-01T00:00:00.000Z' })).toBe(
      'Kho WAL không tới được thời điểm 2100-01-01T00:00:00.000Z. Giao dịch cuối cùng có trong đó: 2026-11-22 11:59:39.034+00. Hãy chọn thời điểm sớm hơn, hoặc bỏ --until để lấy tới cuối.',
    );
    expect(whyNot(SAID, { point: '20261122T115938Z' })).toContain('không tới được điểm khôi phục');
  });

  it('else repeats what the server said last before it gave up', () => {
    const said =
      'LOG:  starting\nFATAL:  could not locate a valid checkpoint record\nLOG:  database system is shut down';
    expect(whyNot(said, 'everything')).toContain('FATAL:  could not locate a valid checkpoint record');
  });
});
