import { checkProcedure, defineProcedure, type Arrow, type ProcedureSpec, type Stage } from '#libs/procedure';
import { knownRule } from '../common/known-rule.js';
import { complaintSpec } from './index.js';

type Stages = Record<string, Stage>;
const sentences = (spec: ProcedureSpec): string[] =>
  checkProcedure(defineProcedure(spec), { knownRule }).map((finding) => finding.sentence);
const withStages = (change: (stages: Stages) => Stages): ProcedureSpec => ({
  ...complaintSpec,
  main: { stages: change({ ...complaintSpec.main.stages }) },
});
const withArrows = (state: string, change: (arrows: readonly Arrow[]) => readonly Arrow[]): ProcedureSpec =>
  withStages((stages) => {
    const stage = stages[state] as Stage;
    return { ...stages, [state]: { ...stage, arrows: change(stage.arrows ?? []) } };
  });

describe('the complaint machine, broken on purpose', () => {
  it('cannot close a file after acceptance without a decision', () => {
    const shortcut: Arrow = {
      on: 'CLOSE',
      to: 'closed',
      needs: ['fileIndexed'],
      basis: { text: 'LKN Đ.46', mark: 'V' },
    };
    expect(sentences(withArrows('verifying', (arrows) => [...arrows, shortcut]))).toContain(
      'complaint@1: hồ sơ có thể đi từ thụ lý đến “closed” mà không có văn bản quyết định hay căn cứ chấm dứt',
    );
  });

  it('cannot leave a stage without a way out', () => {
    const found = sentences(withArrows('discontinued', (arrows) => arrows.filter((arrow) => arrow.to === undefined)));
    expect(found).toContain('complaint@1: từ giai đoạn “discontinued” không mũi tên nào dẫn đến kết thúc');
    expect(found).toContain('complaint@1: bước SEND_DISCONTINUANCE không có mũi tên nào');
  });

  it('cannot resume to where no file was suspended', () => {
    const found = sentences(withArrows('dialogue', (arrows) => arrows.filter((arrow) => arrow.on !== 'SUSPEND')));
    expect(found).toContain(
      'complaint@1: không hồ sơ nào đi được mũi tên RESUME từ “suspended” đến “dialogue” (điều kiện: suspendedIn.dialogue, groundEnded, signedByResolver, documentNumber)',
    );
  });

  it('cannot forget to remember what a later guard asks', () => {
    const found = sentences(
      withArrows('verifying', (arrows) =>
        arrows.map((arrow) => (arrow.on === 'SUBMIT_REPORT' ? { ...arrow, effects: [] } : arrow)),
      ),
    );
    expect(found.some((sentence) => sentence.includes('mũi tên DECIDE từ “reported”'))).toBe(true);
  });
});
