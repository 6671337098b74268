export * from './ports.js';
export * from './targets.js';
