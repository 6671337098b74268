export {
  type DayCount,
  type HandDayCount,
  type Horizon,
  LeaderBoards,
  type Officer,
  type StageCount,
  type StageMedians,
} from './leader-boards.js';
