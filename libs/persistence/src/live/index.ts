export { type LiveRow, type LiveSet, PostgresLive, type WorkState } from './postgres-live.js';
