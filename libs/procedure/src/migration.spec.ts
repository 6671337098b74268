import { toyMigration, toyVersions } from '#testing/scenarios/support/toy-versions';
import { checkMigration, mapState } from './migration.js';

const pair = { from: toyVersions.first, to: toyVersions.second };
const faults = (change: Partial<typeof toyMigration>): string[] => checkMigration({ ...toyMigration, ...change }, pair);
const { main = {} } = toyMigration.stateMap;

describe('a migration between two versions', () => {
  it('is total when every stage of every region has its place', () => {
    expect(checkMigration(toyMigration, pair)).toEqual([]);
  });

  it('names what is missing, unknown or would end a file', () => {
    const { looking: _, ...less } = main;
    expect(faults({ stateMap: { main: less } })).toEqual([
      'nhánh “main”: giai đoạn “looking” chưa có chỗ ở phiên bản mới',
    ]);
    expect(faults({ stateMap: { main: { ...main, looking: 'gone' } } })).toEqual([
      'nhánh “main”: phiên bản mới không có giai đoạn “gone”',
    ]);
    expect(faults({ stateMap: { main: { ...main, nowhere: 'accepted' } } })).toContain(
      'nhánh “main”: phiên bản cũ không có giai đoạn “nowhere”',
    );
    expect(faults({ stateMap: { main: { ...main, looking: 'decided' } } })[0]).toContain('làm hồ sơ kết thúc');
    expect(faults({ stateMap: { main: { ...main, decided: 'accepted' } } })[0]).toContain('mở lại');
    expect(faults({ newRegions: {} })).toEqual(['nhánh mới “stay” không có chỗ bắt đầu']);
    expect(faults({ facts: [{ fact: 'unheard', value: 1 }] })).toEqual(['danh mục dữ kiện mới không có “unheard”']);
    expect(faults({ starts: {} })).toEqual([
      'thời hạn KN.SEND.L1 của giai đoạn “accepted” chưa định là mở từ ngày nào hay không mở',
    ]);
    expect(faults({ starts: {}, leaves: { 'KN.SEND.L1': 'thử' } })).toEqual([]);
    expect(faults({ replaces: { 'KN.ACCEPT.L1': 'TC.RESOLVE' } })).toEqual([
      'phiên bản mới không dùng thời hạn TC.RESOLVE',
    ]);
    expect(faults({ to: 3 })[0]).toContain('không phải complaint@3');
  });

  it('puts a stored state where the map says, with the regions only the new version has', () => {
    expect(mapState(toyMigration, 'accepted', pair)).toEqual({
      ...{ ok: true, stage: 'accepted' },
      state: { progress: 'accepted', stay: 'inForce' },
    });
    expect(mapState(toyMigration, 'looking', pair)).toMatchObject({ ok: false });
  });
});
